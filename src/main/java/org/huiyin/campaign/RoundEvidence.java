package org.huiyin.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proves that each window had its round, whom it asked and how far everybody is covered (001/5.4.2, 5.4.2.1, 5.4.2.1a). */
@Component
class RoundEvidence implements EvidenceSource {

    private final Windows windows;
    private final Rounds rounds;
    private final SampleStore samples;
    private final Coverages coverages;

    RoundEvidence(Windows windows, Rounds rounds, SampleStore samples, Coverages coverages) {
        this.windows = windows;
        this.rounds = rounds;
        this.samples = samples;
        this.coverages = coverages;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        var evidence = new LinkedHashMap<String, List<EvidenceLine>>();
        var today = rounds.today();
        for (var year : List.of(today.getYear(), today.getYear() - 1)) {
            for (var window : windows.of(year)) {
                if (!window.from().isAfter(today) && (window.overdue() || !window.rounds().isEmpty())) {
                    put(evidence, "round.window", new EvidenceLine(
                            new Sentence(window.overdue() ? "campaign.round.evidence.missing" : "campaign.round.evidence.window", window.name(), Integer.toString(year)),
                            window.rounds().isEmpty() ? "rounds?year=" + year : window.rounds().getFirst().path(), window.rounds().size(), window.overdue()));
                }
            }
        }
        var kinds = rounds.list().stream().filter(r -> r.kind() == RoundKind.ROLLING).count();
        put(evidence, "round.rolling", new EvidenceLine(new Sentence("campaign.round.evidence.rolling"), "rounds?kind=ROLLING", (int) kinds, false));
        rounds.list().stream().filter(r -> r.state().reached(RoundState.APPROVED)).limit(4).forEach(round -> put(evidence, "round.sample", new EvidenceLine(
                new Sentence("campaign.round.evidence.sample", round.number(), round.title()), round.path() + "/sample",
                (int) samples.entries(round.id()).stream().filter(SampleStore.Entry::chosen).count(), false)));
        coverages.now().stream().filter(table -> !table.share().isNone()).forEach(table -> put(evidence, "round.sample", new EvidenceLine(
                new Sentence("campaign.round.evidence.coverage", Classes.sentence(table.code()), table.covered(), table.population()), "rounds/coverage",
                table.covered(), false)));
        return evidence;
    }

    private static void put(Map<String, List<EvidenceLine>> evidence, String matter, EvidenceLine line) {
        evidence.computeIfAbsent(matter, m -> new ArrayList<>()).add(line);
    }
}
