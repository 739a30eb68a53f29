package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Clause;
import org.huiyin.campaign.SampleProposal.Stratum;
import org.huiyin.campaign.SampleProposal.Swapped;
import org.huiyin.campaign.SamplingRule.Rounding;
import org.huiyin.campaign.SamplingRule.Strategy;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SampleProposalTest {

    private static final SamplingRule ROTATION = rule(Strategy.CLASS_ROTATION);
    private static final LocalDate FIRST_ROUND = LocalDate.of(2026, 4, 15);

    private static SamplingRule rule(Strategy strategy) {
        return new SamplingRule(strategy, Map.of(Grade.A, Share.ALL, Grade.B, Share.percent(50), Grade.C, Share.percent(20),
                Grade.D, Share.NONE), Rounding.CEIL, Grade.D);
    }

    private static Map<UUID, Grade> population(Map<Grade, Integer> sizes, Random random) {
        Map<UUID, Grade> grades = new HashMap<>();
        sizes.forEach((grade, size) -> {
            for (int i = 0; i < size; i++) {
                grades.put(new UUID(random.nextLong(), random.nextLong()), grade);
            }
        });
        return grades;
    }

    private static List<Candidate> candidates(Map<UUID, Grade> grades, Map<UUID, LocalDate> lastAnswered) {
        return grades.entrySet().stream()
                .map(entry -> Candidate.of(entry.getKey(), entry.getValue(), lastAnswered.get(entry.getKey())))
                .toList();
    }

    private static List<UUID> members(Map<UUID, Grade> grades, Grade grade) {
        return grades.entrySet().stream().filter(e -> e.getValue() == grade).map(Map.Entry::getKey).toList();
    }

    @Test
    void theRoundsOfTheProcedureCoverEachClassBeforeAnyoneIsRepeated() {
        Map<UUID, Grade> grades = population(Map.of(Grade.A, 6, Grade.B, 10, Grade.C, 15, Grade.D, 9), new Random(1));
        Map<UUID, LocalDate> answered = new HashMap<>();
        List<List<UUID>> rounds = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            SampleProposal proposal = SampleProposal.of(ROTATION, candidates(grades, answered), 77 + round);
            assertThat(proposal.strata()).extracting(Stratum::size).containsExactly(6, 5, 3, 0);
            assertThat(proposal.chosen()).hasSize(14);
            LocalDate day = FIRST_ROUND.plusMonths(6L * round);
            proposal.chosen().forEach(customer -> answered.put(customer, day));
            rounds.add(proposal.chosen());
        }
        assertThat(Coverage.of(members(grades, Grade.B), rounds.subList(0, 1)).covered()).isEqualTo(5);
        assertThat(Coverage.of(members(grades, Grade.B), rounds.subList(0, 2)).isComplete()).isTrue();
        assertThat(Coverage.of(members(grades, Grade.B), rounds.subList(0, 4)).completedCycles()).isEqualTo(2);
        assertThat(Coverage.of(members(grades, Grade.C), rounds.subList(0, 4)).covered()).isEqualTo(12);
        assertThat(Coverage.of(members(grades, Grade.C), rounds)).isEqualTo(new Coverage(15, 15, 1, Set.of()));
        assertThat(Coverage.of(members(grades, Grade.D), rounds).covered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"A, 1, 1", "B, 1, 1", "B, 7, 4", "C, 1, 1", "C, 5, 1", "C, 6, 2", "C, 16, 4", "D, 9, 0", "B, 0, 0",
        "UNCLASSIFIED, 3, 0"})
    void theSizeIsRoundedUpAndNeverNoneForAClassThatIsAsked(Grade grade, int population, int size) {
        assertThat(ROTATION.sizeOf(grade, population)).isEqualTo(size);
    }

    @Test
    void otherRoundingsStillAskOne() {
        SamplingRule floor = new SamplingRule(
                Strategy.CLASS_ROTATION, Map.of(Grade.C, Share.percent(20)), Rounding.FLOOR, Grade.D);
        assertThat(floor.sizeOf(Grade.C, 4)).isEqualTo(1);
        assertThat(floor.sizeOf(Grade.C, 14)).isEqualTo(2);
    }

    @Test
    void theSameSeedGivesTheSameProposalInWhateverOrderTheCustomersCome() {
        Map<UUID, Grade> grades = population(Map.of(Grade.B, 40, Grade.C, 60), new Random(9));
        List<Candidate> candidates = new ArrayList<>(candidates(grades, Map.of()));
        SampleProposal proposal = SampleProposal.of(ROTATION, candidates, 20260401L);
        Collections.shuffle(candidates, new Random(2));
        assertThat(SampleProposal.of(ROTATION, candidates, 20260401L)).isEqualTo(proposal);
        assertThat(SampleProposal.of(ROTATION, candidates, 20260402L).chosen()).isNotEqualTo(proposal.chosen());
    }

    @Test
    void chanceFavoursNobody() {
        Map<UUID, Grade> grades = population(Map.of(Grade.B, 10), new Random(3));
        List<Candidate> candidates = candidates(grades, Map.of());
        Map<UUID, Integer> chosen = new HashMap<>();
        for (long seed = 0; seed < 4_000; seed++) {
            SampleProposal.of(ROTATION, candidates, seed).chosen().forEach(c -> chosen.merge(c, 1, Integer::sum));
        }
        assertThat(chosen.values()).hasSize(10).allSatisfy(count -> assertThat(count).isBetween(1_850, 2_150));
    }

    @Test
    void whoWaitedLongestComesFirstAlsoWhenClassesChangeAndSomeStaySilent() {
        long seed = 2026L;
        Random random = new Random(seed);
        for (int trial = 0; trial < 60; trial++) {
            Map<UUID, Grade> grades = population(randomSizes(random), random);
            Map<UUID, LocalDate> answered = new HashMap<>();
            for (int round = 0; round < 8; round++) {
                SampleProposal proposal = SampleProposal.of(ROTATION, candidates(grades, answered), random.nextLong());
                for (Stratum stratum : proposal.strata()) {
                    assertNobodyWaitsLongerThanTheChosen(stratum, "seed " + seed + " trial " + trial + " round " + round);
                }
                LocalDate day = FIRST_ROUND.plusMonths(6L * round);
                proposal.chosen().stream().filter(c -> random.nextInt(4) > 0).forEach(c -> answered.put(c, day));
                grades.replaceAll((c, g) -> random.nextInt(8) == 0 ? Grade.values()[random.nextInt(5)] : g);
            }
        }
    }

    private static Map<Grade, Integer> randomSizes(Random random) {
        Map<Grade, Integer> sizes = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            sizes.put(grade, random.nextInt(30));
        }
        return sizes;
    }

    private static void assertNobodyWaitsLongerThanTheChosen(Stratum stratum, String where) {
        List<Candidate> chosen = stratum.picks().stream().filter(p -> p.chosen()).map(p -> p.candidate()).toList();
        List<Candidate> waiting = stratum.picks().stream().filter(p -> !p.chosen()).map(p -> p.candidate()).toList();
        assertThat(chosen).as(where).hasSize(stratum.size());
        assertThat(stratum.size()).as(where).isEqualTo(
                ROTATION.sizeOf(stratum.picks().getFirst().candidate().grade(), stratum.population()));
        assertThat(waiting).as(where).noneMatch(w -> chosen.stream().anyMatch(w::waitedLongerThan));
    }

    @Test
    void nobodyIsRepeatedBeforeTheClassIsCompleteWhenEverybodyAnswers() {
        long seed = 815L;
        Random random = new Random(seed);
        for (int trial = 0; trial < 100; trial++) {
            Map<UUID, Grade> grades = population(Map.of(Grade.C, 1 + random.nextInt(40)), random);
            Map<UUID, LocalDate> answered = new HashMap<>();
            Set<UUID> seen = new HashSet<>();
            for (int round = 0; seen.size() < grades.size(); round++) {
                List<UUID> chosen = SampleProposal.of(ROTATION, candidates(grades, answered), random.nextLong()).chosen();
                int before = seen.size();
                seen.addAll(chosen);
                assertThat(seen.size()).as("seed %s trial %s", seed, trial)
                        .isEqualTo(Math.min(grades.size(), before + chosen.size()));
                LocalDate day = FIRST_ROUND.plusMonths(6L * round);
                chosen.forEach(c -> answered.put(c, day));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L, 77L, 20261121L})
    @Clause("001/5.4.2.1a")
    void over_many_rounds_nobody_comes_again_while_somebody_of_the_class_waits_uncovered(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 30; trial++) {
            boolean byClass = random.nextBoolean();
            var shares = Map.of(Grade.A, Share.percent(40 + random.nextInt(61)), Grade.B, Share.percent(20 + random.nextInt(60)),
                    Grade.C, Share.percent(5 + random.nextInt(40)), Grade.D, Share.percent(random.nextInt(2) * 10L));
            var rule = new SamplingRule(SamplingRule.Strategy.CLASS_ROTATION, shares, SamplingRule.Rounding.values()[random.nextInt(3)], Grade.D);
            Map<UUID, Grade> grades = population(randomSizes(random), random);
            Map<LastCovered.Key, LocalDate> days = new HashMap<>();
            for (int round = 0; round < 14; round++) {
                var last = new LastCovered(days, byClass);
                var candidates = grades.entrySet().stream()
                        .map(e -> Candidate.of(e.getKey(), e.getValue(), last.of(new CustomerId(e.getKey()), e.getValue()))).toList();
                var proposal = SampleProposal.of(rule, candidates, random.nextLong());
                String where = "seed " + seed + " trial " + trial + " round " + round + " by class " + byClass;
                proposal.strata().forEach(stratum -> assertRotation(stratum, where));
                LocalDate day = FIRST_ROUND.plusMonths(6L * round);
                for (UUID customer : proposal.chosen()) {
                    if (random.nextInt(4) > 0) {
                        days.put(new LastCovered.Key(new CustomerId(customer), grades.get(customer).name()), day);
                    }
                }
                grades.replaceAll((c, g) -> random.nextInt(9) == 0 ? Grade.values()[random.nextInt(5)] : g);
                population(Map.of(Grade.values()[random.nextInt(5)], random.nextInt(3)), random).forEach(grades::put);
            }
        }
    }

    /** Whoever has answered is asked only when all who never did, and all who answered before him, are asked too. */
    private static void assertRotation(Stratum stratum, String where) {
        var chosen = stratum.picks().stream().filter(p -> p.chosen()).map(p -> p.candidate().lastAnswered()).toList();
        var waiting = stratum.picks().stream().filter(p -> !p.chosen()).map(p -> p.candidate().lastAnswered()).toList();
        if (chosen.stream().anyMatch(java.util.Objects::nonNull)) {
            assertThat(waiting).as(where).doesNotContainNull();
        }
        chosen.stream().filter(java.util.Objects::nonNull).forEach(day ->
                assertThat(waiting).as(where).allMatch(other -> other != null && !other.isBefore(day)));
        if (!stratum.share().isNone()) {
            assertThat(chosen).as(where).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 30, 3", "13, 50, 2", "1, 20, 1", "31, 10, 8", "8, 100, 1", "23, 34, 3"})
    @Clause("001/5.4.2.1a")
    void a_class_is_complete_after_as_many_rounds_as_its_size_and_share_say(int population, int percent, int rounds) {
        var rule = new SamplingRule(SamplingRule.Strategy.CLASS_ROTATION, Map.of(Grade.B, Share.percent(percent)), SamplingRule.Rounding.CEIL, Grade.D);
        Map<UUID, Grade> grades = population(Map.of(Grade.B, population), new Random(population));
        Map<UUID, LocalDate> answered = new HashMap<>();
        List<List<UUID>> byRound = new ArrayList<>();
        while (answered.size() < population) {
            var chosen = SampleProposal.of(rule, candidates(grades, answered), byRound.size()).chosen();
            LocalDate day = FIRST_ROUND.plusMonths(6L * byRound.size());
            chosen.forEach(c -> answered.put(c, day));
            byRound.add(chosen);
        }
        assertThat(byRound).hasSize(rounds);
        var coverage = Coverage.of(grades.keySet(), byRound);
        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.completedCycles()).isEqualTo(1);
        assertThat(Coverage.of(grades.keySet(), byRound.subList(0, rounds - 1)).completedCycles()).isZero();
    }

    @Test
    void silenceCoversNobody() {
        Map<UUID, Grade> grades = population(Map.of(Grade.B, 2), new Random(4));
        List<UUID> members = members(grades, Grade.B);
        Coverage coverage = Coverage.of(members, List.of(List.of(members.getFirst()), List.of()));
        assertThat(coverage.covered()).isEqualTo(1);
        assertThat(coverage.missing()).containsExactly(members.getLast());
        SampleProposal next = SampleProposal.of(ROTATION, candidates(grades, Map.of(members.getFirst(), FIRST_ROUND)), 5);
        assertThat(next.chosen()).containsExactly(members.getLast());
    }

    @Test
    void unclassifiedCustomersAreTakenLikeDButListed() {
        Map<UUID, Grade> grades = population(Map.of(Grade.UNCLASSIFIED, 2, Grade.A, 1), new Random(6));
        SampleProposal proposal = SampleProposal.of(ROTATION, candidates(grades, Map.of()), 1);
        assertThat(proposal.chosen()).hasSize(1);
        assertThat(proposal.unclassified()).hasSize(2);
        assertThat(proposal.notes()).containsExactly(new Sentence("campaign.sample.unclassified", 2L, Grade.D.sentence()));
    }

    @Test
    void swappingInAJustSurveyedCustomerIsWarnedOf() {
        UUID never = new UUID(1, 1);
        UUID longAgo = new UUID(1, 2);
        UUID recent = new UUID(1, 3);
        UUID alsoNever = new UUID(1, 4);
        SampleProposal proposal = SampleProposal.of(ROTATION, List.of(
                Candidate.of(never, Grade.B, null), Candidate.of(longAgo, Grade.B, LocalDate.of(2025, 4, 10)),
                Candidate.of(recent, Grade.B, LocalDate.of(2026, 4, 10)), Candidate.of(alsoNever, Grade.B, null)), 3);
        assertThat(proposal.chosen()).containsExactlyInAnyOrder(never, alsoNever);
        Swapped swapped = proposal.swap(never, recent, "project launch");
        assertThat(swapped.proposal().chosen()).containsExactlyInAnyOrder(recent, alsoNever);
        assertThat(swapped.warnings()).containsExactly(new Sentence("campaign.swap.justSurveyed", LocalDate.of(2026, 4, 10), 2));
        assertThat(swapped.proposal().swap(recent, never, "back").warnings()).isEmpty();
        assertThatThrownBy(() -> proposal.swap(recent, longAgo, "x")).hasMessage("campaign.swap.notChosen");
        assertThatThrownBy(() -> proposal.swap(never, alsoNever, "x")).hasMessage("campaign.swap.alreadyChosen");
        assertThatThrownBy(() -> proposal.swap(never, new UUID(9, 9), "x")).isInstanceOf(BrokenRule.class);
        assertThatThrownBy(() -> proposal.swap(never, recent, " ")).hasMessage("campaign.swap.reasonMissing");
    }

    @Test
    void swappingAmongThoseNeverAskedNeedsNoWarningButAnotherClassDoes() {
        SampleProposal proposal = SampleProposal.of(ROTATION, List.of(
                Candidate.of(new UUID(1, 1), Grade.B, null), Candidate.of(new UUID(1, 2), Grade.B, null),
                Candidate.of(new UUID(2, 1), Grade.D, null)), 3);
        UUID out = proposal.chosen().getFirst();
        UUID in = out.equals(new UUID(1, 1)) ? new UUID(1, 2) : new UUID(1, 1);
        assertThat(proposal.swap(out, in, "met at the fair").warnings()).isEmpty();
        assertThat(proposal.swap(out, new UUID(2, 1), "large project").warnings())
                .extracting(Sentence::key).containsExactly("campaign.swap.otherClass");
    }

    @Test
    void aCensusAsksAllAndAByKindCensusGroupsByKind() {
        List<Candidate> candidates = List.of(
                new Candidate(new UUID(1, 1), Grade.D, "OEM", null, false, 0),
                new Candidate(new UUID(1, 2), Grade.A, "AFTERMARKET", FIRST_ROUND, false, 0));
        assertThat(SampleProposal.of(rule(Strategy.CENSUS), candidates, 1).chosen()).hasSize(2);
        assertThat(SampleProposal.of(rule(Strategy.CENSUS_BY_KIND), candidates, 1).strata())
                .extracting(Stratum::code).containsExactly("AFTERMARKET", "OEM");
    }

    @Test
    void recommendedOnesAreProposedAndComplainersLeftOutAreShown() {
        List<Candidate> candidates = List.of(
                new Candidate(new UUID(1, 1), Grade.A, "", null, true, 0),
                new Candidate(new UUID(1, 2), Grade.A, "", null, false, 3),
                new Candidate(new UUID(1, 3), Grade.A, "", null, false, 0));
        SampleProposal proposal = SampleProposal.of(rule(Strategy.RECOMMEND_APPROVE), candidates, 1);
        assertThat(proposal.chosen()).containsExactly(new UUID(1, 1));
        assertThat(proposal.complainersNotChosen()).containsExactly(new UUID(1, 2));
    }

    @Test
    void theRuleIsData() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(ROTATION), SamplingRule.class)).isEqualTo(ROTATION);
        assertThat(ROTATION.contradictions()).isEmpty();
        assertThat(new SamplingRule(Strategy.CLASS_ROTATION, Map.of(), Rounding.CEIL, Grade.UNCLASSIFIED).contradictions())
                .hasSize(2);
    }
}
