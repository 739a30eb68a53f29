package org.huiyin.improvement;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.WorkItem;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the departments meet about each quarter: every dissatisfied item of the rolling survey ends in an action or a reasoned "none" (001/5.4.6.4). */
@Service
@Transactional
public class Agenda {

    private static final String SELECT = """
            select i.*, c.name as customer_name, d.reason, d.decided_by, d.decided_at, a.number as action_number
            from improvement.agenda_item i left join customer.customer c on c.company_id = i.company_id and c.id = i.customer_id
            left join improvement.agenda_decision d on d.company_id = i.company_id and d.item_id = i.id
            left join improvement.action a on a.company_id = d.company_id and a.id = d.action_id""";

    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_WORDS = 2000;

    private final JdbcClient sql;
    private final Actions actions;
    private final Procedures procedures;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agenda(JdbcClient sql, Actions actions, Procedures procedures, Calendars calendars, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.actions = actions;
        this.procedures = procedures;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /** An item of a meeting; without a decision it is still open. */
    public record Item(UUID id, String quarter, @Nullable CustomerId customer, @Nullable String customerName, String item, String words, Instant notedAt,
            @Nullable String actionNumber, @Nullable String reason, @Nullable PersonId decidedBy, @Nullable Instant decidedAt) {

        public boolean decided() {
            return decidedBy != null;
        }
    }

    /** The quarter of a day, such as 2026Q2. */
    public static String quarterOf(LocalDate day) {
        return day.getYear() + "Q" + ((day.getMonthValue() + 2) / 3);
    }

    /** The first day after the quarter. */
    public static LocalDate endOf(String quarter) {
        return LocalDate.of(Integer.parseInt(quarter.substring(0, 4)), 1, 1).plusMonths(3L * (quarter.charAt(5) - '0'));
    }

    /** Puts an item on the agenda of the quarter in which it was said; the same item of the same answer once. */
    public UUID note(Actor actor, LocalDate said, @Nullable CustomerId customer, SubjectRef source, String item, String words) {
        if (!actor.id().equals(PersonId.SYSTEM)) {
            actor.mustHave("action.edit");
        }
        if (item.isBlank()) {
            throw new InvalidInput("item", "improvement.invalid.blank");
        }
        if (item.strip().length() > LONGEST_ITEM) {
            throw new InvalidInput("item", "improvement.invalid.long", LONGEST_ITEM);
        }
        if (words.strip().length() > LONGEST_WORDS) {
            throw new InvalidInput("words", "improvement.invalid.long", LONGEST_WORDS);
        }
        var id = Ids.next();
        int written = sql.sql("""
                insert into improvement.agenda_item (id, quarter, customer_id, source_type, source_id, item, words, noted_by, noted_at)
                values (:id, :quarter, :customer, :type, :source, :item, :words, :by, :now) on conflict do nothing""")
                .param("id", id).param("quarter", quarterOf(said))
                .param("customer", customer == null ? null : customer.value(), Types.OTHER)
                .param("type", source.type()).param("source", source.id()).param("item", item.strip()).param("words", words.strip())
                .param("by", actor.id().value()).param("now", Timestamp.from(clock.instant())).update();
        if (written == 0) {
            return sql.sql("select id from improvement.agenda_item where source_type = ? and source_id = ? and item = ?")
                    .params(source.type(), source.id(), item.strip()).query(UUID.class).single();
        }
        events.publishEvent(new Happening(new SubjectRef("agenda", id), "note", actor.id(), Map.of(),
                Map.of("quarter", quarterOf(said), "item", item.strip()), clock.instant()));
        return id;
    }

    /** The agenda of a quarter. */
    @Transactional(readOnly = true)
    public List<Item> of(Actor actor, String quarter) {
        actor.mustHave("action.read");
        return sql.sql(SELECT + " where i.quarter = ? order by c.name, i.noted_at").param(quarter).query((row, n) -> item(row)).list();
    }

    /** One item of an agenda. */
    @Transactional(readOnly = true)
    public Item one(Actor actor, UUID id) {
        actor.mustHave("action.read");
        return get(id);
    }

    /** The item, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public Item get(UUID id) {
        return sql.sql(SELECT + " where i.id = ?").param(id).query((row, n) -> item(row)).optional().orElseThrow(NotFound::new);
    }

    /** Where the item was said, such as in the answer of a survey. */
    @Transactional(readOnly = true)
    public SubjectRef source(UUID id) {
        return sql.sql("select source_type, source_id from improvement.agenda_item where id = ?").param(id)
                .query((row, n) -> new SubjectRef(row.getString("source_type"), row.getObject("source_id", UUID.class))).optional().orElseThrow(NotFound::new);
    }

    /** The quarters that have items, the latest first. */
    @Transactional(readOnly = true)
    public List<String> quarters() {
        return sql.sql("select distinct quarter from improvement.agenda_item order by quarter desc").query(String.class).list();
    }

    /** The item ends in an action. */
    public ActionId decideAction(Actor actor, UUID id, @Nullable UUID department, @Nullable PersonId owner) {
        actor.mustHave("action.edit");
        var item = open(id);
        var profile = procedures.inForce();
        var problem = item.words().isEmpty() ? item.item() : item.words();
        var action = actions.propose(actor, new NewAction(ActionOrigin.SURVEY, item.customer(), new SubjectRef("agenda", id), problem, List.of(item.item()),
                department, owner, null, profile.id(), profile.clauseOf("survey.rolling")));
        decide(actor, id, action, "");
        return action;
    }

    /** The item ends without an action, with the reason. */
    public void decideNone(Actor actor, UUID id, String reason) {
        actor.mustHave("action.edit");
        open(id);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "improvement.invalid.blank");
        }
        decide(actor, id, null, reason.strip());
    }

    private void decide(Actor actor, UUID id, @Nullable ActionId action, String reason) {
        int written = sql.sql("""
                insert into improvement.agenda_decision (item_id, action_id, reason, decided_by, decided_at) values (:id, :action, :reason, :by, :now)
                on conflict do nothing""")
                .param("id", id).param("action", action == null ? null : action.value(), Types.OTHER).param("reason", reason)
                .param("by", actor.id().value()).param("now", Timestamp.from(clock.instant())).update();
        if (written == 0) {
            throw new BrokenRule("improvement.refused.decided", "");
        }
        events.publishEvent(new Happening(new SubjectRef("agenda", id), "decide", actor.id(), Map.of(),
                Map.of("action", action != null, "reason", reason), clock.instant()));
    }

    private Item open(UUID id) {
        var item = sql.sql(SELECT + " where i.id = ?").param(id).query((row, n) -> item(row)).optional().orElseThrow(NotFound::new);
        if (item.decided()) {
            throw new BrokenRule("improvement.refused.decided", item.item());
        }
        return item;
    }

    /** Before the quarter's end the heads of sales decide what is still open. */
    List<WorkItem> workFor(Actor actor) {
        if (!actor.may("action.edit") || !actor.is("SALES_HEAD")) {
            return List.of();
        }
        var calendar = calendars.inForce();
        var clause = procedures.inForce().clauseFor("action.agenda");
        return sql.sql("""
                select i.quarter, count(*) as n from improvement.agenda_item i left join improvement.agenda_decision d
                  on d.company_id = i.company_id and d.item_id = i.id where d.item_id is null group by i.quarter""")
                .query((row, n) -> new WorkItem("agenda", new Sentence("improvement.work.agenda", row.getString("quarter"), row.getInt("n")), null,
                        row.getString("quarter"), "actions/agenda?quarter=" + row.getString("quarter"),
                        calendar.closeOf(endOf(row.getString("quarter")).minusDays(1)),
                        List.of(new Sentence("improvement.due.quarter", row.getString("quarter"))), clause.isEmpty() ? null : clause, Set.of(actor.id()), false)
                        .running(endOf(row.getString("quarter")).minusMonths(3).atStartOfDay(calendar.zone()).toInstant()))
                .list();
    }

    Instant now() {
        return clock.instant();
    }

    private static Item item(java.sql.ResultSet row) throws java.sql.SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID by = row.getObject("decided_by", UUID.class);
        Timestamp at = row.getTimestamp("decided_at");
        return new Item(row.getObject("id", UUID.class), row.getString("quarter"), customer == null ? null : new CustomerId(customer),
                row.getString("customer_name"), row.getString("item"), row.getString("words"), row.getTimestamp("noted_at").toInstant(),
                row.getString("action_number"), row.getString("reason"), by == null ? null : new PersonId(by), at == null ? null : at.toInstant());
    }
}
