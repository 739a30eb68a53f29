package org.huiyin.organization;

import java.util.TreeSet;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a new company its neutral roles, its business hours and its first administrator. */
@Component
class Furnishing {

    /** Business hours until the company sets its own (decisions.md D3). */
    static final String HOURS = "[{\"from\":\"08:30\",\"to\":\"12:00\"},{\"from\":\"13:30\",\"to\":\"17:30\"}]";

    private final JdbcClient sql;
    private final PeopleStore people;
    private final Accounts accounts;

    Furnishing(JdbcClient sql, PeopleStore people, Accounts accounts) {
        this.sql = sql;
        this.people = people;
        this.accounts = accounts;
    }

    Actor furnish(CompanyId company, NewCompany plan) {
        RolePresets.insert(sql, plan.language());
        sql.sql("insert into organization.calendar (hours) values (cast(? as jsonb))").param(HOURS).update();
        var person = people.insert(new NewPerson(plan.personName(), null, null, null, plan.language()));
        var roles = new TreeSet<>(plan.roles());
        roles.add("ADMIN");
        people.setRoles(person, roles);
        accounts.open(company, person, plan.login(), plan.password(), false);
        return new Actor(person, plan.personName(), roles, people.rightsOf(roles));
    }
}
