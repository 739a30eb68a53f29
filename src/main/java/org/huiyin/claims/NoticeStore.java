package org.huiyin.claims;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes notices, their wordings, receipts and objections. */
@Component
class NoticeStore {

    private static final String FROM = """
             from claims.notice n
            join claims.notice_content t on t.company_id = n.company_id and t.notice_id = n.id and t.content_version = n.content_version
            join complaint.complaint k on k.company_id = n.company_id and k.id = n.complaint_id
            join organization.department d on d.company_id = n.company_id and d.id = n.department_id""";
    private static final String SELECT = "select n.*, t.amount, t.currency, t.points, t.reason, k.number as complaint_number, d.name as unit" + FROM;

    private final JdbcClient sql;

    NoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is given to a notice besides what was typed. */
    record Given(NoticeId id, String number, UUID decision, String currency, UUID profileVersion, String clause, PersonId by, Instant at) {}

    void insert(NewNotice n, Given given) {
        sql.sql("""
                insert into claims.notice (id, number, kind, department_id, complaint_id, decision_id, state, profile_version, clause, proposed_by, proposed_at,
                  changed_by, changed_at) values (?,?,?,?,?,?,'DRAFT',?,?,?,?,?,?)""")
                .params(given.id().value(), given.number(), n.kind().name(), n.department(), n.complaint().value(), given.decision(), given.profileVersion(), given.clause(),
                        given.by().value(), Timestamp.from(given.at()), given.by().value(), Timestamp.from(given.at()))
                .update();
        write(given.id(), 1, n.text(), given.currency(), given.by(), given.at());
    }

    private void write(NoticeId id, int wording, NoticeText text, String currency, PersonId by, Instant at) {
        sql.sql("insert into claims.notice_content (notice_id, content_version, amount, currency, points, reason, written_by, written_at) values (?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(id.value(), wording, text.amount(), currency, text.points(), text.reason(), by.value(), Timestamp.from(at))).update();
    }

    /** A new wording, resting on the decision of today. */
    void reword(NoticeView n, NoticeText text, UUID decision, PersonId by, Instant at) {
        write(n.id(), n.wording() + 1, text, n.currency(), by, at);
        sql.sql("update claims.notice set content_version = content_version + 1, decision_id = ?, approval_id = null where id = ?").params(decision, n.id().value()).update();
    }

    void become(NoticeId id, NoticeState state) {
        sql.sql("update claims.notice set state = ? where id = ?").params(state.name(), id.value()).update();
    }

    void submitted(NoticeId id, @Nullable UUID approval) {
        sql.sql("update claims.notice set approval_id = ? where id = ?").params(Arrays.asList(approval, id.value())).update();
    }

    void issued(NoticeId id, PersonId by, Instant at, Instant due) {
        sql.sql("update claims.notice set issued_by = ?, issued_at = ?, objection_due = ?, state = 'ISSUED' where id = ?")
                .params(by.value(), Timestamp.from(at), Timestamp.from(due), id.value()).update();
    }

    void touch(NoticeId id, PersonId by, Instant at) {
        sql.sql("update claims.notice set version = version + 1, changed_by = ?, changed_at = ? where id = ?").params(by.value(), Timestamp.from(at), id.value()).update();
    }

    ClaimStore.Touch touched(NoticeId id) {
        return sql.sql("select changed_by, changed_at from claims.notice where id = ?").param(id.value())
                .query((row, n) -> new ClaimStore.Touch(new PersonId(row.getObject("changed_by", UUID.class)), row.getTimestamp("changed_at").toInstant())).single();
    }

    Optional<NoticeView> find(NoticeId id) {
        return sql.sql(SELECT + " where n.id = ?").param(id.value()).query(NoticeStore::view).optional();
    }

    Optional<NoticeView> find(String number) {
        return sql.sql(SELECT + " where n.number = ?").param(number).query(NoticeStore::view).optional();
    }

    Optional<NoticeView> lock(NoticeId id) {
        sql.sql("select id from claims.notice where id = ? for update").param(id.value()).query(UUID.class).optional();
        return find(id);
    }

    List<NoticeView> of(ComplaintId complaint) {
        return sql.sql(SELECT + " where n.complaint_id = ? order by n.id").param(complaint.value()).query(NoticeStore::view).list();
    }

    List<NoticeView> page(Actor actor, NoticeFilter f) {
        var parameters = parameters(actor, f);
        return sql.sql(SELECT + where(f) + " order by n.proposed_at desc, n.id desc limit :size offset :skip")
                .paramSource(parameters.addValue("size", f.size()).addValue("skip", (long) (f.page() - 1) * f.size())).query(NoticeStore::view).list();
    }

    long count(Actor actor, NoticeFilter f) {
        return sql.sql("select count(*)" + FROM + where(f)).paramSource(parameters(actor, f)).query(Long.class).single();
    }

    NoticeTotals totals(Actor actor, NoticeFilter f, String currency) {
        return sql.sql("""
                select coalesce(sum(t.amount) filter (where n.kind = 'REWARD'), 0.00) as rewards, coalesce(sum(t.amount) filter (where n.kind = 'PENALTY'), 0.00) as penalties,
                  coalesce(sum(t.points) filter (where n.kind = 'REWARD'), 0) as reward_points, coalesce(sum(t.points) filter (where n.kind = 'PENALTY'), 0) as penalty_points"""
                + FROM + where(f) + " and n.state in ('ISSUED', 'UPHELD')").paramSource(parameters(actor, f))
                .query((row, n) -> new NoticeTotals(currency, row.getBigDecimal("rewards"), row.getBigDecimal("penalties"), row.getLong("reward_points"),
                        row.getLong("penalty_points")))
                .single();
    }

    /** Whoever may read claims sees all that is issued; the people of a unit see its notices once they are issued. */
    private static String where(NoticeFilter f) {
        var where = new StringBuilder(" where (:reads or n.issued_at is not null and n.department_id = (select p.department_id from organization.person p where p.id = :me))"
                + " and (n.number || ' ' || k.number || ' ' || d.name || ' ' || t.reason) ilike :words");
        if (f.kind() != null) {
            where.append(" and n.kind = :kind");
        }
        if (f.state() != null) {
            where.append(" and n.state = :state");
        }
        if (f.department() != null) {
            where.append(" and n.department_id = :department");
        }
        if (f.complaint() != null) {
            where.append(" and n.complaint_id = :complaint");
        }
        return where.toString();
    }

    private static MapSqlParameterSource parameters(Actor actor, NoticeFilter f) {
        var complaint = f.complaint();
        return new MapSqlParameterSource("reads", actor.may(Claims.READ)).addValue("me", actor.id().value())
                .addValue("words", "%" + f.q().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .addValue("kind", f.kind() == null ? null : f.kind().name()).addValue("state", f.state() == null ? null : f.state().name())
                .addValue("department", f.department()).addValue("complaint", complaint == null ? null : complaint.value());
    }

    List<Wording> wordings(NoticeId id) {
        return sql.sql("select * from claims.notice_content where notice_id = ? order by content_version").param(id.value())
                .query((row, n) -> new Wording(row.getInt("content_version"), new NoticeText(row.getBigDecimal("amount"), points(row), row.getString("reason")),
                        row.getString("currency"), new PersonId(row.getObject("written_by", UUID.class)), row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /** Notes that a person of the unit has read it; false when she had. */
    boolean read(NoticeView notice, PersonId person, Instant at) {
        return sql.sql("insert into claims.receipt (notice_id, content_version, person_id, read_at) values (?,?,?,?) on conflict do nothing")
                .params(notice.id().value(), notice.wording(), person.value(), Timestamp.from(at)).update() == 1;
    }

    Map<PersonId, Instant> receipts(NoticeView notice) {
        var found = new LinkedHashMap<PersonId, Instant>();
        sql.sql("select person_id, read_at from claims.receipt where notice_id = ? and content_version = ? order by read_at").params(notice.id().value(), notice.wording())
                .query(row -> {
                    found.put(new PersonId(row.getObject("person_id", UUID.class)), row.getTimestamp("read_at").toInstant());
                });
        return found;
    }

    void object(UUID id, NoticeView notice, String words, PersonId by, Instant at) {
        sql.sql("insert into claims.objection (id, notice_id, content_version, words, objected_by, objected_at) values (?,?,?,?,?,?)")
                .params(id, notice.id().value(), notice.wording(), words, by.value(), Timestamp.from(at)).update();
    }

    void answer(UUID objection, ObjectionView.Verdict verdict, String words, UUID decision, PersonId by, Instant at) {
        sql.sql("insert into claims.objection_answer (objection_id, verdict, words, decision_id, answered_by, answered_at) values (?,?,?,?,?,?)")
                .params(objection, verdict.name(), words, decision, by.value(), Timestamp.from(at)).update();
    }

    List<ObjectionView> objections(NoticeId id) {
        return sql.sql("""
                select o.*, a.verdict, a.words as answer, a.decision_id, a.answered_by, a.answered_at from claims.objection o
                left join claims.objection_answer a on a.company_id = o.company_id and a.objection_id = o.id where o.notice_id = ? order by o.id""").param(id.value())
                .query((row, n) -> new ObjectionView(row.getObject("id", UUID.class), row.getInt("content_version"), row.getString("words"),
                        new PersonId(row.getObject("objected_by", UUID.class)), row.getTimestamp("objected_at").toInstant(), answered(row)))
                .list();
    }

    private static ObjectionView.@Nullable Answer answered(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null ? null : new ObjectionView.Answer(ObjectionView.Verdict.valueOf(verdict), row.getString("answer"), row.getObject("decision_id", UUID.class),
                new PersonId(row.getObject("answered_by", UUID.class)), row.getTimestamp("answered_at").toInstant());
    }

    private static @Nullable Integer points(ResultSet row) throws SQLException {
        int points = row.getInt("points");
        return row.wasNull() ? null : points;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static NoticeView view(ResultSet row, int n) throws SQLException {
        var issuer = row.getObject("issued_by", UUID.class);
        BigDecimal amount = row.getBigDecimal("amount");
        return new NoticeView(new NoticeId(row.getObject("id", UUID.class)), row.getString("number"), NoticeKind.valueOf(row.getString("kind")),
                row.getObject("department_id", UUID.class), row.getString("unit"), new ComplaintId(row.getObject("complaint_id", UUID.class)),
                row.getString("complaint_number"), row.getObject("decision_id", UUID.class), row.getInt("content_version"), amount, row.getString("currency"), points(row),
                row.getString("reason"), NoticeState.valueOf(row.getString("state")), row.getObject("approval_id", UUID.class),
                issuer == null ? null : new PersonId(issuer), instant(row, "issued_at"), instant(row, "objection_due"), row.getObject("profile_version", UUID.class),
                row.getString("clause"), new PersonId(row.getObject("proposed_by", UUID.class)), row.getTimestamp("proposed_at").toInstant(), row.getInt("version"));
    }
}
