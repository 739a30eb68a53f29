package org.huiyin.survey.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Band;
import org.huiyin.survey.BandRule;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.ScoreCard;
import org.huiyin.survey.SurveyRules;
import org.huiyin.survey.TriggerRule;
import org.jspecify.annotations.Nullable;

/** What an answer would bring: score, band, triggers, and whether it lies on an edge; with either reading of the edges. */
public record Simulation(
        Map<String, String> degrees,
        BandRule.Edges edges,
        boolean inclusive,
        ScoreCard card,
        @Nullable Band band,
        boolean onEdge,
        TriggerRule.Outcome outcome) {

    /** The choice "not applicable" and the blank on paper. */
    static final String NOT_APPLICABLE = "NA";
    static final String BLANK = "BLANK";

    static Simulation of(SurveyRules rules, Map<String, String> chosen, BandRule.@Nullable Edges edges, @Nullable Boolean inclusive) {
        Map<String, String> degrees = new LinkedHashMap<>();
        List<ItemAnswer> answers = new ArrayList<>();
        String best = rules.scoring().scale().degrees().getFirst().code();
        for (String item : rules.scoring().itemCodes()) {
            String degree = known(rules, chosen.getOrDefault("d_" + item, best), best);
            degrees.put(item, degree);
            answers.add(answer(item, degree));
        }
        BandRule bands = new BandRule(rules.bands().bands(), edges == null ? rules.bands().edges() : edges);
        TriggerRule in = rules.triggers();
        TriggerRule triggers = new TriggerRule(in.threshold(), inclusive == null ? in.inclusive() : inclusive, in.lowDegrees(), in.remarkAsks(), in.lowestWhenNone());
        ScoreCard card = rules.scoring().score(answers);
        var total = card.total();
        return new Simulation(degrees, bands.edges(), triggers.inclusive(), card, total == null ? null : bands.bandOf(total),
                total != null && (bands.onEdge(total) || in.threshold() != null && total.value().compareTo(in.threshold()) == 0), triggers.apply(card));
    }

    private static String known(SurveyRules rules, String degree, String best) {
        return degree.equals(NOT_APPLICABLE) || degree.equals(BLANK) || rules.scoring().scale().has(degree) ? degree : best;
    }

    private static ItemAnswer answer(String item, String degree) {
        return switch (degree) {
            case NOT_APPLICABLE -> ItemAnswer.notApplicable(item);
            case BLANK -> ItemAnswer.unanswered(item);
            default -> ItemAnswer.degree(item, degree);
        };
    }
}
