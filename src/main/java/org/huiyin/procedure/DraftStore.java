package org.huiyin.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.procedure.Decision.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Drafts with their edits, submissions and decisions. */
@Component
class DraftStore {

    /** A draft as its row has it. */
    record Row(UUID id, UUID basedOn, DraftState state, ProfileContent content, int version, PersonId openedBy, Instant openedAt) {}

    private final JdbcClient sql;

    DraftStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Row> live() {
        return sql.sql("select * from procedure.draft where state in ('EDITING', 'SUBMITTED', 'REFUSED')")
                .query(DraftStore::row).optional();
    }

    Optional<Row> lock(UUID id) {
        return sql.sql("select * from procedure.draft where id = ? for update").param(id).query(DraftStore::row).optional();
    }

    void insert(Row draft) {
        sql.sql("""
                insert into procedure.draft (id, based_on, state, content, version, opened_by, opened_at)
                values (?, ?, ?, cast(? as jsonb), ?, ?, ?)""")
                .params(draft.id(), draft.basedOn(), draft.state().name(), draft.content().text(), draft.version(),
                        draft.openedBy().value(), Timestamp.from(draft.openedAt()))
                .update();
    }

    void write(UUID id, ProfileContent content) {
        sql.sql("update procedure.draft set content = cast(? as jsonb), version = version + 1 where id = ?")
                .params(content.text(), id).update();
    }

    void become(UUID id, DraftState state) {
        sql.sql("update procedure.draft set state = ? where id = ?").params(state.name(), id).update();
    }

    void note(UUID draft, DraftEdit edit) {
        sql.sql("""
                insert into procedure.draft_edit (id, draft_id, version, path, before, after, edited_by, edited_at)
                values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?)""")
                .params(Ids.next(), draft, edit.version(), edit.path(), json(edit.before()), json(edit.after()), edit.by().value(),
                        Timestamp.from(edit.at()))
                .update();
    }

    private static String json(JsonNode node) {
        return node.isMissingNode() ? "null" : node.toString();
    }

    /** Newest first. */
    List<DraftEdit> edits(UUID draft) {
        return sql.sql("select * from procedure.draft_edit where draft_id = ? order by version desc").param(draft)
                .query((row, n) -> new DraftEdit(row.getInt("version"), row.getString("path"),
                        ProfileContent.JSON.readTree(row.getString("before")), ProfileContent.JSON.readTree(row.getString("after")),
                        new PersonId(row.getObject("edited_by", UUID.class)), row.getTimestamp("edited_at").toInstant()))
                .list();
    }

    void insert(UUID draft, ProfileContent content, Submission submission) {
        sql.sql("""
                insert into procedure.submission (id, draft_id, content, content_hash, effective_from, change_note, submitted_by, submitted_at)
                values (?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)""")
                .params(submission.id(), draft, content.text(), submission.contentHash(), submission.effectiveFrom(),
                        submission.changeNote(), submission.by().value(), Timestamp.from(submission.at()))
                .update();
    }

    Optional<Submission> lastSubmission(UUID draft) {
        return sql.sql("select * from procedure.submission where draft_id = ? order by submitted_at desc, id desc limit 1")
                .param(draft).query(DraftStore::submission).optional();
    }

    Optional<Submission> submission(UUID id) {
        return sql.sql("select * from procedure.submission where id = ?").param(id).query(DraftStore::submission).optional();
    }

    void insert(Submission submission, Verdict verdict, String reason, boolean own, Actor actor, Instant at) {
        sql.sql("""
                insert into procedure.decision (id, submission_id, verdict, reason, content_hash, roles, own_submission, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(Ids.next(), submission.id(), verdict.name(), reason, submission.contentHash(),
                        actor.roles().toArray(String[]::new), own, actor.id().value(), Timestamp.from(at)))
                .update();
    }

    Optional<Decision> decision(UUID submission) {
        return sql.sql("select * from procedure.decision where submission_id = ?").param(submission)
                .query((row, n) -> new Decision(Verdict.valueOf(row.getString("verdict")), row.getString("reason"),
                        Set.of((String[]) row.getArray("roles").getArray()), row.getBoolean("own_submission"),
                        new PersonId(row.getObject("decided_by", UUID.class)), row.getTimestamp("decided_at").toInstant()))
                .optional();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("based_on", UUID.class),
                DraftState.valueOf(row.getString("state")), ProfileContent.parse(row.getString("content")), row.getInt("version"),
                new PersonId(row.getObject("opened_by", UUID.class)), row.getTimestamp("opened_at").toInstant());
    }

    private static Submission submission(ResultSet row, int n) throws SQLException {
        return new Submission(row.getObject("id", UUID.class), row.getString("content_hash"),
                row.getObject("effective_from", LocalDate.class), row.getString("change_note"),
                new PersonId(row.getObject("submitted_by", UUID.class)), row.getTimestamp("submitted_at").toInstant());
    }
}
