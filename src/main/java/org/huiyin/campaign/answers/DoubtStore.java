package org.huiyin.campaign.answers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps flags and decisions; both are only ever added. */
@Component
class DoubtStore {

    private final JdbcClient sql;
    private final Sentences sentences;

    DoubtStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    /** Adds a flag; false when the same rule has flagged the answer before. */
    boolean flag(AnswerId answer, DoubtRule rule, Sentence why, @Nullable PersonId by, Instant at) {
        return sql.sql("""
                insert into campaign.doubt_flag (id, answer_id, rule, sentence, raised_by, raised_at) values (?,?,?,?::jsonb,?,?)
                on conflict (company_id, answer_id, rule) do nothing""")
                .params(Arrays.asList(Ids.next(), answer.value(), rule.name(), sentences.write(why), by == null ? null : by.value(),
                        Timestamp.from(at)))
                .update() == 1;
    }

    void decide(AnswerId answer, Verdict verdict, String reason, PersonId by, Instant at) {
        sql.sql("insert into campaign.doubt_decision (id, answer_id, verdict, reason, decided_by, decided_at) values (?,?,?,?,?,?)")
                .params(Ids.next(), answer.value(), verdict.name(), reason, by.value(), Timestamp.from(at))
                .update();
    }

    /** Holds the answer's round against a freeze until the transaction ends; its state as it is now. */
    String holdRound(UUID round) {
        return sql.sql("select state from campaign.round where id = ? for key share").param(round).query(String.class).single();
    }

    /** Flags and decisions in the order in which they came. */
    List<DoubtStep> history(AnswerId answer) {
        return sql.sql("""
                select id, rule, null as verdict, sentence::text as sentence, null as reason, raised_by as by_person, raised_at as at
                from campaign.doubt_flag where answer_id = :id
                union all
                select id, null, verdict, null, reason, decided_by, decided_at from campaign.doubt_decision where answer_id = :id
                order by at, id""")
                .param("id", answer.value())
                .query((row, n) -> {
                    var rule = row.getString("rule");
                    var verdict = row.getString("verdict");
                    var by = row.getObject("by_person", UUID.class);
                    var why = rule == null ? new Sentence("web.verbatim", row.getString("reason")) : sentences.read(row.getString("sentence"));
                    return new DoubtStep(rule == null ? null : DoubtRule.valueOf(rule), verdict == null ? null : Verdict.valueOf(verdict),
                            why, by == null ? null : new PersonId(by), row.getTimestamp("at").toInstant());
                })
                .list();
    }
}
