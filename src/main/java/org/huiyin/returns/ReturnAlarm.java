package org.huiyin.returns;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.Notifications;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells planning, and sales when it is too late, that a date of being back is in danger; once for each danger and date (001/3.6). */
@Component
class ReturnAlarm implements CompanyRoutine {

    private final JdbcClient sql;
    private final ReturnStore store;
    private final Returns returns;
    private final Handling handling;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReturnAlarm(JdbcClient sql, ReturnStore store, Returns returns, Handling handling, Notifications notifications, ApplicationEventPublisher events,
            TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.returns = returns;
        this.handling = handling;
        this.notifications = notifications;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "returns.alarm";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        List<UUID> open = transaction.execute(status -> sql.sql(
                "select id from returns.return_case where back_by is not null and stage not in ('HANDLED', 'CLOSED', 'CANCELLED') order by back_by").query(UUID.class).list());
        for (UUID id : open == null ? List.<UUID>of() : open) {
            transaction.executeWithoutResult(status -> store.find(new ReturnId(id)).ifPresent(this::look));
        }
    }

    private void look(ReturnView r) {
        var alert = returns.alert(r);
        LocalDate backBy = r.backBy();
        if (alert == null || backBy == null || sql.sql("insert into returns.alarm (return_id, alert, back_by, at) values (?,?,?,?) on conflict do nothing")
                .params(r.id().value(), alert.name(), backBy, java.sql.Timestamp.from(clock.instant())).update() == 0) {
            return;
        }
        var told = new HashSet<PersonId>();
        if (r.reworkOpen()) {
            told.addAll(handling.holders(handling.section(r).schedules()));
        }
        if (alert != ReturnAlert.NOT_SCHEDULED) {
            told.addAll(handling.owners(r));
        }
        var words = switch (alert) {
            case NOT_SCHEDULED -> new Sentence("returns.note.unscheduled", r.number(), backBy);
            case SCHEDULED_LATE -> new Sentence("returns.note.scheduledLate", r.number(), java.util.Objects.requireNonNull(r.schedule()).ready(), backBy);
            case OVERDUE -> new Sentence("returns.note.overdue", r.number(), backBy);
        };
        notifications.tell(told, words, r.id().subject(), Handling.path(r));
        events.publishEvent(new Happening(r.id().subject(), "alarm", PersonId.SYSTEM, Map.of(), Map.of("number", r.number(), "alert", alert.name(), "backBy", backBy.toString()),
                clock.instant()));
    }
}
