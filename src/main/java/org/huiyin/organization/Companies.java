package org.huiyin.organization;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The companies of this installation. */
@Service
public class Companies {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Furnishing furnishing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Companies(
            JdbcClient sql,
            TransactionTemplate transaction,
            Furnishing furnishing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.furnishing = furnishing;
        this.events = events;
        this.clock = clock;
    }

    /** Founds a company with its roles, calendar and first administrator; all or nothing. */
    public Company found(NewCompany plan) {
        return found(plan, () -> {});
    }

    /** Founds a company after a check that stands in the same transaction. */
    Company found(NewCompany plan, Runnable check) {
        var company = new CompanyId(Ids.next());
        return CompanyScope.get(company, () -> Objects.requireNonNull(transaction.execute(status -> {
            check.run();
            return furnish(company, plan);
        })));
    }

    private Company furnish(CompanyId company, NewCompany plan) {
        if (bySlug(plan.slug()).isPresent()) {
            throw new InvalidInput("slug", "organization.company.slugTaken", plan.slug());
        }
        sql.sql("insert into platform.company (id, slug, name, language, zone, demo, created_at) values (?,?,?,?,?,?,?)")
                .params(company.value(), plan.slug(), plan.name(), plan.language(), ZONE.getId(), plan.demo(),
                        java.sql.Timestamp.from(clock.instant()))
                .update();
        var founder = furnishing.furnish(company, plan);
        events.publishEvent(new CompanyFounded(company, plan.preset(), plan.language(), founder, plan.numbers()));
        return bySlug(plan.slug()).orElseThrow();
    }

    /** The company behind an address. */
    @Transactional(readOnly = true)
    public Optional<Company> bySlug(String slug) {
        return sql.sql("select * from platform.company where slug = ?").param(slug).query(Companies::read).optional();
    }

    /** The company with the id. */
    @Transactional(readOnly = true)
    public Optional<Company> byId(CompanyId id) {
        return sql.sql("select * from platform.company where id = ?").param(id.value()).query(Companies::read).optional();
    }

    /** The company bound to this thread. */
    @Transactional(readOnly = true)
    public Company current() {
        return CompanyScope.remember(Company.class, () -> byId(CompanyScope.required()).orElseThrow());
    }

    /** The companies an account may enter, by name. */
    @Transactional(readOnly = true)
    public List<Company> of(UUID account) {
        return sql.sql("""
                select c.* from platform.company c join platform.membership m on m.company_id = c.id
                where m.account_id = ? order by c.name""").param(account).query(Companies::read).list();
    }

    /** Whether no company exists yet, so that the first-run wizard opens. */
    @Transactional(readOnly = true)
    public boolean none() {
        return !sql.sql("select exists (select 1 from platform.company)").query(Boolean.class).single();
    }

    /** All companies; for jobs and the operator, never for requests. */
    @Transactional(readOnly = true)
    public List<Company> all() {
        return sql.sql("select * from platform.company order by created_at").query(Companies::read).list();
    }

    /** Changes the company's name, language and zone; its address stays, because links and QR codes carry it. */
    @Transactional
    public void change(Actor actor, String name, String language, ZoneId zone) {
        actor.mustHave("settings.edit");
        if (name.isBlank() || name.strip().length() > 120) {
            throw new InvalidInput("name", "organization.company.nameForm");
        }
        if (!languages().contains(language)) {
            throw new InvalidInput("language", "organization.company.languageForm");
        }
        var before = current();
        sql.sql("update platform.company set name = ?, language = ?, zone = ? where id = ?")
                .params(name.strip(), language, zone.getId(), before.id().value())
                .update();
        events.publishEvent(new Happening(new SubjectRef("company", before.id().value()), "change", actor.id(),
                Map.of("name", before.name(), "language", before.language(), "zone", before.zone().getId()),
                Map.of("name", name.strip(), "language", language, "zone", zone.getId()), clock.instant()));
    }

    /** The languages a company can work in. */
    public static Set<String> languages() {
        return Set.of("zh-CN", "zh-TW", "en");
    }

    private static Company read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Company(
                new CompanyId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("language"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("demo"));
    }
}
