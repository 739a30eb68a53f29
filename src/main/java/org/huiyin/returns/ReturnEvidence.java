package org.huiyin.returns;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records that prove the clauses on returns, and what is missing. */
@Component
class ReturnEvidence implements EvidenceSource {

    private final JdbcClient sql;
    private final Procedures procedures;

    ReturnEvidence(JdbcClient sql, Procedures procedures) {
        this.sql = sql;
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        var cases = line("cases", "returns", "returns.return_case", false);
        var unjudged = line("unjudged", "returns?stage=COUNTED", "returns.return_case where stage = 'COUNTED'", true);
        var untold = line("untold", "returns?untold=1", "returns.return_case where untold and stage not in ('CLOSED', 'CANCELLED')", true);
        var late = line("late", "returns?late=1", "returns.return_case where stage not in ('HANDLED', 'CLOSED', 'CANCELLED') and back_by < '" + procedures.today() + "'", true);
        var judged = line("judged", "returns", "returns.judgement", false);
        return Map.ofEntries(
                Map.entry("return.confirmed", List.of(line("grounds", "returns", "returns.ground", false), judged, unjudged, line("analyses", "returns", "returns.analysis", false))),
                Map.entry("return.unannounced", List.of(line("unannounced", "returns?kind=UNANNOUNCED", "returns.return_case where kind = 'UNANNOUNCED'", false))),
                Map.entry("return.counted", List.of(line("counts", "returns", "returns.count", false), line("differences", "returns", "returns.difference", false), untold)),
                Map.entry("return.told", List.of(cases, line("tellings", "returns", "returns.telling", false))),
                Map.entry("return.rework", List.of(line("reworks", "returns", "returns.rework", false))),
                Map.entry("return.instruction", List.of(line("instructions", "returns", "returns.instruction", false))),
                Map.entry("return.schedule", List.of(line("schedules", "returns", "returns.schedule", false), late)));
    }

    private EvidenceLine line(String what, String path, String from, boolean bad) {
        int count = sql.sql("select count(*) from " + from).query(Integer.class).single();
        return new EvidenceLine(new Sentence("returns.evidence." + what), path, count, bad && count > 0);
    }
}
