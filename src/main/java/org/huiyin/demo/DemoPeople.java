package org.huiyin.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Tokens;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.Company;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.springframework.stereotype.Component;

/** Departments and people of the demo company. */
@Component
class DemoPeople {

    private record Person(String role, String department) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("SALES_HEAD", "SALES"),
            new Person("SALES_CLERK", "SALES"),
            new Person("QUALITY_HEAD", "QUALITY"),
            new Person("QUALITY", "QUALITY"),
            new Person("PRODUCTION_HEAD", "PRODUCTION"),
            new Person("PRODUCTION", "PRODUCTION"),
            new Person("PLANNING", "PLANNING"),
            new Person("WAREHOUSE", "WAREHOUSE"),
            new Person("ENGINEERING", "ENGINEERING"),
            new Person("PROCESS", "PROCESS"),
            new Person("MANAGEMENT_REPRESENTATIVE", "MANAGEMENT"),
            new Person("TOP", "MANAGEMENT"),
            new Person("AUDITOR", "MANAGEMENT"));

    private final People people;
    private final Accounts accounts;

    DemoPeople(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    DemoCast enter(Actor administrator, Company company) {
        var words = DemoWords.in(company.language());
        Map<String, UUID> departments = new HashMap<>();
        Map<String, DemoCast.Part> parts = new LinkedHashMap<>();
        for (Person person : PEOPLE) {
            var department = departments.computeIfAbsent(person.department(), name ->
                    people.addDepartment(administrator, words.word("department." + name)));
            var id = people.add(administrator, new NewPerson(words.word("person." + person.role()), department, null, null, null),
                    Set.of(person.role()));
            var password = Tokens.next();
            var login = person.role().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "@" + company.slug();
            accounts.invite(administrator, id, login, password);
            var account = accounts.ofPerson(id).orElseThrow().id();
            parts.put(person.role(), new DemoCast.Part(people.actor(id).orElseThrow(), account, password));
        }
        return new DemoCast(company, words, parts);
    }
}
