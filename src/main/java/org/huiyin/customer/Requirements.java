package org.huiyin.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of special customer requirements (001/7, MJ-QP-13-03). */
@Service
@Transactional
public class Requirements {

    private static final String SELECT = """
            select r.*, c.code, c.name, e.ended_at, e.reason as end_reason from customer.requirement r
            join customer.customer c on c.company_id = r.company_id and c.id = r.customer_id
            left join customer.requirement_end e on e.company_id = r.company_id and e.requirement_id = r.id
            """;

    private final JdbcClient sql;
    private final Customers customers;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requirements(JdbcClient sql, Customers customers, Today today, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.today = today;
        this.events = events;
        this.clock = clock;
    }

    /** What the customer requires specially, ended ones last. */
    @Transactional(readOnly = true)
    public List<RequirementView> of(CustomerId customer) {
        return sql.sql(SELECT + "where r.customer_id = ? order by e.ended_at is not null, r.since desc, r.id")
                .param(customer.value())
                .query(Requirements::view)
                .list();
    }

    /** What all customers that the actor sees require specially and still do. */
    @Transactional(readOnly = true)
    public List<RequirementView> inForce(Actor actor) {
        var sight = Sight.of(actor);
        var mine = sight.owner() == null ? "" : " and c.owner_id = :owner";
        return sql.sql(SELECT + "where e.ended_at is null and c.active" + mine + " order by c.code_key, r.since")
                .params(sight.owner() == null ? Map.of() : Map.of("owner", sight.owner()))
                .query(Requirements::view)
                .list();
    }

    /** Notes a special requirement. */
    public UUID add(Actor actor, CustomerId customer, String topic, String text, @Nullable String source, @Nullable LocalDate since) {
        actor.mustHave("customer.edit");
        customers.get(actor, customer);
        var check = new CustomerCheck();
        var tidyTopic = check.text("topic", topic, 80);
        var tidyText = check.text("text", text, 2000);
        var tidySource = check.text("source", source, 200);
        if (tidyTopic == null) {
            check.error("topic", "customer.invalid.missing");
        }
        if (tidyText == null) {
            check.error("text", "customer.invalid.missing");
        }
        check.refuse();
        var id = Ids.next();
        sql.sql("insert into customer.requirement (id, customer_id, topic, text, source, since, noted_by, noted_at) values (?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(id, customer.value(), tidyTopic, tidyText, tidySource,
                        Objects.requireNonNullElseGet(since, today::day), actor.id().value(), Timestamp.from(clock.instant())))
                .update();
        tell(actor, customer, "requirement", Map.of("topic", Objects.requireNonNull(tidyTopic)));
        return id;
    }

    /** Notes why the requirement holds no more. */
    public void end(Actor actor, UUID id, String reason) {
        actor.mustHave("customer.edit");
        var before = sql.sql(SELECT + "where r.id = ?").param(id).query(Requirements::view).optional().orElseThrow(NotFound::new);
        customers.get(actor, before.customer());
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        if (before.endedAt() != null) {
            throw new BrokenRule("customer.requirement.ended", before.topic());
        }
        sql.sql("insert into customer.requirement_end (requirement_id, reason, ended_by, ended_at) values (?,?,?,?)")
                .params(id, reason.strip(), actor.id().value(), Timestamp.from(clock.instant()))
                .update();
        tell(actor, before.customer(), "requirementEnd", Map.of("topic", before.topic(), "reason", reason.strip()));
    }

    private void tell(Actor actor, CustomerId customer, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(customer.subject(), verb, actor.id(), Map.of(), after, clock.instant()));
    }

    private static RequirementView view(ResultSet row, int n) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new RequirementView(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("topic"),
                row.getString("text"),
                row.getString("source"),
                row.getObject("since", LocalDate.class),
                new PersonId(row.getObject("noted_by", UUID.class)),
                ended == null ? null : ended.toInstant(),
                row.getString("end_reason"));
    }
}
