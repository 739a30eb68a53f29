package org.huiyin;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.Companies;
import org.huiyin.organization.Company;
import org.huiyin.organization.NewCompany;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.platform.CompanyScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named cast of the scenarios: each company has one person per role, with a login of her own. */
public final class Cast {

    /** Everybody's password in tests. */
    public static final String PASSWORD = "echo-of-the-valley";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("SALES_CLERK", "林晓棠"), Map.entry("SALES_HEAD", "韩立群"), Map.entry("QUALITY", "周衡"),
            Map.entry("QUALITY_HEAD", "沈若谷"), Map.entry("PRODUCTION_HEAD", "贺铁成"), Map.entry("DEPARTMENT_HEAD", "陆明远"),
            Map.entry("TOP", "顾长风"), Map.entry("AUDITOR", "叶知秋"), Map.entry("WAREHOUSE", "石大勇"),
            Map.entry("MANAGEMENT_REPRESENTATIVE", "秦望舒"), Map.entry("DOC_CONTROL", "白简"), Map.entry("PROCESS", "丁卯"));

    private final Companies companies;
    private final People people;
    private final Accounts accounts;
    private final JdbcClient sql;

    Cast(Companies companies, People people, Accounts accounts, JdbcClient sql) {
        this.companies = companies;
        this.people = people;
        this.accounts = accounts;
        this.sql = sql;
    }

    /** A company of the preset procedure with the whole cast. */
    public Troupe company(String preset) {
        return company(preset, "zh-CN");
    }

    /** A company in a language of its own. */
    public Troupe company(String preset, String language) {
        var number = NUMBER.incrementAndGet();
        var slug = "t" + number;
        var company = companies.found(new NewCompany(
                slug, "屿衡精密 " + number, language, preset, "管理员", "admin@" + slug, PASSWORD, Set.of("ADMIN"), false));
        return new Troupe(company, this);
    }

    /** The people of one company; each method gives the actor that a request of that person would have. */
    public static final class Troupe {

        private final Company company;
        private final Cast cast;
        private final Map<String, PersonId> members = new ConcurrentHashMap<>();

        Troupe(Company company, Cast cast) {
            this.company = company;
            this.cast = cast;
        }

        public CompanyId id() {
            return company.id();
        }

        public String slug() {
            return company.slug();
        }

        public Actor admin() {
            return in(() -> cast.people.all().stream()
                    .filter(p -> p.roles().contains("ADMIN"))
                    .map(PersonView::id)
                    .flatMap(id -> cast.people.actor(id).stream())
                    .findFirst()
                    .orElseThrow());
        }

        public Actor salesClerk() {
            return as("SALES_CLERK");
        }

        public Actor salesHead() {
            return as("SALES_HEAD");
        }

        public Actor quality() {
            return as("QUALITY");
        }

        public Actor qualityHead() {
            return as("QUALITY_HEAD");
        }

        public Actor departmentHead() {
            return as("DEPARTMENT_HEAD");
        }

        public Actor generalManager() {
            return as("TOP");
        }

        public Actor auditor() {
            return as("AUDITOR");
        }

        /** The person who holds the role, entered on first use. */
        public Actor as(String role) {
            var id = members.computeIfAbsent(role, r -> another(r, NAMES.getOrDefault(r, r)));
            return in(() -> cast.people.actor(id).orElseThrow());
        }

        /** One more person with the role. */
        public PersonId another(String role, String name) {
            return in(() -> {
                var admin = admin();
                var id = cast.people.add(admin, new NewPerson(name, null, null, null, null), Set.of(role));
                cast.accounts.invite(admin, id, login(role, id), PASSWORD);
                // As if she had chosen this password herself at her first sign-in.
                cast.sql.sql("update platform.account set must_change = false where login = ?").param(login(role, id)).update();
                return id;
            });
        }

        /** The login of the administrator who founded the company. */
        public String adminLogin() {
            return "admin@" + company.slug();
        }

        /** The login of the person who holds the role. */
        public String loginOf(String role) {
            var actor = as(role);
            return login(role, actor.id());
        }

        private String login(String role, PersonId id) {
            return role.toLowerCase(java.util.Locale.ROOT) + "-" + id.value().toString().substring(24) + "@" + company.slug();
        }

        /** Does something inside the company. */
        public void run(Runnable work) {
            CompanyScope.run(company.id(), work);
        }

        /** Gets something from inside the company. */
        public <T> T in(Supplier<T> work) {
            return CompanyScope.get(company.id(), work);
        }
    }
}
