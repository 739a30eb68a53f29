package org.huiyin.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The neutral roles that a new company starts with, as data: names in three languages and rights. */
final class RolePresets {

    private static final List<RolePreset> ALL = read();
    /** The menu's order: what is asked and answered first, what is looked after last. */
    private static final List<String> AREAS = List.of("voice", "complaint", "round", "survey", "answer", "result", "action", "eightd", "return", "replenish", "claim", "notice", "approval",
            "customer", "grading", "profile", "audit", "calendar", "people", "settings");

    private RolePresets() {}

    record RolePreset(String code, Map<String, String> names, Set<String> rights) {}

    static void insert(JdbcClient sql, String language, Map<String, String> own) {
        int position = 0;
        for (var role : ALL) {
            sql.sql("insert into organization.role (code, local_name, rights, position) values (?, ?, ?, ?)")
                    .params(role.code(), own.getOrDefault(role.code(), role.names().getOrDefault(language, role.code())), role.rights().toArray(String[]::new), position++)
                    .update();
        }
    }

    /** The usual names of the neutral roles in a language, in their order. */
    static Map<String, String> names(String language) {
        var names = new java.util.LinkedHashMap<String, String>();
        ALL.forEach(role -> names.put(role.code(), role.names().getOrDefault(language, role.code())));
        return names;
    }

    static List<String> rights() {
        return ALL.stream().flatMap(role -> role.rights().stream()).distinct()
                .sorted(java.util.Comparator.<String>comparingInt(RolePresets::area).thenComparing(right -> !right.contains(".read"))
                        .thenComparing(right -> right))
                .toList();
    }

    private static int area(String right) {
        int place = AREAS.indexOf(right.substring(0, right.indexOf('.')));
        return place < 0 ? AREAS.size() : place;
    }

    private static List<RolePreset> read() {
        try (var file = new ClassPathResource("organization/roles.json").getInputStream()) {
            return JsonMapper.shared().readValue(file, new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
