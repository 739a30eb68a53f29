package org.huiyin.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the approver of a sample whom the round asks, class by class, and what was changed by hand (001/5.4.2.1 a). */
@Component
class SampleForApprovers implements ApprovalContent {

    private static final int NAMES = 20;

    private final Rounds rounds;
    private final Samples samples;

    SampleForApprovers(Rounds rounds, Samples samples) {
        this.rounds = rounds;
        this.samples = samples;
    }

    @Override
    public String subjectType() {
        return "round";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, UUID subject) {
        var round = rounds.get(new RoundId(subject));
        var sample = samples.of(round.id());
        var lines = new ArrayList<Line>();
        lines.add(new Line(new Sentence("campaign.round.opensOn"), new Sentence("campaign.round.days", round.opensOn(), round.closesOn()), false));
        sample.strata().forEach(stratum -> lines.add(new Line(label(stratum.code()), said(whom(stratum)), true)));
        sample.changes().forEach(change -> lines.add(new Line(said(Objects.requireNonNullElse(change.leaving(), "–") + " → "
                + Objects.requireNonNullElse(change.entering(), "–")), said(change.reason()), false)));
        return lines;
    }

    private static Sentence label(String code) {
        boolean grade = Arrays.stream(Grade.values()).anyMatch(g -> g.name().equals(code));
        return grade ? new Sentence("kernel.grade." + code.toLowerCase(Locale.ROOT)) : said(code);
    }

    private static String whom(SampleView.Stratum stratum) {
        var names = stratum.rows().stream().filter(SampleRow::chosen).map(SampleRow::name).limit(NAMES).collect(Collectors.joining("、"));
        return stratum.chosen() + " / " + stratum.population() + (names.isEmpty() ? "" : "   " + names) + (stratum.chosen() > NAMES ? " …" : "");
    }

    private static Sentence said(String words) {
        return new Sentence("web.verbatim", words);
    }
}
