package org.huiyin.campaign.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.jspecify.annotations.Nullable;

/** Reads what was typed or ticked. */
final class Typed {

    private Typed() {}

    static LocalDate day(@Nullable String text, String field) {
        return optionalDay(text, field).orElseThrow(() -> new InvalidInput(field, "campaign.round.invalid.day"));
    }

    static Optional<LocalDate> optionalDay(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException wrong) {
            throw new InvalidInput(field, "campaign.round.invalid.day");
        }
    }

    static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String text) {
        return text == null ? null : Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT))).findFirst().orElse(null);
    }

    static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new NotFound();
        }
    }

    static List<InvitationId> invitations(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().map(id -> new InvitationId(id(id))).toList();
    }
}
