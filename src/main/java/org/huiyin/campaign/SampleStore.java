package org.huiyin.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves samples, their changes and their submissions. */
@Component
class SampleStore {

    private final JdbcClient sql;
    private final Sentences sentences;

    SampleStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    /** A row as it is stored; names are the customer module's. */
    record Entry(
            CustomerId customer, String stratum, Grade grade, int position, boolean chosen, boolean proposed, SampleRow.Origin origin,
            Sentence reason, @Nullable LocalDate lastAnswered, int recentComplaints, int contacts) {}

    /** A change as it is stored. */
    record Change(@Nullable CustomerId leaving, @Nullable CustomerId entering, String reason, List<Sentence> warnings, PersonId by, Instant at) {}

    /** A submission as it is stored. */
    record Submission(RoundId round, UUID approval, String hash, PersonId by, Instant at) {}

    void replace(RoundId round, List<Entry> entries) {
        sql.sql("delete from campaign.sample_entry where round_id = ?").param(round.value()).update();
        entries.forEach(entry -> insert(round, entry));
    }

    private void insert(RoundId round, Entry e) {
        sql.sql("""
                insert into campaign.sample_entry (round_id, customer_id, stratum, grade, position, chosen, proposed, origin, reason,
                  last_answered, recent_complaints, contacts) values (?,?,?,?,?,?,?,?,cast(? as jsonb),?,?,?)""")
                .params(Arrays.asList(round.value(), e.customer().value(), e.stratum(), e.grade().name(), e.position(), e.chosen(),
                        e.proposed(), e.origin().name(), sentences.write(e.reason()), e.lastAnswered(), e.recentComplaints(), e.contacts()))
                .update();
    }

    void choose(RoundId round, CustomerId customer, boolean chosen, SampleRow.Origin origin, Sentence reason) {
        sql.sql("""
                update campaign.sample_entry set chosen = ?, origin = ?, reason = cast(? as jsonb)
                where round_id = ? and customer_id = ?""")
                .params(chosen, origin.name(), sentences.write(reason), round.value(), customer.value())
                .update();
    }

    List<Entry> entries(RoundId round) {
        return sql.sql("select * from campaign.sample_entry where round_id = ? order by stratum, position")
                .param(round.value())
                .query((row, n) -> new Entry(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("stratum"),
                        Grade.valueOf(row.getString("grade")),
                        row.getInt("position"),
                        row.getBoolean("chosen"),
                        row.getBoolean("proposed"),
                        SampleRow.Origin.valueOf(row.getString("origin")),
                        sentences.read(row.getString("reason")),
                        row.getObject("last_answered", LocalDate.class),
                        row.getInt("recent_complaints"),
                        row.getInt("contacts")))
                .list();
    }

    void insert(RoundId round, Change change) {
        sql.sql("""
                insert into campaign.sample_swap (id, round_id, leaving_id, entering_id, reason, warnings, by_person, at)
                values (?,?,?,?,?,cast(? as jsonb),?,?)""")
                .params(Arrays.asList(Ids.next(), round.value(), value(change.leaving()), value(change.entering()), change.reason(),
                        array(change.warnings()), change.by().value(), Timestamp.from(change.at())))
                .update();
    }

    private static @Nullable UUID value(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    private String array(List<Sentence> warnings) {
        return "[" + String.join(",", warnings.stream().map(sentences::write).toList()) + "]";
    }

    List<Change> changes(RoundId round) {
        return sql.sql("""
                select s.*, (select coalesce(array_agg(w.value::text), '{}') from jsonb_array_elements(s.warnings) w) as texts
                from campaign.sample_swap s where round_id = ? order by id""")
                .param(round.value())
                .query((row, n) -> new Change(
                        id(row.getObject("leaving_id", UUID.class)),
                        id(row.getObject("entering_id", UUID.class)),
                        row.getString("reason"),
                        Arrays.stream((String[]) row.getArray("texts").getArray()).map(sentences::read).toList(),
                        new PersonId(row.getObject("by_person", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static @Nullable CustomerId id(@Nullable UUID value) {
        return value == null ? null : new CustomerId(value);
    }

    void insert(Submission submission) {
        sql.sql("insert into campaign.sample_submission (id, round_id, approval_id, content_hash, by_person, at) values (?,?,?,?,?,?)")
                .params(Ids.next(), submission.round().value(), submission.approval(), submission.hash(), submission.by().value(),
                        Timestamp.from(submission.at()))
                .update();
    }

    Optional<Submission> submission(UUID approval) {
        return sql.sql("select * from campaign.sample_submission where approval_id = ?").param(approval).query(this::read).optional();
    }

    Optional<Submission> lastSubmission(RoundId round) {
        return sql.sql("select * from campaign.sample_submission where round_id = ? order by id desc limit 1")
                .param(round.value())
                .query(this::read)
                .optional();
    }

    private Submission read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Submission(new RoundId(row.getObject("round_id", UUID.class)), row.getObject("approval_id", UUID.class),
                row.getString("content_hash"), new PersonId(row.getObject("by_person", UUID.class)), row.getTimestamp("at").toInstant());
    }
}
