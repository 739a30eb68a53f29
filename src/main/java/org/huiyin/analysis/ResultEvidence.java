package org.huiyin.analysis;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signed results, scores, bands and what followed from them prove the analysis (001/5.4.3 to 5.4.6). */
@Component
class ResultEvidence implements EvidenceSource {

    private static final String PATH = "results";

    private final JdbcClient sql;

    ResultEvidence(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        int signed = count("select count(distinct round_id) from analysis.frozen_result");
        int waiting = count("""
                select count(*) from campaign.round r where r.state = 'CHECKING'
                  and not exists (select from analysis.frozen_result f where f.company_id = r.company_id and f.round_id = r.id)""");
        int rounds = count("select count(*) from analysis.result");
        int customers = count("select coalesce(sum((select sum(b.value::int) from jsonb_each_text(content->'bands') b)), 0) from analysis.result");
        int followed = count("select count(*) from analysis.consequence");
        var signedLine = line("analysis.evidence.signed", signed);
        return Map.of(
                "result.signed", waiting > 0 ? List.of(signedLine, new EvidenceLine(new Sentence("analysis.evidence.waiting", waiting), PATH, waiting, true))
                        : List.of(signedLine),
                "survey.scale", List.of(line("analysis.evidence.rounds", rounds)),
                "survey.scoring", List.of(line("analysis.evidence.rounds", rounds)),
                "survey.total", List.of(line("analysis.evidence.scores", customers)),
                "survey.bands", List.of(line("analysis.evidence.bands", customers)),
                "result.followed", List.of(line("analysis.evidence.followed", followed)));
    }

    private EvidenceLine line(String key, int n) {
        return new EvidenceLine(new Sentence(key, n), PATH, n, false);
    }

    private int count(String query) {
        return sql.sql(query).query(Integer.class).single();
    }
}
