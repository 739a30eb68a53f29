package org.huiyin.customer.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.huiyin.customer.grading.Criterion.DegreeAtLeast;
import org.huiyin.customer.grading.Criterion.DegreeAtMost;
import org.huiyin.customer.grading.Criterion.Flag;
import org.huiyin.customer.grading.Criterion.NumberAtLeast;
import org.huiyin.customer.grading.GradingRules.ClassRule;
import org.huiyin.customer.grading.GradingRules.Ordinal;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GradingRulesTest {

    private static final GradingRules RULES = new GradingRules(
            6,
            "sales",
            "months",
            List.of(
                    new Ordinal("cooperation", List.of("VERY_HARMONIOUS", "RATHER_HARMONIOUS", "ORDINARY", "POOR")),
                    new Ordinal("potential", List.of("LARGE", "RATHER_LARGE", "ORDINARY", "NONE")),
                    new Ordinal("payment", List.of("ON_TIME", "REMINDER", "SEVERAL_REMINDERS", "EXTREMELY_BAD"))),
            List.of(
                    new ClassRule(Grade.A, 3, List.of(
                            new NumberAtLeast("A1", "sales", new BigDecimal("300000")),
                            new DegreeAtLeast("A2", "cooperation", "VERY_HARMONIOUS"),
                            new DegreeAtLeast("A3", "potential", "LARGE"),
                            new NumberAtLeast("A4", "months", new BigDecimal("24")),
                            new DegreeAtLeast("A5", "payment", "ON_TIME"),
                            new Flag("A6", "reputation"),
                            new Flag("A7", "fittedInVehicles"))),
                    new ClassRule(Grade.B, 3, List.of(
                            new NumberAtLeast("B1", "sales", new BigDecimal("150000")),
                            new DegreeAtLeast("B2", "cooperation", "RATHER_HARMONIOUS"),
                            new DegreeAtLeast("B3", "potential", "RATHER_LARGE"),
                            new NumberAtLeast("B4", "months", new BigDecimal("12")),
                            new DegreeAtLeast("B5", "payment", "REMINDER"))),
                    new ClassRule(Grade.C, 3, List.of(
                            new NumberAtLeast("C1", "sales", new BigDecimal("100000")),
                            new DegreeAtLeast("C2", "cooperation", "RATHER_HARMONIOUS"),
                            new DegreeAtLeast("C3", "potential", "ORDINARY"),
                            new NumberAtLeast("C4", "months", new BigDecimal("6")),
                            new DegreeAtLeast("C5", "payment", "SEVERAL_REMINDERS")))),
            Grade.D,
            List.of(
                    new Flag("D1", "unstableOrders"),
                    new DegreeAtMost("D2", "payment", "EXTREMELY_BAD"),
                    new DegreeAtMost("D3", "potential", "NONE")));

    private static CustomerFigures sales(String amount) {
        return CustomerFigures.NONE.number("sales", new BigDecimal(amount));
    }

    private static CustomerFigures worthA() {
        return sales("300000").degree("cooperation", "VERY_HARMONIOUS").degree("potential", "LARGE");
    }

    @Test
    void threeOfTheSevenMakeAnA() {
        GradeProposal proposal = RULES.grade(worthA());
        assertThat(proposal.grade()).isEqualTo(Grade.A);
        assertThat(proposal.proof()).hasSize(7 + 5 + 5 + 3);
        assertThat(proposal.proof().getFirst()).isEqualTo(new ProofRow(Grade.A, "A1", "sales", "300000", "300000", true));
        assertThat(proposal.proof().get(3)).isEqualTo(new ProofRow(Grade.A, "A4", "months", "24", null, false));
    }

    @Test
    void aCentShortOfTheSalesIsB() {
        GradeProposal proposal = RULES.grade(
                sales("299999.99").degree("cooperation", "VERY_HARMONIOUS").degree("potential", "LARGE"));
        assertThat(proposal.grade()).isEqualTo(Grade.B);
        assertThat(proposal.proof().stream().filter(row -> row.grade() == Grade.A && row.met())).hasSize(2);
        assertThat(proposal.proof().stream().filter(row -> row.grade() == Grade.B && row.met())).hasSize(3);
    }

    @Test
    void anAThatPaysExtremelyBadlyNeedsADecision() {
        GradeProposal proposal = RULES.grade(worthA().degree("payment", "EXTREMELY_BAD"));
        assertThat(proposal.decisionRequired()).isTrue();
        assertThat(proposal.classes()).containsExactly(Grade.A, Grade.D);
        assertThat(proposal.grade()).isEqualTo(Grade.UNCLASSIFIED);
        assertThat(proposal.notes()).containsExactly(new Sentence(
                "customer.grading.conflict", Grade.A.sentence(), Grade.D.sentence(), "D2"));
    }

    @Test
    void aHundredThousandRatherHarmoniousSixMonthsIsC() {
        GradeProposal proposal = RULES.grade(
                sales("100000").degree("cooperation", "RATHER_HARMONIOUS").number("months", BigDecimal.valueOf(6)));
        assertThat(proposal.grade()).isEqualTo(Grade.C);
        assertThat(proposal.notes()).isEmpty();
    }

    @Test
    void whoFitsNoClassIsListedForTheManager() {
        GradeProposal proposal = RULES.grade(sales("50000")
                .degree("potential", "ORDINARY").number("months", BigDecimal.TWO).degree("payment", "SEVERAL_REMINDERS"));
        assertThat(proposal.grade()).isEqualTo(Grade.UNCLASSIFIED);
        assertThat(proposal.decisionRequired()).isFalse();
        assertThat(proposal.proof().stream().filter(row -> row.grade() == Grade.C && row.met())).hasSize(2);
        assertThat(proposal.notes()).extracting(Sentence::key)
                .containsExactly("customer.grading.noClassFits", "customer.grading.newCustomer");
    }

    @Test
    void aVetoAloneIsD() {
        assertThat(RULES.grade(sales("1").flag("unstableOrders", true)).classes()).containsExactly(Grade.D);
        assertThat(RULES.grade(sales("1").degree("potential", "NONE")).grade()).isEqualTo(Grade.D);
        assertThat(RULES.grade(sales("1").flag("unstableOrders", false)).grade()).isEqualTo(Grade.UNCLASSIFIED);
    }

    @Test
    void aGoodPayerIsNotPunishedByTheWordsOfALowerClass() {
        GradeProposal proposal = RULES.grade(sales("120000").degree("payment", "ON_TIME").degree("potential", "LARGE"));
        assertThat(proposal.grade()).isEqualTo(Grade.C);
    }

    @Test
    void creditNotesMayTurnSalesNegative() {
        GradeProposal proposal = RULES.grade(sales("-1200.50").degree("payment", "ON_TIME")
                .number("months", BigDecimal.valueOf(30)).flag("reputation", true));
        assertThat(proposal.grade()).isEqualTo(Grade.A);
        assertThat(proposal.notes()).containsExactly(new Sentence("customer.grading.negativeSales", "-1200.50"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-01, 2026-04-01, 24", "2024-04-02, 2026-04-01, 23", "2025-08-31, 2026-02-28, 6", "2025-08-31, 2026-02-27, 5",
        "2026-03-31, 2026-04-30, 1", "2026-04-01, 2026-04-01, 0", "2024-02-29, 2025-02-28, 12"})
    void partnershipIsCountedInWholeMonths(LocalDate since, LocalDate day, int months) {
        assertThat(CustomerFigures.wholeMonths(since, day)).isEqualTo(months);
    }

    @Test
    void aBetterFigureNeverLowersTheClass() {
        long seed = 52421L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int sales = random.nextInt(400_000);
            int months = random.nextInt(36);
            int[] degrees = {random.nextInt(3), random.nextInt(3), random.nextInt(3)};
            CustomerFigures figures = figures(sales, months, degrees);
            int better = random.nextInt(5);
            int[] raised = degrees.clone();
            if (better < 3) {
                raised[better] = Math.max(0, raised[better] - 1);
            }
            CustomerFigures more = figures(sales + (better == 3 ? 50_000 : 0), months + (better == 4 ? 6 : 0), raised);
            assertThat(RULES.grade(more).grade()).as("seed %s, %s", seed, figures)
                    .isLessThanOrEqualTo(RULES.grade(figures).grade());
        }
    }

    private static CustomerFigures figures(int sales, int months, int[] degrees) {
        CustomerFigures figures = sales(String.valueOf(sales)).number("months", BigDecimal.valueOf(months));
        for (int i = 0; i < 3; i++) {
            Ordinal ordinal = RULES.ordinals().get(i);
            figures = figures.degree(ordinal.figure(), ordinal.degrees().get(degrees[i]));
        }
        return figures;
    }

    @Test
    void aTableThatContradictsItselfSaysSo() {
        assertThat(RULES.contradictions()).isEmpty();
        GradingRules bad = new GradingRules(6, "sales", "months", RULES.ordinals(), List.of(
                new ClassRule(Grade.B, 3, List.of(new NumberAtLeast("B1", "sales", BigDecimal.ONE))),
                new ClassRule(Grade.A, 1, List.of(new NumberAtLeast("A1", "sales", BigDecimal.TWO),
                        new DegreeAtLeast("A2", "cooperation", "FABULOUS")))), Grade.D, List.of());
        assertThat(bad.contradictions()).extracting(Sentence::key).containsExactly(
                "customer.grading.minimum", "customer.grading.classOrder", "customer.grading.unknownDegree",
                "customer.grading.limitRises");
        assertThatThrownBy(() -> RULES.grade(CustomerFigures.NONE.degree("payment", "SOMETIMES")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableIsData() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(RULES), GradingRules.class)).isEqualTo(RULES);
    }
}
