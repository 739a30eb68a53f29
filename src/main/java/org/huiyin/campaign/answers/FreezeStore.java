package org.huiyin.campaign.answers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.approval.SignatureId;
import org.huiyin.campaign.RoundId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps freezes and corrections, and hashes what counts. */
@Component
class FreezeStore {

    private static final String HASH = """
            select encode(sha256(coalesce(string_agg(sha256(convert_to(concat_ws('|', id, customer_id, contact_id, weight, score, answered_share,
              items::text, comments::text, overall), 'UTF8')), ''::bytea order by id), ''::bytea)), 'hex')
            from campaign.answer_standing where round_id = ? and counted""";

    private final JdbcClient sql;

    FreezeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lets no answer and no decision pass until the transaction ends (see SubmissionStore.SUBMIT). */
    void lock(RoundId round) {
        sql.sql("select id from campaign.round where id = ? for update").param(round.value()).query(rows -> {});
    }

    /** SHA-256 over everything that counts, answer by answer in a fixed order. */
    String contentHash(RoundId round) {
        return sql.sql(HASH).param(round.value()).query(String.class).single();
    }

    int uncheckedPaper(RoundId round) {
        return sql.sql("""
                select count(*) from campaign.invitation i
                where i.round_id = ? and i.state <> 'REVOKED' and not exists (select from campaign.answer a where a.invitation_id = i.id)
                  and (select not exists (select from campaign.paper_check c where c.entry_id = e.id) from campaign.paper_entry e
                       where e.invitation_id = i.id order by e.id desc limit 1)""")
                .param(round.value()).query(Integer.class).single();
    }

    FreezeView insert(RoundId round, int number, String hash, AnswerCounts counts, List<SignatureId> signatures, Instant at) {
        var view = new FreezeView(Ids.next(), round, number, hash, counts.received(), counts.counted(), counts.invalid(), counts.late(),
                signatures.stream().map(SignatureId::value).toList(), at);
        sql.sql("""
                insert into campaign.freeze (id, round_id, number, content_hash, received, counted, ruled_out, late, signatures, frozen_at)
                values (?,?,?,?,?,?,?,?,?,?)""")
                .params(view.id(), round.value(), number, hash, view.received(), view.counted(), view.ruledOut(), view.late(),
                        view.signatures().toArray(UUID[]::new), Timestamp.from(at))
                .update();
        return view;
    }

    /** The youngest first. */
    List<FreezeView> of(RoundId round) {
        return sql.sql("select * from campaign.freeze where round_id = ? order by number desc")
                .param(round.value())
                .query((row, n) -> new FreezeView(row.getObject("id", UUID.class), round, row.getInt("number"), row.getString("content_hash"),
                        row.getInt("received"), row.getInt("counted"), row.getInt("ruled_out"), row.getInt("late"),
                        Arrays.asList((UUID[]) row.getArray("signatures").getArray()), row.getTimestamp("frozen_at").toInstant()))
                .list();
    }

    void correct(RoundId round, int afterNumber, String reason, PersonId by, Instant at) {
        sql.sql("insert into campaign.correction (id, round_id, after_number, reason, opened_by, opened_at) values (?,?,?,?,?,?)")
                .params(Ids.next(), round.value(), afterNumber, reason, by.value(), Timestamp.from(at))
                .update();
    }

    /** The correction that no freeze has ended yet. */
    Optional<CorrectionView> openCorrection(RoundId round) {
        return sql.sql("""
                select * from campaign.correction c where c.round_id = ?
                  and not exists (select from campaign.freeze f where f.round_id = c.round_id and f.number > c.after_number)""")
                .param(round.value())
                .query((row, n) -> new CorrectionView(row.getInt("after_number"), row.getString("reason"),
                        new PersonId(row.getObject("opened_by", UUID.class)), row.getTimestamp("opened_at").toInstant()))
                .optional();
    }
}
