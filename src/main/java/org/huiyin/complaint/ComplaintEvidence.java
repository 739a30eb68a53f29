package org.huiyin.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records that prove the clauses on complaints, and what is missing. */
@Component
class ComplaintEvidence implements EvidenceSource {

    private static final String INSPECTIONS = "inspections";
    private static final String INSPECTED = """
            complaint.inspection i where not exists (
              select 1 from complaint.inspection_strike s where s.company_id = i.company_id and s.inspection_id = i.id) and kind = """;

    private final JdbcClient sql;
    private final Clock clock;

    ComplaintEvidence(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        var taken = line("complaint.evidence.taken", "complaints", "complaint.complaint", false);
        var owned = line("complaint.evidence.owned", "complaints", "complaint.complaint where received_by is not null and sales_owner is not null", false);
        var assessed = line("complaint.evidence.assessed", "complaints", "complaint.assessment", false);
        var unassessed = line("complaint.evidence.unassessed", "complaints?standing=RECEIVED",
                "complaint.complaint where standing = 'RECEIVED' and not imported and kind in ('COMPLAINT', 'RETURN')", true);
        var answered = line("complaint.evidence.answered", "complaints", "complaint.answer", false);
        var late = line("complaint.evidence.late", "complaints?late=1",
                "complaint.complaint where standing not in ('CLOSED', 'WITHDRAWN') and due_at < '" + clock.instant() + "'", true);
        return Map.ofEntries(Map.entry("complaint.taken", List.of(taken)), Map.entry("complaint.passed", List.of(owned)),
                Map.entry("complaint.quality", List.of(assessed)), Map.entry("complaint.assessed", List.of(assessed, unassessed)),
                Map.entry("complaint.notOurs", List.of(line("complaint.evidence.notOurs", "complaints?triage=NOT_OURS", "complaint.triage where class = 'NOT_OURS'", false))),
                Map.entry("complaint.occasional", List.of(line("complaint.evidence.occasional", "complaints?triage=OCCASIONAL", "complaint.triage where class = 'OCCASIONAL'", false),
                        line("complaint.evidence.lateTriage", "complaints", "complaint.triage where late", false))),
                Map.entry("complaint.major", List.of(line("complaint.evidence.major", "complaints?triage=MAJOR", "complaint.triage where class in ('MAJOR', 'RECURRENT')", false))),
                Map.entry("complaint.effect", List.of(line("complaint.evidence.effect", "complaints", "complaint.fact where fact in ('EFFECTIVE', 'NOT_EFFECTIVE', 'NOT_ASSESSABLE')", false))),
                Map.entry("complaint.answered", List.of(answered, late)),
                Map.entry("complaint.stubborn", List.of(line("complaint.evidence.stubborn", "complaints?stubborn=1", "complaint.complaint where stubborn", false))),
                Map.entry("complaint.request", List.of(line("complaint.evidence.requests", "complaints", "complaint.request", false))),
                Map.entry("complaint.inspected", List.of(line("complaint.evidence.purchased", INSPECTIONS, INSPECTED + "'PURCHASED'", false))),
                Map.entry("complaint.inspectedOwn", List.of(line("complaint.evidence.selfMade", INSPECTIONS, INSPECTED + "'SELF_MADE'", false))),
                Map.entry("complaint.fromSurvey", List.of(line("complaint.evidence.fromSurvey", "complaints", "complaint.complaint where source_type = 'answer'", false))));
    }

    private EvidenceLine line(String key, String path, String from, boolean bad) {
        int count = sql.sql("select count(*) from " + from).query(Integer.class).single();
        return new EvidenceLine(new Sentence(key), path, count, bad && count > 0);
    }
}
