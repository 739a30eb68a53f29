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

    private record Person(String role, String name, String english, String department) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("SALES_HEAD", "韩立群", "Han Liqun", "业务部"),
            new Person("SALES_CLERK", "林晓棠", "Lin Xiaotang", "业务部"),
            new Person("QUALITY_HEAD", "沈若谷", "Shen Ruogu", "品质部"),
            new Person("QUALITY", "周衡", "Zhou Heng", "品质部"),
            new Person("PRODUCTION_HEAD", "贺铁成", "He Tiecheng", "生产部"),
            new Person("PRODUCTION", "丁卯", "Ding Mao", "生产部"),
            new Person("PLANNING", "白简", "Bai Jian", "计划部"),
            new Person("WAREHOUSE", "石大勇", "Shi Dayong", "仓库"),
            new Person("ENGINEERING", "陆明远", "Lu Mingyuan", "工程部"),
            new Person("PROCESS", "方慧", "Fang Hui", "工艺部"),
            new Person("MANAGEMENT_REPRESENTATIVE", "秦望舒", "Qin Wangshu", "总经办"),
            new Person("TOP", "顾长风", "Gu Changfeng", "总经办"),
            new Person("AUDITOR", "叶知秋", "Ye Zhiqiu", "总经办"));

    private static final Map<String, String> DEPARTMENTS = Map.of("业务部", "Sales", "品质部", "Quality", "生产部", "Production", "计划部", "Planning",
            "仓库", "Warehouse", "工程部", "Engineering", "工艺部", "Process engineering", "总经办", "General management");

    private final People people;
    private final Accounts accounts;

    DemoPeople(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    DemoCast enter(Actor administrator, Company company) {
        boolean english = company.language().equals("en");
        Map<String, UUID> departments = new HashMap<>();
        Map<String, DemoCast.Part> parts = new LinkedHashMap<>();
        for (Person person : PEOPLE) {
            var department = departments.computeIfAbsent(person.department(), name ->
                    people.addDepartment(administrator, english ? DEPARTMENTS.getOrDefault(name, name) : name));
            var id = people.add(administrator, new NewPerson(english ? person.english() : person.name(), department, null, null, null),
                    Set.of(person.role()));
            var password = Tokens.next();
            var login = person.role().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "@" + company.slug();
            accounts.invite(administrator, id, login, password);
            var account = accounts.ofPerson(id).orElseThrow().id();
            parts.put(person.role(), new DemoCast.Part(people.actor(id).orElseThrow(), account, password));
        }
        return new DemoCast(company, parts);
    }
}
