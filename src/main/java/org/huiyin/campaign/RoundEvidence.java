package org.huiyin.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proves that each window had its round, whom it asked and how far everybody is covered (001/5.4.2, 5.4.2.1, 5.4.2.1a). */
@Component
class RoundEvidence implements EvidenceSource {

    private final Windows windows;
    private final Rounds rounds;
    private final SampleStore samples;
    private final Coverages coverages;
    private final Procedures procedures;

    RoundEvidence(Windows windows, Rounds rounds, SampleStore samples, Coverages coverages, Procedures procedures) {
        this.windows = windows;
        this.rounds = rounds;
        this.samples = samples;
        this.coverages = coverages;
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        var evidence = new LinkedHashMap<String, List<EvidenceLine>>();
        var profile = procedures.inForce();
        var today = rounds.today();
        for (var year : List.of(today.getYear(), today.getYear() - 1)) {
            for (var window : windows.of(year)) {
                if (!window.from().isAfter(today) && (window.overdue() || !window.rounds().isEmpty())) {
                    put(evidence, window.clause(), new EvidenceLine(
                            new Sentence(window.overdue() ? "campaign.round.evidence.missing" : "campaign.round.evidence.window", window.name(), Integer.toString(year)),
                            window.rounds().isEmpty() ? "rounds?year=" + year : window.rounds().getFirst().path(), window.rounds().size(), window.overdue()));
                }
            }
        }
        var kinds = rounds.list().stream().filter(r -> r.kind() == RoundKind.ROLLING).count();
        put(evidence, profile.clauseOf("survey.rolling"), new EvidenceLine(new Sentence("campaign.round.evidence.rolling"), "rounds?kind=ROLLING", (int) kinds, false));
        var sampling = profile.clauseOf("sampling.shares");
        rounds.list().stream().filter(r -> r.state().reached(RoundState.APPROVED)).limit(4).forEach(round -> put(evidence, sampling, new EvidenceLine(
                new Sentence("campaign.round.evidence.sample", round.number(), round.title()), round.path() + "/sample",
                (int) samples.entries(round.id()).stream().filter(SampleStore.Entry::chosen).count(), false)));
        coverages.now().stream().filter(table -> !table.share().isNone()).forEach(table -> put(evidence, sampling, new EvidenceLine(
                new Sentence("campaign.round.evidence.coverage", Classes.sentence(table.code()), table.covered(), table.population()), "rounds/coverage",
                table.covered(), false)));
        return evidence;
    }

    private static void put(Map<String, List<EvidenceLine>> evidence, String clause, EvidenceLine line) {
        if (!clause.isEmpty()) {
            evidence.computeIfAbsent(clause, c -> new ArrayList<>()).add(line);
        }
    }
}
