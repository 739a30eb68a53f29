package org.huiyin.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes returns and their lines; what was done about them stands in {@link StepStore}, lists in {@link ReturnList}. */
@Component
class ReturnStore {

    private static final String SELECT = """
            select r.*, k.number as complaint_number, c.name as customer_name, c.code as customer_code from returns.return_case r
            join complaint.complaint k on k.company_id = r.company_id and k.id = r.complaint_id
            left join customer.customer o on o.company_id = r.company_id and o.id = r.customer_id
            left join customer.customer c on c.company_id = r.company_id and c.id = coalesce(o.merged_into, o.id)""";

    private final JdbcClient sql;
    private final StepStore steps;

    ReturnStore(JdbcClient sql, StepStore steps) {
        this.sql = sql;
        this.steps = steps;
    }

    /** A return as it is registered. */
    record Fresh(ReturnId id, String number, ReturnKind kind, ComplaintId complaint, @Nullable CustomerId customer, String sender, @Nullable LocalDate fetchOn,
            @Nullable LocalDate backBy, String address, String reason, @Nullable PersonId salesOwner, UUID profile, String sought, PersonId by, Instant now) {}

    /** A line as it is registered. */
    record FreshLine(UUID id, int position, NewReturn.Line typed, boolean doubtful, boolean onSlip) {}

    void insert(Fresh r) {
        var p = new MapSqlParameterSource()
                .addValue("id", r.id().value()).addValue("number", r.number()).addValue("kind", r.kind().name()).addValue("complaint", r.complaint().value())
                .addValue("customer", r.customer() == null ? null : r.customer().value(), Types.OTHER).addValue("sender", r.sender())
                .addValue("fetch", r.fetchOn(), Types.DATE).addValue("back", r.backBy(), Types.DATE).addValue("address", r.address()).addValue("reason", r.reason())
                .addValue("sales", r.salesOwner() == null ? null : r.salesOwner().value(), Types.OTHER).addValue("by", r.by().value())
                .addValue("now", Timestamp.from(r.now())).addValue("profile", r.profile()).addValue("sought", r.sought());
        sql.sql("""
                insert into returns.return_case (id, number, kind, complaint_id, customer_id, sender, fetch_on, back_by, address, reason, sales_owner, registered_by,
                  registered_at, profile_version, stage, sought, changed_by, changed_at)
                values (:id, :number, :kind, :complaint, :customer, :sender, :fetch, :back, :address, :reason, :sales, :by, :now, :profile, 'ANNOUNCED', :sought,
                  :by, :now)""").paramSource(p).update();
    }

    void insert(ReturnId id, FreshLine line) {
        var t = line.typed();
        sql.sql("""
                insert into returns.line (id, return_id, position, part, part_name, lot, lot_doubtful, serial, stated, unit, on_slip)
                values (:id, :return, :position, :part, :name, :lot, :doubtful, :serial, :stated, :unit, :slip)""")
                .param("id", line.id()).param("return", id.value()).param("position", line.position()).param("part", t.part()).param("name", t.partName())
                .param("lot", t.lot()).param("doubtful", line.doubtful()).param("serial", t.serial()).param("stated", t.quantity(), Types.NUMERIC)
                .param("unit", t.unit()).param("slip", line.onSlip()).update();
    }

    /** Whether its customer was said later. */
    boolean identified(ReturnId id) {
        return sql.sql("select exists (select 1 from returns.identification where return_id = ?)").param(id.value()).query(Boolean.class).single();
    }

    void identify(ReturnId id, CustomerId customer, @Nullable PersonId sales) {
        sql.sql("update returns.return_case set customer_id = ?, sales_owner = ? where id = ?")
                .params(Arrays.asList(customer.value(), sales == null ? null : sales.value(), id.value())).update();
    }

    void seek(ReturnId id, String sought) {
        sql.sql("update returns.return_case set sought = ? where id = ?").params(sought, id.value()).update();
    }

    Optional<ReturnView> find(ReturnId id) {
        return many(List.of(id.value())).stream().findFirst();
    }

    Optional<ReturnView> find(String number) {
        return sql.sql("select id from returns.return_case where number = ?").param(number).query(UUID.class).optional().flatMap(id -> find(new ReturnId(id)));
    }

    List<ReturnView> of(ComplaintId complaint) {
        return many(sql.sql("select id from returns.return_case where complaint_id = ? order by registered_at desc, id desc").param(complaint.value()).query(UUID.class).list());
    }

    /** Holds the row until the commit, so that two people do not take one step twice. */
    Optional<ReturnView> lock(ReturnId id) {
        sql.sql("select 1 from returns.return_case where id = ? for update").param(id.value()).query(Integer.class).optional();
        return find(id);
    }

    /** The returns in the order of their ids. */
    List<ReturnView> many(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parts = steps.of(ids);
        var found = sql.sql(SELECT + " where r.id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query((row, n) -> view(row, parts)).list();
        return ids.stream().flatMap(id -> found.stream().filter(v -> v.id().value().equals(id))).toList();
    }

    private static ReturnView view(ResultSet row, StepStore.Parts parts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID sales = row.getObject("sales_owner", UUID.class);
        String name = row.getString("customer_name");
        return new ReturnView(new ReturnId(id), row.getString("number"), ReturnKind.valueOf(row.getString("kind")),
                new ComplaintId(row.getObject("complaint_id", UUID.class)), row.getString("complaint_number"), customer == null ? null : new CustomerId(customer),
                row.getString("customer_code"), name == null ? row.getString("sender") : name, row.getObject("fetch_on", LocalDate.class),
                row.getObject("back_by", LocalDate.class), row.getObject("missed", LocalDate.class), row.getString("address"), row.getString("reason"), sales == null ? null : new PersonId(sales),
                new PersonId(row.getObject("registered_by", UUID.class)), row.getTimestamp("registered_at").toInstant(), row.getObject("profile_version", UUID.class),
                ReturnStage.valueOf(row.getString("stage")), row.getObject("back_on", LocalDate.class), row.getInt("version"),
                parts.lines(id, false), parts.lines(id, true),
                parts.grounds().getOrDefault(id, List.of()), parts.fetchings().getOrDefault(id, List.of()), parts.tellings().getOrDefault(id, List.of()),
                parts.instructions().getOrDefault(id, List.of()), parts.schedules().getOrDefault(id, List.of()), parts.effects().getOrDefault(id, List.of()),
                parts.deliveries().getOrDefault(id, List.of()), parts.costs().getOrDefault(id, List.of()));
    }

    /** Writes what the rows say today, and who changed it. */
    void settle(ReturnView v, ReturnStage stage, PersonId by, Instant now) {
        var schedule = v.schedule();
        sql.sql("""
                update returns.return_case set stage = :stage, rework_open = :rework, ready_on = :ready, untold = :untold, back_on = :back, version = version + 1,
                  changed_by = :by, changed_at = :now where id = :id""")
                .param("stage", stage.name()).param("rework", v.reworkOpen()).param("ready", schedule == null ? null : schedule.ready(), Types.DATE)
                .param("untold", !v.untold().isEmpty()).param("back", v.lastBack(), Types.DATE).param("by", by.value()).param("now", Timestamp.from(now))
                .param("id", v.id().value()).update();
    }

    /** Sets the date of being back; one that has passed unkept is remembered. */
    void backBy(ReturnId id, LocalDate day, @Nullable LocalDate passed) {
        sql.sql("update returns.return_case set back_by = :day, missed = coalesce(missed, :passed) where id = :id").param("day", day).param("passed", passed, Types.DATE)
                .param("id", id.value()).update();
    }

    /** Who changed the return last, and when. */
    record Touch(PersonId by, Instant at) {}

    Touch touched(ReturnId id) {
        return sql.sql("select changed_by, changed_at from returns.return_case where id = ?").param(id.value())
                .query((row, n) -> new Touch(new PersonId(row.getObject("changed_by", UUID.class)), row.getTimestamp("changed_at").toInstant())).single();
    }

    void note(ReturnId id, String verb, String words, ReturnStage stage, PersonId by, Instant now) {
        sql.sql("insert into returns.event (id, return_id, verb, words, stage, by_id, at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), verb, words, stage.name(), by.value(), Timestamp.from(now)).update();
    }

    List<ReturnEvent> events(ReturnId id) {
        return sql.sql("select * from returns.event where return_id = ? order by id").param(id.value())
                .query((row, n) -> new ReturnEvent(row.getString("verb"), row.getString("words"), ReturnStage.valueOf(row.getString("stage")),
                        new PersonId(row.getObject("by_id", UUID.class)), row.getTimestamp("at").toInstant())).list();
    }
}
