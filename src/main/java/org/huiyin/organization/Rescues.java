package org.huiyin.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the audit of each company that the operator gave one of its people a new password; the command itself cannot. */
@Component
class Rescues implements CompanyRoutine {

    private static final String PREFIX = "rescued:";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Rescues(JdbcClient sql, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.events = events;
    }

    private record Rescue(String name, String at) {
        UUID person() {
            return UUID.fromString(name.substring(name.lastIndexOf(':') + 1));
        }
    }

    /** Leaves a note for each company of the login. */
    static void note(JdbcClient sql, String login, Instant at) {
        sql.sql("""
                insert into platform.setting (name, value)
                select :prefix || m.company_id || ':' || m.person_id, :at from platform.membership m
                  join platform.account a on a.id = m.account_id where a.login = :login
                on conflict (name) do update set value = excluded.value""")
                .param("prefix", PREFIX).param("at", at.toString()).param("login", login)
                .update();
    }

    @Override
    public String name() {
        return "organization.rescues";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(status -> sql.sql("delete from platform.setting where name like ? returning name, value")
                .param(PREFIX + CompanyScope.required().value() + ":%")
                .query((row, n) -> new Rescue(row.getString(1), row.getString(2)))
                .list()
                .forEach(this::tell));
    }

    private void tell(Rescue rescue) {
        events.publishEvent(new Happening(new SubjectRef("person", rescue.person()), "rescue", null, Map.of(), Map.of(), Instant.parse(rescue.at())));
    }
}
