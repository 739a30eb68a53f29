package org.huiyin.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Companies;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the head of the chain once a day, so that a copy lies where no administrator of this server reaches. */
@Service
public class HeadMailing implements CompanyRoutine {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final HeadFiles files;
    private final Companies companies;
    private final ObjectProvider<HeadCourier> courier;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HeadMailing(JdbcClient sql, TransactionTemplate transaction, HeadFiles files, Companies companies,
            ObjectProvider<HeadCourier> courier, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.files = files;
        this.companies = companies;
        this.courier = courier;
        this.events = events;
        this.clock = clock;
    }

    /** To whom the head is mailed. */
    @Transactional(readOnly = true)
    public Optional<String> address() {
        return sql.sql("select address from audit.mailing").query(String.class).optional();
    }

    /** Whether anything here can send mail. */
    public boolean carried() {
        return courier.getIfAvailable() != null;
    }

    /** Mails the head to the address from now on; to nobody when it is empty. */
    @Transactional
    public void send(Actor actor, String address) {
        actor.mustHave("settings.edit");
        if (!address.isEmpty() && !address.matches("[^@\\s]{1,100}@[^@\\s]+\\.[^@\\s]{2,60}")) {
            throw new InvalidInput("address", "audit.mailing.form");
        }
        var before = address().orElse("");
        sql.sql("delete from audit.mailing").update();
        if (!address.isEmpty()) {
            sql.sql("insert into audit.mailing (address) values (?)").param(address).update();
        }
        events.publishEvent(new Happening(new SubjectRef("audit", CompanyScope.required().value()), "mailing", actor.id(),
                Map.of("address", before), Map.of("address", address), clock.instant()));
    }

    @Override
    public String name() {
        return "audit.mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    /** Claims the day first, so that two instances send one mail. */
    @Override
    public void run() {
        var sender = courier.getIfAvailable();
        var known = files.all(CompanyScope.required());
        if (sender == null || known.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            var today = LocalDate.ofInstant(clock.instant(), companies.current().zone());
            int claimed = sql.sql("update audit.mailing set sent_on = ? where sent_on is distinct from ?").params(today, today).update();
            if (claimed == 1) {
                sender.carry(address().orElseThrow(), known.getLast());
            }
        });
    }
}
