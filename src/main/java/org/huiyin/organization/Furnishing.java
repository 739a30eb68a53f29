package org.huiyin.organization;

import java.util.TreeSet;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a new company its neutral roles, its calendar and its first administrator. */
@Component
class Furnishing {

    private final JdbcClient sql;
    private final PeopleStore people;
    private final Accounts accounts;

    Furnishing(JdbcClient sql, PeopleStore people, Accounts accounts) {
        this.sql = sql;
        this.people = people;
        this.accounts = accounts;
    }

    Actor furnish(CompanyId company, NewCompany plan) {
        RolePresets.insert(sql, plan.language(), plan.roleNames());
        sql.sql("insert into organization.calendar default values").update();
        var person = people.insert(new NewPerson(plan.personName(), null, null, null, plan.language()));
        var roles = new TreeSet<>(plan.roles());
        roles.add("ADMIN");
        people.setRoles(person, roles);
        accounts.open(company, person, plan.login(), plan.password(), false);
        return new Actor(person, plan.personName(), roles, people.rightsOf(roles));
    }
}
