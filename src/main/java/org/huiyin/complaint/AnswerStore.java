package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.voice.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds answers and reactions; neither is ever changed. */
@Component
class AnswerStore {

    private final JdbcClient sql;

    AnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    UUID add(ComplaintView k, NewAnswer a, @Nullable UUID report, @Nullable UUID mail, PersonId by, Instant now) {
        var id = Ids.next();
        sql.sql("""
                insert into complaint.answer (id, complaint_id, round, final, words, way, recipient, language, report_id, mail_id, sent_by, sent_at, noted_at)
                values (:id, :k, :round, :final, :words, :way, :recipient, :language, :report, :mail, :by, :at, :now)""")
                .paramSource(new MapSqlParameterSource("id", id).addValue("k", k.id().value()).addValue("round", k.round()).addValue("final", a.last())
                        .addValue("words", a.words()).addValue("way", a.way().name()).addValue("recipient", a.recipient()).addValue("language", a.language())
                        .addValue("report", report, Types.OTHER).addValue("mail", mail, Types.OTHER).addValue("by", by.value())
                        .addValue("at", Timestamp.from(a.at())).addValue("now", Timestamp.from(now)))
                .update();
        return id;
    }

    void react(ComplaintId k, UUID answer, boolean accepted, String reason, Channel way, String who, Instant at, PersonId by, Instant now) {
        sql.sql("""
                insert into complaint.reaction (id, complaint_id, answer_id, accepted, reason, way, who, reacted_at, noted_by, noted_at)
                values (?,?,?,?,?,?,?,?,?,?)""")
                .params(Ids.next(), k.value(), answer, accepted, reason, way.name(), who, Timestamp.from(at), by.value(), Timestamp.from(now)).update();
    }

    List<AnswerView> of(ComplaintId k) {
        return sql.sql("""
                select a.*, r.accepted, r.reason, r.way as reaction_way, r.who, r.reacted_at, r.noted_by from complaint.answer a
                left join lateral (select * from complaint.reaction r where r.company_id = a.company_id and r.answer_id = a.id order by r.id desc limit 1) r on true
                where a.complaint_id = ? order by a.id""").param(k.value()).query(AnswerStore::view).list();
    }

    private static AnswerView view(ResultSet row, int n) throws SQLException {
        boolean accepted = row.getBoolean("accepted");
        var reaction = row.wasNull() ? null : new AnswerView.ReactionView(accepted, row.getString("reason"), Channel.valueOf(row.getString("reaction_way")),
                row.getString("who"), new PersonId(row.getObject("noted_by", UUID.class)), row.getTimestamp("reacted_at").toInstant());
        return new AnswerView(row.getObject("id", UUID.class), row.getInt("round"), row.getBoolean("final"), row.getString("words"),
                Channel.valueOf(row.getString("way")), row.getString("recipient"), row.getObject("report_id", UUID.class), row.getObject("mail_id", UUID.class),
                new PersonId(row.getObject("sent_by", UUID.class)), row.getTimestamp("sent_at").toInstant(), reaction);
    }
}
