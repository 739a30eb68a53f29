package org.huiyin.improvement.eightd;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a step, which are kept as they were typed. */
final class Fields {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

    private final Map<String, String> values;

    Fields(Map<String, String> values) {
        this.values = values;
    }

    String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    boolean blank(String field) {
        return text(field).isEmpty();
    }

    /** A figure that is not negative; null where none stands, or none that can be read. */
    @Nullable BigDecimal number(String field) {
        String plain = Normalizer.normalize(text(field), Normalizer.Form.NFKC).replace(",", "");
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    /** Whether something stands there that is no figure. */
    boolean unreadableNumber(String field) {
        return !blank(field) && number(field) == null;
    }

    @Nullable LocalDate day(String field) {
        try {
            return blank(field) ? null : LocalDate.parse(text(field));
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Nullable PersonId person(String field) {
        try {
            return blank(field) ? null : new PersonId(UUID.fromString(text(field)));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E choice(Class<E> type, String field) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(text(field))) {
                return one;
            }
        }
        return null;
    }

    /** The numbers of the rows under a name: member.1.name and member.4.function are the rows 1 and 4. */
    SortedSet<Integer> rows(String name) {
        return rows(values, name);
    }

    static SortedSet<Integer> rows(Map<String, String> values, String name) {
        SortedSet<Integer> rows = new TreeSet<>();
        for (String key : values.keySet()) {
            if (key.startsWith(name + ".")) {
                String rest = key.substring(name.length() + 1);
                int dot = rest.indexOf('.');
                String number = dot < 0 ? rest : rest.substring(0, dot);
                if (number.matches("\\d{1,3}")) {
                    rows.add(Integer.valueOf(number));
                }
            }
        }
        return rows;
    }
}
