package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.survey.Forms.MATRIX;
import static org.huiyin.survey.Forms.TRIGGER;
import static org.huiyin.survey.Forms.all;
import static org.huiyin.survey.Forms.step;
import static org.huiyin.survey.Forms.with;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.survey.TriggerRule.Cause;
import org.huiyin.survey.TriggerRule.Finding;
import org.huiyin.survey.TriggerRule.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandAndTriggerTest {

    @ParameterizedTest
    @CsvSource({
        "100, A, A", "90, A, B", "89, B, B", "89.99, B, B", "75, B, C", "74, C, C", "74.96, C, C", "60, C, D", "59, D, D",
        "35, D, E", "35.01, D, D", "34, E, E", "0, E, E"})
    void edgesBelongAboveOrBelow(String score, String lowerInclusive, String upperInclusive) {
        assertThat(Forms.bands(BandRule.Edges.LOWER_INCLUSIVE).bandOf(Score.of(score)).code()).isEqualTo(lowerInclusive);
        assertThat(Forms.bands(BandRule.Edges.UPPER_INCLUSIVE).bandOf(Score.of(score)).code()).isEqualTo(upperInclusive);
    }

    @Test
    void onlyAnEdgeItselfDeservesTheBadge() {
        BandRule bands = Forms.bands(BandRule.Edges.LOWER_INCLUSIVE);
        assertThat(List.of("35", "60", "75", "90.0")).allMatch(score -> bands.onEdge(Score.of(score)));
        assertThat(List.of("0", "74.99", "100", "89.95")).noneMatch(score -> bands.onEdge(Score.of(score)));
    }

    @Test
    void anyNumberOfBands() {
        BandRule two = new BandRule(List.of(step("GOOD", "80.5"), step("POOR", "0")), BandRule.Edges.LOWER_INCLUSIVE);
        assertThat(two.bandOf(Score.of("80.5")).rank()).isZero();
        assertThat(two.bandOf(Score.of("80.4999")).code()).isEqualTo("POOR");
        assertThat(new BandRule(List.of(step("ALL", "0")), BandRule.Edges.UPPER_INCLUSIVE).bandOf(Score.of(0)).code())
                .isEqualTo("ALL");
    }

    @Test
    void bandsThatContradictThemselvesSaySo() {
        BandRule bad = new BandRule(List.of(step("A", "60"), step("A", "75"), step("E", "5")), BandRule.Edges.LOWER_INCLUSIVE);
        assertThat(bad.contradictions()).extracting(Sentence::key).containsExactly(
                "survey.bands.codeTwice", "survey.bands.edgesFall", "survey.bands.lastFromZero");
        assertThat(Forms.bands(BandRule.Edges.UPPER_INCLUSIVE).contradictions()).isEmpty();
    }

    @Test
    void theThresholdItselfAsksOnlyWhereInclusive() {
        TriggerRule inclusive = new TriggerRule(new BigDecimal("75"), true, Set.of(), false, 2);
        assertThat(TRIGGER.asks(Score.of("74"))).isTrue();
        assertThat(TRIGGER.asks(Score.of("74.999"))).isTrue();
        assertThat(TRIGGER.asks(Score.of("75"))).isFalse();
        assertThat(inclusive.asks(Score.of("75"))).isTrue();
        assertThat(inclusive.asks(Score.of("75.001"))).isFalse();
        assertThat(TRIGGER.asks(null)).isFalse();
    }

    @Test
    void opposedToPerformanceAloneIsFollowedUpWithoutCorrectiveAction() {
        Outcome outcome = TRIGGER.apply(MATRIX.score(all("VERY_SATISFIED", "performance", "OPPOSED")));
        assertThat(outcome.correctiveAction()).isFalse();
        assertThat(outcome.followUps()).singleElement().extracting(f -> f.item().item()).isEqualTo("performance");
    }

    @Test
    void allSatisfiedAsksForNothing() {
        Outcome outcome = TRIGGER.apply(MATRIX.score(all("SATISFIED")));
        assertThat(outcome).isEqualTo(new Outcome(false, List.of(), List.of()));
    }

    @Test
    void aLowTotalTakesDissatisfiedItemsAndThoseWithARemark() {
        List<ItemAnswer> answers = all("SATISFIED", "performance", "DISSATISFIED", "price", "OPPOSED");
        answers = with(answers, ItemAnswer.degree("delivery", "SATISFIED").wantingImprovement());
        answers = with(answers, ItemAnswer.degree("service", "VERY_SATISFIED").withComment("more visits"));
        answers = with(answers, ItemAnswer.degree("life", "SATISFIED").withComment("  "));
        ScoreCard card = MATRIX.score(answers);
        assertThat(card.total()).isEqualTo(Score.of(74));
        Outcome outcome = TRIGGER.apply(card);
        assertThat(outcome.corrective()).extracting(f -> f.item().item())
                .containsExactly("performance", "delivery", "price", "service");
        assertThat(outcome.corrective()).extracting(Finding::causes).containsExactly(
                Set.of(Cause.LOW_DEGREE), Set.of(Cause.IMPROVEMENT_WANTED), Set.of(Cause.LOW_DEGREE), Set.of(Cause.COMMENT));
        assertThat(outcome.followUps()).isEmpty();
    }

    @Test
    void withoutSuchItemsTheTwoLowestAreTaken() {
        Outcome outcome = TRIGGER.apply(MATRIX.score(all("INDIFFERENT", "packaging", "SATISFIED")));
        assertThat(outcome.corrective()).extracting(f -> f.item().item()).containsExactly("performance", "appearance");
        assertThat(outcome.corrective()).allMatch(f -> f.causes().equals(Set.of(Cause.AMONG_LOWEST)));
    }

    @Test
    void aRemarkAsksByItselfWhereTheProcedureSaysSo() {
        TriggerRule remarks = new TriggerRule(null, false, Set.of("OPPOSED"), true, 2);
        ScoreCard card = MATRIX.score(with(all("SATISFIED"), ItemAnswer.notApplicable("price").withComment("later")));
        assertThat(remarks.apply(card).followUps()).extracting(f -> f.item().item()).containsExactly("price");
        assertThat(TRIGGER.apply(card).followUps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "101"})
    void aTriggerThatContradictsTheScaleSaysSo(String threshold) {
        TriggerRule bad = new TriggerRule(new BigDecimal(threshold), false, Set.of("GREAT"), false, 2);
        assertThat(bad.contradictions(Forms.FIVE)).extracting(Sentence::key)
                .containsExactly("survey.trigger.unknownDegree", "survey.trigger.thresholdOutside");
        assertThat(TRIGGER.contradictions(Forms.FIVE)).isEmpty();
    }
}
