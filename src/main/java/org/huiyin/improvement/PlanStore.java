package org.huiyin.improvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans, the actions in them, and what was put before their approvers. */
@Component
class PlanStore {

    /** A plan as its row has it. */
    record Row(UUID id, String number, String title, String opinion, PersonId madeBy, Instant madeAt, UUID profileVersion, int version,
            PersonId changedBy, Instant changedAt) {}

    /** What was put before the approvers. */
    record Submission(UUID plan, @Nullable UUID approval, PlanContent content, PersonId by, Instant at) {}

    private final JdbcClient sql;

    PlanStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID id, String number, String title, String opinion, PersonId by, Instant at, UUID profile) {
        sql.sql("insert into improvement.plan (id, number, title, opinion, made_by, made_at, profile_version) values (?,?,?,?,?,?,?)")
                .params(id, number, title, opinion, by.value(), Timestamp.from(at), profile).update();
    }

    void add(UUID plan, ActionId action, PersonId by, Instant at) {
        sql.sql("insert into improvement.plan_action (plan_id, action_id, added_by, added_at) values (?,?,?,?) on conflict do nothing")
                .params(plan, action.value(), by.value(), Timestamp.from(at)).update();
    }

    void leaveOut(UUID plan, ActionId action) {
        sql.sql("delete from improvement.plan_action where plan_id = ? and action_id = ?").params(plan, action.value()).update();
    }

    void write(UUID id, String title, String opinion, PersonId by, Instant at) {
        sql.sql("update improvement.plan set title = ?, opinion = ?, version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(title, opinion, by.value(), Timestamp.from(at), id).update();
    }

    /** Two people on one plan wait here for each other. */
    Optional<Row> lock(String number) {
        return sql.sql("select * from improvement.plan where number = ? for update").param(number).query(PlanStore::row).optional();
    }

    Optional<Row> find(String number) {
        return sql.sql("select * from improvement.plan where number = ?").param(number).query(PlanStore::row).optional();
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from improvement.plan where id = ?").param(id).query(PlanStore::row).optional();
    }

    /** The latest first. */
    List<Row> all() {
        return sql.sql("select * from improvement.plan order by made_at desc, id desc").query(PlanStore::row).list();
    }

    List<ActionId> actions(UUID plan) {
        return sql.sql("select action_id from improvement.plan_action where plan_id = ? order by added_at, action_id").param(plan)
                .query(UUID.class).list().stream().map(ActionId::new).toList();
    }

    void insert(UUID id, Submission s) {
        sql.sql("""
                insert into improvement.plan_submission (id, plan_id, approval_id, content, content_hash, submitted_by, submitted_at)
                values (?,?,?,cast(? as jsonb),?,?,?)""")
                .params(Arrays.asList(id, s.plan(), s.approval(), s.content().written(), s.content().hash(), s.by().value(), Timestamp.from(s.at())))
                .update();
    }

    /** The latest first. */
    List<Submission> submissions(UUID plan) {
        return sql.sql("select * from improvement.plan_submission where plan_id = ? order by submitted_at desc, id desc").param(plan)
                .query(PlanStore::submission).list();
    }

    Optional<Submission> submission(UUID approval) {
        return sql.sql("select * from improvement.plan_submission where approval_id = ?").param(approval).query(PlanStore::submission).optional();
    }

    private static Submission submission(ResultSet row, int n) throws SQLException {
        return new Submission(row.getObject("plan_id", UUID.class), row.getObject("approval_id", UUID.class), PlanContent.read(row.getString("content")),
                new PersonId(row.getObject("submitted_by", UUID.class)), row.getTimestamp("submitted_at").toInstant());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var made = new PersonId(row.getObject("made_by", UUID.class));
        var madeAt = row.getTimestamp("made_at");
        var by = row.getObject("changed_by", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"), row.getString("opinion"), made, madeAt.toInstant(),
                row.getObject("profile_version", UUID.class), row.getInt("version"), by == null ? made : new PersonId(by),
                Objects.requireNonNullElse(row.getTimestamp("changed_at"), madeAt).toInstant());
    }
}
