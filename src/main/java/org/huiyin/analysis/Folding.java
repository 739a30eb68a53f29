package org.huiyin.analysis;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.analysis.RoundResult.ItemResult;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.SamplingRule;
import org.huiyin.campaign.answers.AnswerJudged;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.RoundFrozen;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Tokens;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.platform.jobs.Jobs;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.BandRule;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.Questionnaires;
import org.huiyin.survey.ScoringRule;
import org.huiyin.survey.TriggerRule;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds the counted answers of a round into its result, behind the respondents' backs: submitting an answer touches none
 * of these rows. A routine looks for new answers; judgements and the freeze order a folding of their own.
 */
@Component
class Folding implements JobHandler<FoldOrder>, CompanyRoutine {

    private static final Duration COALESCE = Duration.ofSeconds(1);

    private static final int REMARKS = 8;

    private final FoldStore store;
    private final Rounds rounds;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final Importances importances;
    private final Questionnaires questionnaires;

    Folding(FoldStore store, Rounds rounds, Importances importances, Questionnaires questionnaires, Jobs jobs, TransactionTemplate transaction,
            JsonMapper json, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.importances = importances;
        this.questionnaires = questionnaires;
        this.jobs = jobs;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return FoldOrder.JOB;
    }

    @Override
    public Class<FoldOrder> payload() {
        return FoldOrder.class;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @EventListener
    void judged(AnswerJudged event) {
        jobs.at(clock.instant().plus(COALESCE), FoldOrder.JOB, event.round().value().toString(), new FoldOrder(event.round().value(), 0));
    }

    @EventListener
    void frozen(RoundFrozen event) {
        jobs.soon(FoldOrder.JOB, new FoldOrder(event.round().value(), event.number()));
    }

    /** Looks for rounds with answers that are not in their result yet. */
    @Override
    public void run() {
        List<UUID> stale = transaction.execute(status -> store.stale(clock.instant()));
        stale.forEach(round -> handle(new FoldOrder(round, 0)));
    }

    @Override
    public void handle(FoldOrder order) {
        transaction.executeWithoutResult(status -> fold(order));
    }

    private void fold(FoldOrder order) {
        store.lock(order.round());
        var round = rounds.get(new RoundId(order.round()));
        var profile = rounds.profileOf(round);
        var result = compute(round, profile);
        store.store(result, clock.instant());
        if (order.freeze() > 0) {
            var hash = HexFormat.of().formatHex(Tokens.hash(json.writeValueAsString(result)));
            store.freeze(result, order.freeze(), hash, clock.instant());
        }
    }

    RoundResult compute(RoundView round, ProfileVersion profile) {
        var id = round.id().value();
        var triggers = profile.section("triggers", TriggerRule.class);
        var scoring = profile.section("scoring", ScoringRule.class);
        var rule = profile.section(AnalysisRule.SECTION, AnalysisRule.class);
        store.foldCustomers(id, triggers.lowDegrees().toArray(String[]::new), scoring.itemCodes().toArray(String[]::new), rule.equalContacts());
        store.foldItems(id);
        store.foldSlices(id);
        var index = StratifiedIndex.of(store.strata(id, exempt(profile)), scoring.floor(), rule.level());
        var asked = store.invitations(id);
        return new RoundResult(id, round.profileVersion(), round.questionnaireVersion(), knownUntil(id), store.validity(id), asked[0],
                asked[1], index, bands(id, profile), items(id, scoring, triggers.lowDegrees()), store.slices(id),
                store.remarks(id, REMARKS), importances.of(id, questionnaires.byId(round.questionnaireVersion()), scoring, rule),
                rule.bySales() ? bySales(round, profile) : null);
    }

    /** The months that the grading looks back on, up to the month before the round opened. */
    private RoundResult.SalesIndex bySales(RoundView round, ProfileVersion profile) {
        var last = java.time.YearMonth.from(round.opensOn()).minusMonths(1);
        int months = Math.max(1, profile.section("grading").path("windowMonths").asInt(6));
        return store.bySales(round.id().value(), last.minusMonths(months - 1L), last);
    }

    /** Answers committed a little later than they were stamped must not be missed, so the last minute is looked at again. */
    private java.time.Instant knownUntil(UUID round) {
        var newest = store.newestAnswer(round);
        var settled = clock.instant().minus(Duration.ofMinutes(1));
        return newest.isBefore(settled) ? newest.plusMillis(1) : settled;
    }

    private Map<String, Integer> bands(UUID round, ProfileVersion profile) {
        var rule = profile.section("bands", BandRule.class);
        Map<String, Integer> bands = new LinkedHashMap<>();
        rule.bands().forEach(step -> bands.put(step.code(), 0));
        List<FoldStore.Banded> banded = new ArrayList<>();
        store.scores(round).forEach((value, customers) -> {
            var score = new Score(value);
            var band = rule.bandOf(score).code();
            bands.merge(band, customers, Integer::sum);
            banded.add(new FoldStore.Banded(value, band, rule.onEdge(score)));
        });
        store.band(round, banded);
        return bands;
    }

    private List<ItemResult> items(UUID round, ScoringRule scoring, Set<String> low) {
        var degrees = store.degrees(round, "TOTAL", "");
        List<ItemResult> items = new ArrayList<>();
        for (String item : scoring.itemCodes()) {
            items.add(item(item, scoring, degrees.getOrDefault(item, Map.of()), low));
        }
        return items;
    }

    static ItemResult item(String item, ScoringRule scoring, Map<String, Integer> counts, Set<String> low) {
        Map<String, Integer> given = new LinkedHashMap<>();
        int lows = 0;
        int answers = 0;
        var weight = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (String degree : new TreeSet<>(counts.keySet())) {
            if (degree.equals(AnswerView.NOT_APPLICABLE) || degree.equals(AnswerView.BLANK)) {
                continue;
            }
            int n = counts.getOrDefault(degree, 0);
            given.put(degree, n);
            var scored = scoring.score(List.of(answer(item, degree, scoring))).item(item).orElseThrow();
            weight = scored.weight();
            if (scored.score() != null) {
                sum = sum.add(scored.score().value().multiply(BigDecimal.valueOf(n)));
                answers += n;
            }
            if (scored.degree() != null && low.contains(scored.degree())) {
                lows += n;
            }
        }
        var mean = answers == 0 ? null : sum.divide(BigDecimal.valueOf(answers), Decimals.EXACT);
        return new ItemResult(item, weight, given, counts.getOrDefault(AnswerView.NOT_APPLICABLE, 0),
                counts.getOrDefault(AnswerView.BLANK, 0), mean, lows);
    }

    private static ItemAnswer answer(String item, String degree, ScoringRule scoring) {
        return scoring.scale().has(degree) ? ItemAnswer.degree(item, degree) : ItemAnswer.number(item, new BigDecimal(degree));
    }

    private static Set<String> exempt(ProfileVersion profile) {
        var rule = profile.section("sampling", SamplingRule.class);
        Set<String> exempt = new TreeSet<>();
        for (var grade : org.huiyin.kernel.Grade.values()) {
            if (rule.shareOf(grade).isNone()) {
                exempt.add(grade.name());
            }
        }
        return exempt;
    }
}
