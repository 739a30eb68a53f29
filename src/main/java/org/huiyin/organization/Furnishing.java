package org.huiyin.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gives a new company its neutral roles, its business hours and its first administrator. */
@Component
class Furnishing {

    /** Business hours until the company sets its own (decisions.md D3). */
    static final String HOURS = "[{\"from\":\"08:30\",\"to\":\"12:00\"},{\"from\":\"13:30\",\"to\":\"17:30\"}]";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final PeopleStore people;
    private final Accounts accounts;

    Furnishing(JdbcClient sql, JsonMapper json, PeopleStore people, Accounts accounts) {
        this.sql = sql;
        this.json = json;
        this.people = people;
        this.accounts = accounts;
    }

    Actor furnish(CompanyId company, NewCompany plan) {
        rolePresets().forEach(role -> role.insert(sql, plan.language()));
        sql.sql("insert into organization.calendar (hours) values (cast(? as jsonb))").param(HOURS).update();
        var person = people.insert(new NewPerson(plan.personName(), null, null, null, plan.language()));
        var roles = new TreeSet<>(plan.roles());
        roles.add("ADMIN");
        people.setRoles(person, roles);
        accounts.open(company, person, plan.login(), plan.password(), false);
        return new Actor(person, plan.personName(), roles, people.rightsOf(roles));
    }

    private List<RolePreset> rolePresets() {
        try (var file = new ClassPathResource("organization/roles.json").getInputStream()) {
            List<RolePresetData> data = json.readValue(file, new TypeReference<>() {});
            return java.util.stream.IntStream.range(0, data.size())
                    .mapToObj(i -> new RolePreset(data.get(i), i))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record RolePresetData(String code, Map<String, String> names, Set<String> rights) {}

    private record RolePreset(RolePresetData data, int position) {
        void insert(JdbcClient sql, String language) {
            sql.sql("insert into organization.role (code, local_name, rights, position) values (?, ?, ?, ?)")
                    .params(data.code(), data.names().getOrDefault(language, data.code()), data.rights().toArray(String[]::new), position)
                    .update();
        }
    }

}
