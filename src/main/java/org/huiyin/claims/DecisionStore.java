package org.huiyin.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds decisions on who bears a loss; none is ever changed. */
@Component
class DecisionStore {

    private static final String LATEST = "not exists (select 1 from claims.decision later where later.company_id = d.company_id and later.complaint_id = d.complaint_id and later.round > d.round)";
    private static final String SELECT = "select d.*, k.number as complaint_number, " + LATEST + " and exists (select 1 from claims.notice n where n.company_id = d.company_id"
            + " and n.complaint_id = d.complaint_id and n.state = 'OBJECTED') as contested"
            + " from claims.decision d join complaint.complaint k on k.company_id = d.company_id and k.id = d.complaint_id ";
    private static final String LISTED = "where " + LATEST + " and k.number ilike :words and (:all or k.sales_owner = :me or k.received_by = :me or k.work_owner = :me)";

    private final JdbcClient sql;

    DecisionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whoever decides on the same complaint, or proposes a notice from it, waits here until the commit. */
    void lock(ComplaintId complaint) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 11))").param(complaint.value().toString()).query(rows -> {});
    }

    void insert(UUID id, ComplaintId complaint, int round, NewDecision d, UUID signature, UUID profile, String clause, PersonId by, Instant at) {
        sql.sql("""
                insert into claims.decision (id, complaint_id, round, reason, evidence, signature_id, profile_version, clause, decided_by, decided_at)
                values (?,?,?,?,?,?,?,?,?,?)""")
                .params(id, complaint.value(), round, d.reason(), d.evidence(), signature, profile, clause, by.value(), Timestamp.from(at)).update();
        int position = 1;
        for (ShareView s : d.shares()) {
            sql.sql("insert into claims.share (decision_id, position, kind, name, department_id, percent) values (?,?,?,?,?,?)")
                    .params(Arrays.asList(id, position++, s.kind().name(), s.name(), s.department(), s.percent())).update();
        }
    }

    List<DecisionView> of(ComplaintId complaint) {
        return whole(sql.sql(SELECT + "where d.complaint_id = ? order by d.round").param(complaint.value()).query(DecisionStore::view).list());
    }

    Optional<DecisionView> find(UUID id) {
        return whole(sql.sql(SELECT + "where d.id = ?").param(id).query(DecisionStore::view).list()).stream().findFirst();
    }

    /** The latest decisions of all complaints, the youngest first. */
    List<DecisionView> latest(Actor actor, String q, int limit, long skip) {
        return whole(seen(SELECT + LISTED + " order by d.decided_at desc, d.id desc limit :limit offset :skip", actor, q).param("limit", limit).param("skip", skip)
                .query(DecisionStore::view).list());
    }

    long count(Actor actor, String q) {
        return seen("select count(*) from claims.decision d join complaint.complaint k on k.company_id = d.company_id and k.id = d.complaint_id " + LISTED, actor, q)
                .query(Long.class).single();
    }

    private JdbcClient.StatementSpec seen(String statement, Actor actor, String q) {
        return sql.sql(statement).param("all", actor.may("customer.readAll")).param("me", actor.id().value()).param("words", like(q));
    }

    private static String like(String q) {
        return "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Complaints with a running claim on which nobody has decided who bears the loss. */
    List<String> undecided(Actor actor) {
        return sql.sql("""
                select distinct k.number from claims.claim c join complaint.complaint k on k.company_id = c.company_id and k.id = c.complaint_id
                where c.state not in ('DRAFT', 'WITHDRAWN') and (:all or k.sales_owner = :me or k.received_by = :me or k.work_owner = :me)
                  and not exists (select 1 from claims.decision d where d.company_id = c.company_id and d.complaint_id = c.complaint_id)
                order by k.number""").param("all", actor.may("customer.readAll")).param("me", actor.id().value()).query(String.class).list();
    }

    private List<DecisionView> whole(List<DecisionView> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<ShareView>> shares = sql.sql("select * from claims.share where decision_id = any(?) order by decision_id, position")
                .param(heads.stream().map(DecisionView::id).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("decision_id", UUID.class), new ShareView(PartyKind.valueOf(row.getString("kind")), row.getString("name"),
                        row.getObject("department_id", UUID.class), Decimals.plain(row.getBigDecimal("percent")))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return heads.stream().map(d -> d.with(shares.getOrDefault(d.id(), List.of()))).toList();
    }

    private static DecisionView view(ResultSet row, int n) throws SQLException {
        return new DecisionView(row.getObject("id", UUID.class), new ComplaintId(row.getObject("complaint_id", UUID.class)), row.getString("complaint_number"),
                row.getInt("round"), List.of(), row.getString("reason"), row.getString("evidence"), new PersonId(row.getObject("decided_by", UUID.class)),
                row.getTimestamp("decided_at").toInstant(), row.getBoolean("contested"));
    }
}
