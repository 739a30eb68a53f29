package org.huiyin.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Reads what date and choice fields send; what cannot be read is refused with the name of its field. */
public final class Typed {

    private static final int ID = 36;

    private Typed() {}

    public static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    public static String text(@Nullable String text) {
        return text == null ? "" : text.replace("\0", "").strip();
    }

    public static @Nullable LocalDate day(String field, @Nullable String text) {
        return read(field, text, LocalDate::parse);
    }

    public static @Nullable LocalTime time(String field, @Nullable String text) {
        return read(field, text, LocalTime::parse);
    }

    public static Instant instant(String field, @Nullable String text, ZoneId zone, Instant otherwise) {
        LocalDateTime read = read(field, text, LocalDateTime::parse);
        return read == null ? otherwise : read.atZone(zone).toInstant();
    }

    public static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String text) {
        E read = maybe(type, text);
        if (read == null) {
            throw new InvalidInput(field, "web.invalid.choice");
        }
        return read;
    }

    /** The constant, or nothing for anything that is none; for filters. */
    public static <E extends Enum<E>> @Nullable E maybe(Class<E> type, @Nullable String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        return null;
    }

    /** The day, or nothing for anything that is none; for filters. */
    public static @Nullable LocalDate maybeDay(@Nullable String text) {
        try {
            return day("", text);
        } catch (InvalidInput unreadable) {
            return null;
        }
    }

    /** The identifier, or nothing for anything that is none. */
    public static @Nullable UUID maybeId(@Nullable String text) {
        try {
            return text == null || text.strip().length() != ID ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** The identity that the form carries, so that a form sent twice does one thing; a fresh one where it carries none. */
    public static UUID wanted(@Nullable String text) {
        return Objects.requireNonNullElseGet(maybeId(text), Ids::next);
    }

    /** The version of the record that was read. */
    public static int version(@Nullable String text, int otherwise) {
        return text(text).matches("\\d{1,9}") ? Integer.parseInt(text(text)) : otherwise;
    }

    /** The language that a program names. */
    public static Language language(String code) {
        return Language.parse(code).orElseThrow(() -> new InvalidInput("language", "web.invalid.choice"));
    }

    /** Each part of a body as the value that it stands for; none where the part is missing. */
    public static <B, V> List<V> each(@Nullable List<B> parts, Function<B, V> value) {
        return parts == null ? List.of() : parts.stream().map(value).toList();
    }

    private static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(field, "web.invalid.date");
        }
    }
}
