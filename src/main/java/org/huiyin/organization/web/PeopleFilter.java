package org.huiyin.organization.web;

import java.util.Locale;
import java.util.stream.Stream;
import org.huiyin.organization.PersonView;
import org.huiyin.sheets.Pinyin;
import org.jspecify.annotations.Nullable;

/** Which people are wanted: by words, department, role; those who left only when asked for. */
public record PeopleFilter(@Nullable String q, @Nullable String department, @Nullable String role, @Nullable String state) {

    boolean takes(PersonView person) {
        return person.active() != "left".equals(state)
                && (empty(department) || String.valueOf(person.departmentId()).equals(department))
                && (empty(role) || person.roles().contains(role))
                && (q == null || q.isBlank() || says(person, q.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean says(PersonView person, String wanted) {
        return Stream.of(person.name(), person.login(), person.email(), person.phone(), Pinyin.full(person.name()), Pinyin.initials(person.name()))
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
