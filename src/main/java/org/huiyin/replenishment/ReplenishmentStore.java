package org.huiyin.replenishment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes replacement orders. */
@Component
class ReplenishmentStore {

    static final String SELECT = """
            select r.*, k.number as complaint_number, c.code as customer_code, coalesce(c.name, r.customer_name) as customer_shown,
              (select concat_ws(' ', i.part, nullif(i.part_name, ''), case when n.items > 1 then '+' || (n.items - 1) end)
               from replenishment.item i, lateral (select count(*) as items from replenishment.item a
                 where a.company_id = r.company_id and a.replenishment_id = r.id and a.round = r.round) n
               where i.company_id = r.company_id and i.replenishment_id = r.id and i.round = r.round and i.position = 1) as goods
            from replenishment.replenishment r
            join complaint.complaint k on k.company_id = r.company_id and k.id = r.complaint_id
            left join customer.customer o on o.company_id = r.company_id and o.id = r.customer_id
            left join customer.customer c on c.company_id = r.company_id and c.id = coalesce(o.merged_into, o.id)""";

    private final JdbcClient sql;

    ReplenishmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Others who want the same wait here until the commit. */
    void lock(UUID subject) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 534))").param(subject.toString()).query(row -> {});
    }

    /** Holds the row until the commit, so that two people do not take one step twice. */
    Optional<ReplenishmentRow> lock(ReplenishmentId id) {
        sql.sql("select 1 from replenishment.replenishment where id = ? for update").param(id.value()).query(Integer.class).optional();
        return find(id);
    }

    void insert(ReplenishmentId id, String number, NewReplenishment n, ReplenishmentSource.Line source, Proposal p) {
        sql.sql("""
                insert into replenishment.replenishment (id, number, source_type, source_id, source_number, source_path, complaint_id, customer_id, customer_name,
                  proposed_by, state, round, proposed_on, proposed_at, urgent, wanted_by, reason, amount, total, top_too, approval_id, profile_version, clause,
                  changed_by, changed_at)
                values (:id, :number, :type, :source, :sourceNumber, :path, :complaint, :customer, :name, :by, 'PROPOSED', 1, :day, :now, :urgent, :wanted, :reason,
                  :amount, :total, :top, :approval, :profile, :clause, :by, :now)""")
                .paramSource(proposed(id, n, p).addValue("number", number).addValue("type", n.source().type()).addValue("source", n.source().id())
                        .addValue("sourceNumber", source.number()).addValue("path", source.path()).addValue("complaint", source.complaint().value())
                        .addValue("customer", source.customer() == null ? null : source.customer().value(), Types.OTHER).addValue("name", source.customerName()))
                .update();
    }

    /** The order as it is proposed the next time. */
    void propose(ReplenishmentId id, NewReplenishment n, Proposal p) {
        sql.sql("""
                update replenishment.replenishment set state = 'PROPOSED', round = :round, proposed_on = :day, proposed_at = :now, urgent = :urgent, wanted_by = :wanted,
                  reason = :reason, amount = :amount, total = :total, top_too = :top, approval_id = :approval, approved_on = null, scheduled_for = null,
                  released_on = null, approval_due = null, refused_on = null, profile_version = :profile, clause = :clause, version = version + 1, changed_by = :by, changed_at = :now where id = :id""")
                .paramSource(proposed(id, n, p)).update();
    }

    /** What belongs to one proposal of an order. */
    record Proposal(int round, AddedUp sum, @Nullable UUID approval, String hash, UUID profile, String clause, LocalDate day, PersonId by, Instant at) {}

    private static MapSqlParameterSource proposed(ReplenishmentId id, NewReplenishment n, Proposal p) {
        return new MapSqlParameterSource().addValue("id", id.value()).addValue("round", p.round()).addValue("day", p.day()).addValue("now", Timestamp.from(p.at()))
                .addValue("urgent", n.urgent()).addValue("wanted", n.wantedBy(), Types.DATE).addValue("reason", n.reason()).addValue("amount", p.sum().amount())
                .addValue("total", p.sum().total()).addValue("top", p.sum().topToo()).addValue("approval", p.approval(), Types.OTHER).addValue("profile", p.profile())
                .addValue("clause", p.clause()).addValue("by", p.by().value());
    }

    /** Keeps what was put before the approvers, with its goods and what was added up. */
    void keep(ReplenishmentId id, NewReplenishment n, Proposal p) {
        sql.sql("""
                insert into replenishment.submission (replenishment_id, round, approval_id, urgent, wanted_by, reason, amount, total, limit_from, days, content_hash,
                  profile_version, submitted_by, submitted_at)
                values (:id, :round, :approval, :urgent, :wanted, :reason, :amount, :total, :limit, :days, :hash, :profile, :by, :now)""")
                .paramSource(proposed(id, n, p).addValue("limit", p.sum().rules().gmFrom()).addValue("days", p.sum().rules().cumulateDays()).addValue("hash", p.hash()))
                .update();
        int position = 1;
        for (NewItem item : n.items()) {
            sql.sql("""
                    insert into replenishment.item (replenishment_id, round, position, part, part_name, quantity, unit, price, amount) values (?,?,?,?,?,?,?,?,?)""")
                    .params(id.value(), p.round(), position++, item.part(), item.partName(), item.quantity(), item.unit(), item.price(), item.amount()).update();
        }
        for (Counted one : p.sum().counted()) {
            sql.sql("insert into replenishment.counted (replenishment_id, round, counted_id, number, amount, proposed_on) values (?,?,?,?,?,?)")
                    .params(id.value(), p.round(), one.id().value(), one.number(), one.amount(), one.proposedOn()).update();
        }
    }

    void become(ReplenishmentId id, ReplenishmentState state, PersonId by, Instant at) {
        sql.sql("update replenishment.replenishment set state = ?, version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(state.name(), by.value(), Timestamp.from(at), id.value()).update();
    }

    void approvedOn(ReplenishmentId id, LocalDate day) {
        sql.sql("update replenishment.replenishment set approved_on = ? where id = ?").params(day, id.value()).update();
    }

    /** The approval was refused after the release. */
    void refusedOn(ReplenishmentId id, LocalDate day) {
        sql.sql("update replenishment.replenishment set refused_on = ? where id = ?").params(day, id.value()).update();
    }

    void release(ReplenishmentRow row, ReplenishmentView.Release r, LocalDate today, UUID profile) {
        sql.sql("insert into replenishment.release (replenishment_id, round, reason, approval_due, profile_version, released_by, released_at) values (?,?,?,?,?,?,?)")
                .params(row.id().value(), r.round(), r.reason(), r.due(), profile, r.by().value(), Timestamp.from(r.at())).update();
        sql.sql("update replenishment.replenishment set released_on = ?, approval_due = ? where id = ?").params(today, r.due(), row.id().value()).update();
    }

    void scheduledFor(ReplenishmentId id, LocalDate day) {
        sql.sql("update replenishment.replenishment set scheduled_for = ? where id = ?").params(day, id.value()).update();
    }

    void shippedOn(ReplenishmentId id, LocalDate day) {
        sql.sql("update replenishment.replenishment set shipped_on = ? where id = ?").params(day, id.value()).update();
    }

    void step(ReplenishmentId id, ReplenishmentStep s) {
        sql.sql("""
                insert into replenishment.step (id, replenishment_id, round, kind, day, words, delivery_note, carrier, taken_by, taken_at)
                values (:id, :order, :round, :kind, :day, :words, :note, :carrier, :by, :at)""")
                .param("id", Ids.next()).param("order", id.value()).param("round", s.round()).param("kind", s.kind().name()).param("day", s.day(), Types.DATE)
                .param("words", s.words()).param("note", s.deliveryNote()).param("carrier", s.carrier()).param("by", s.by().value())
                .param("at", Timestamp.from(s.at())).update();
    }

    Optional<ReplenishmentRow> find(ReplenishmentId id) {
        return sql.sql(SELECT + " where r.id = ?").param(id.value()).query(ReplenishmentStore::row).optional();
    }

    Optional<ReplenishmentRow> find(String number) {
        return sql.sql(SELECT + " where r.number = ?").param(number).query(ReplenishmentStore::row).optional();
    }

    Optional<ReplenishmentRow> approvedBy(UUID approval) {
        return sql.sql(SELECT + " where r.approval_id = ?").param(approval).query(ReplenishmentStore::row).optional();
    }

    List<ReplenishmentRow> of(SubjectRef source) {
        return sql.sql(SELECT + " where r.source_type = ? and r.source_id = ? order by r.proposed_at, r.id").params(source.type(), source.id())
                .query(ReplenishmentStore::row).list();
    }

    List<ReplenishmentRow> of(ComplaintId complaint) {
        return sql.sql(SELECT + " where r.complaint_id = ? order by r.proposed_at, r.id").param(complaint.value()).query(ReplenishmentStore::row).list();
    }

    /** Those that were approved, or released before it, in the span and still hold. */
    List<ReplenishmentRow> approved(LocalDate from, LocalDate to) {
        return sql.sql(SELECT + " where coalesce(r.released_on, r.approved_on) between ? and ? and r.state in ('RELEASED', 'APPROVED', 'SCHEDULED', 'SHIPPED', 'RECEIVED')"
                + " order by coalesce(r.released_on, r.approved_on), r.number")
                .params(from, to).query(ReplenishmentStore::row).list();
    }

    List<Counted> near(SubjectRef source, ComplaintId complaint, @Nullable ReplenishmentId self, LocalDate from) {
        return sql.sql("""
                select id, number, amount, proposed_on from replenishment.replenishment
                where state not in ('REFUSED', 'WITHDRAWN') and proposed_on >= :from and id is distinct from cast(:self as uuid)
                  and (source_type = :type and source_id = :source or complaint_id = :complaint and 'complaint' in (:type, source_type))
                order by proposed_at, id""")
                .param("from", from).param("self", self == null ? null : self.value().toString(), Types.VARCHAR).param("type", source.type())
                .param("source", source.id()).param("complaint", complaint.value()).query(ReplenishmentStore::counted).list();
    }

    List<Counted> near(CustomerId customer, @Nullable ReplenishmentId self, LocalDate from) {
        return sql.sql("""
                select id, number, amount, proposed_on from replenishment.replenishment
                where state not in ('REFUSED', 'WITHDRAWN') and proposed_on >= :from and id is distinct from cast(:self as uuid) and customer_id = :customer
                order by proposed_at, id""")
                .param("from", from).param("self", self == null ? null : self.value().toString(), Types.VARCHAR).param("customer", customer.value())
                .query(ReplenishmentStore::counted).list();
    }

    ReplenishmentView whole(ReplenishmentRow row) {
        var items = sql.sql("select * from replenishment.item where replenishment_id = ? and round = ? order by position").params(row.id().value(), row.round())
                .query((r, n) -> new ItemView(r.getInt("position"), r.getString("part"), r.getString("part_name"), Decimals.plain(r.getBigDecimal("quantity")),
                        r.getString("unit"), r.getBigDecimal("price"), r.getBigDecimal("amount"))).list();
        var counted = sql.sql("select counted_id as id, number, amount, proposed_on from replenishment.counted where replenishment_id = ? and round = ? order by number")
                .params(row.id().value(), row.round()).query(ReplenishmentStore::counted).list();
        var steps = sql.sql("select * from replenishment.step where replenishment_id = ? order by taken_at, id").param(row.id().value())
                .query((r, n) -> new ReplenishmentStep(ReplenishmentStep.Kind.valueOf(r.getString("kind")), r.getInt("round"), r.getObject("day", LocalDate.class),
                        r.getString("words"), r.getString("delivery_note"), r.getString("carrier"), new PersonId(r.getObject("taken_by", UUID.class)),
                        r.getTimestamp("taken_at").toInstant())).list();
        return new ReplenishmentView(row, proposals(row.id()), items, counted, steps, releases(row.id()));
    }

    private List<ReplenishmentView.Release> releases(ReplenishmentId id) {
        return sql.sql("select * from replenishment.release where replenishment_id = ? order by round").param(id.value())
                .query((r, n) -> new ReplenishmentView.Release(r.getInt("round"), r.getString("reason"), r.getObject("approval_due", LocalDate.class),
                        new PersonId(r.getObject("released_by", UUID.class)), r.getTimestamp("released_at").toInstant())).list();
    }

    private List<ReplenishmentView.Proposed> proposals(ReplenishmentId id) {
        return sql.sql("select * from replenishment.submission where replenishment_id = ? order by round").param(id.value())
                .query((r, n) -> new ReplenishmentView.Proposed(r.getInt("round"), r.getBigDecimal("amount"), r.getBigDecimal("total"), r.getBigDecimal("limit_from"),
                        r.getInt("days"), r.getObject("approval_id", UUID.class), r.getString("reason"), new PersonId(r.getObject("submitted_by", UUID.class)),
                        r.getTimestamp("submitted_at").toInstant())).list();
    }

    private static Counted counted(ResultSet row, int n) throws SQLException {
        return new Counted(new ReplenishmentId(row.getObject("id", UUID.class)), row.getString("number"), row.getBigDecimal("amount"),
                row.getObject("proposed_on", LocalDate.class));
    }

    static ReplenishmentRow row(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        String goods = row.getString("goods");
        return new ReplenishmentRow(new ReplenishmentId(row.getObject("id", UUID.class)), row.getString("number"),
                new SubjectRef(row.getString("source_type"), row.getObject("source_id", UUID.class)), row.getString("source_number"), row.getString("source_path"),
                new ComplaintId(row.getObject("complaint_id", UUID.class)), row.getString("complaint_number"), customer == null ? null : new CustomerId(customer),
                row.getString("customer_code"), row.getString("customer_shown"), ReplenishmentState.valueOf(row.getString("state")), row.getInt("round"),
                row.getBoolean("urgent"), row.getObject("wanted_by", LocalDate.class), row.getString("reason"), goods == null ? "" : goods, row.getBigDecimal("amount"),
                row.getBigDecimal("total"), row.getBoolean("top_too"), row.getObject("approval_id", UUID.class), row.getObject("approved_on", LocalDate.class),
                row.getObject("scheduled_for", LocalDate.class), row.getObject("shipped_on", LocalDate.class),
                row.getObject("released_on", LocalDate.class), row.getObject("approval_due", LocalDate.class), row.getObject("refused_on", LocalDate.class),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getObject("proposed_on", LocalDate.class), row.getTimestamp("proposed_at").toInstant(), row.getObject("profile_version", UUID.class),
                row.getString("clause"), row.getInt("version"), new PersonId(row.getObject("changed_by", UUID.class)), row.getTimestamp("changed_at").toInstant());
    }
}
