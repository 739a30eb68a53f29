package org.huiyin.claims;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records that prove the clauses on claims and notices, and what is missing. */
@Component
class ClaimsEvidence implements EvidenceSource {

    private final JdbcClient sql;
    private final Procedures procedures;

    ClaimsEvidence(JdbcClient sql, Procedures procedures) {
        this.sql = sql;
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        return Map.of("claim.kept", claims(), "notice.kept", notices());
    }

    private List<EvidenceLine> claims() {
        var today = "'" + procedures.today() + "'";
        return List.of(line("claims.evidence.claims", "claims", "claims.claim where state not in ('DRAFT', 'WITHDRAWN')", false),
                line("claims.evidence.settled", "claims?state=SETTLED", "claims.claim where state = 'SETTLED'", false),
                line("claims.evidence.late", "claims?late=1", "claims.claim where state = 'SENT' and reply_by < " + today, true),
                line("claims.evidence.undecided", "claims/decisions", """
                        claims.claim c where c.state not in ('DRAFT', 'WITHDRAWN') and c.complaint_id is not null and not exists (
                        select 1 from claims.decision d where d.company_id = c.company_id and d.complaint_id = c.complaint_id)""", true));
    }

    private List<EvidenceLine> notices() {
        return List.of(line("claims.evidence.decisions", "claims/decisions", "claims.decision", false),
                line("claims.evidence.notices", "unit-notices", "claims.notice where issued_at is not null", false),
                line("claims.evidence.objections", "unit-notices", "claims.objection", false),
                line("claims.evidence.unanswered", "unit-notices?state=OBJECTED", "claims.notice where state = 'OBJECTED'", true));
    }

    private EvidenceLine line(String key, String path, String from, boolean bad) {
        int count = sql.sql("select count(*) from " + from).query(Integer.class).single();
        return new EvidenceLine(new Sentence(key), path, count, bad && count > 0);
    }
}
