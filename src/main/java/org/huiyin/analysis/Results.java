package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.analysis.RoundResult.ItemResult;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.RoundForm;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.procedure.Procedures;
import org.huiyin.survey.TriggerRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Results of rounds: signed ones as they were signed, the others provisional (001/5.4.3 to 5.4.5). */
@Service
@Transactional(readOnly = true)
public class Results {

    private static final String READ = "result.read";

    private final Rounds rounds;
    private final Answers answers;
    private final Procedures procedures;
    private final FoldStore folded;
    private final ResultStore store;

    Results(Rounds rounds, Answers answers, Procedures procedures, FoldStore folded, ResultStore store) {
        this.rounds = rounds;
        this.answers = answers;
        this.procedures = procedures;
        this.folded = folded;
        this.store = store;
    }

    /** The round's result; empty before anything was folded. */
    public Optional<ResultView> of(Actor actor, String number) {
        actor.mustHave(READ);
        return of(actor, rounds.byNumber(number));
    }

    private Optional<ResultView> of(Actor actor, RoundView round) {
        var id = round.id().value();
        var frozen = folded.frozen(id);
        var named = Sight.of(actor, round).named();
        return frozen.or(() -> folded.live(id)).map(result -> {
            var form = answers.form(round);
            int minimum = rule(form).fewestShown();
            return new ResultView(round, form, named ? result : new Veil(minimum).over(result),
                    frozen.isPresent() ? folded.frozenHash(id) : null, named, minimum);
        });
    }

    private static AnalysisRule rule(RoundForm form) {
        return form.profile().section(AnalysisRule.SECTION, AnalysisRule.class);
    }

    /** The round, for readers of results. */
    public RoundView round(Actor actor, String number) {
        actor.mustHave(READ);
        return rounds.byNumber(number);
    }

    /** The customers of the round, worst first; a clerk sees her own, and in a confidential round most see none (D36). */
    public List<CustomerScore> customers(Actor actor, RoundView round, CustomerScoreFilter filter) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, round);
        return sight.named() ? store.customers(round.id(), sight.owner(), filter) : List.of();
    }

    public long count(Actor actor, RoundView round, CustomerScoreFilter filter) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, round);
        return sight.named() ? store.count(round.id(), sight.owner(), filter) : 0;
    }

    /** The customers one after the other, in flat memory, for an export. */
    public void each(Actor actor, RoundView round, Consumer<CustomerScore> sink) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, round);
        if (sight.named()) {
            store.each(round.id(), sight.owner(), sink);
        }
    }

    /** The items inside one slice; for interviewers nothing is kept. */
    public List<ItemResult> items(Actor actor, ResultView view, Dimension dimension, String slice) {
        actor.mustHave(READ);
        var degrees = folded.degrees(view.round().id().value(), dimension.name(), slice);
        var veil = new Veil(view.named() ? 0 : view.minimumShown());
        return view.result().items().stream()
                .map(item -> veil.over(Folding.item(item.item(), view.form().scoring(), degrees.getOrDefault(item.item(), Map.of()), view.form().lowDegrees())))
                .toList();
    }

    /** What single customers said of an item, worst first: the last step before the answer itself. */
    public List<ItemAnswerRow> answers(Actor actor, ResultView view, String item, @Nullable Dimension dimension, String slice, int limit, int offset) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, view.round());
        var worst = view.form().degrees().reversed().stream().map(degree -> degree.code()).toArray(String[]::new);
        return sight.named() ? store.answers(view.round().id(), sight.owner(), item, dimension, slice, worst, limit, offset) : List.of();
    }

    /** Per item a few customers who are dissatisfied with it. */
    public Map<String, List<String>> dissatisfied(Actor actor, ResultView view) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, view.round());
        return sight.named() ? store.lowCustomers(view.round().id(), sight.owner(), view.form().lowDegrees().toArray(String[]::new),
                view.form().scoring().itemCodes().toArray(String[]::new), 4) : Map.of();
    }

    /** Some words of customers, the least satisfied first. */
    public List<RemarkRow> remarks(Actor actor, ResultView view) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, view.round());
        return sight.named() ? store.remarks(view.result().remarks().worst(), sight.owner()) : List.of();
    }

    /** How many customers stand under the limit that asks for corrective action. */
    public int underLimit(Actor actor, ResultView view) {
        actor.mustHave(READ);
        var rule = view.form().profile().section("triggers", TriggerRule.class);
        return rule.threshold() == null ? 0 : store.under(view.round().id(), rule.threshold(), rule.inclusive());
    }

    /** How much followed from the round. */
    public Map<Consequence.Kind, ConsequenceCount> consequences(Actor actor, RoundView round) {
        actor.mustHave(READ);
        return store.counts(round.id());
    }

    /** How many rows the reader would get of what followed. */
    public long countConsequences(Actor actor, RoundView round) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, round);
        return sight.named() ? store.countConsequences(round.id(), sight.owner()) : 0;
    }

    /** What followed, by customer, as far as the reader may know names. */
    public List<ConsequenceRow> consequences(Actor actor, RoundView round, int limit) {
        actor.mustHave(READ);
        var sight = Sight.of(actor, round);
        return sight.named() ? store.consequences(round.id(), sight.owner(), limit) : List.of();
    }

    /** The scores of a customer over the rounds that the reader may see by name, the youngest first. */
    public List<CustomerPoint> of(Actor actor, CustomerId customer, int limit) {
        actor.mustHave(READ);
        List<CustomerPoint> points = new ArrayList<>();
        for (CustomerRound score : store.of(customer, limit)) {
            var round = rounds.get(score.round());
            if (Sight.of(actor, round).named() && score.score() != null) {
                points.add(new CustomerPoint(round, score.score(), score.band(), score.onEdge(), score.lowItems()));
            }
        }
        return points;
    }

    /** A customer's score in a round. */
    public record CustomerPoint(RoundView round, BigDecimal score, @Nullable String band, boolean onEdge, int lowItems) {}

    /** All rounds with an index, the oldest first, with a word where a comparison limps. */
    public List<TrendPoint> trend(Actor actor) {
        actor.mustHave(READ);
        List<TrendPoint> points = new ArrayList<>();
        ResultView before = null;
        for (RoundView round : inOrder()) {
            var view = of(actor, round).filter(v -> v.result().index().mean() != null).orElse(null);
            if (view != null) {
                points.add(point(view, before));
                before = view;
            }
        }
        return points;
    }

    private List<RoundView> inOrder() {
        return rounds.list().stream()
                .filter(round -> round.state() != RoundState.CANCELLED)
                .sorted(Comparator.comparing(RoundView::opensOn).thenComparing(RoundView::number))
                .toList();
    }

    private TrendPoint point(ResultView view, @Nullable ResultView before) {
        boolean scoring = before != null && !sameScoring(before.round().profileVersion(), view.round().profileVersion());
        boolean wording = before != null && !reworded(before.form(), view.form()).isEmpty();
        return new TrendPoint(view.round(), view.result(), scoring, wording, view.provisional());
    }

    /** Items of the later form that are new or mean something else than in the earlier one. */
    private static List<String> reworded(RoundForm before, RoundForm after) {
        return after.items().stream()
                .map(item -> item.id())
                .filter(item -> !after.questionnaire().comparable(item, before.questionnaire()))
                .toList();
    }

    private boolean sameScoring(UUID a, UUID b) {
        if (a.equals(b)) {
            return true;
        }
        var one = procedures.byId(a);
        var other = procedures.byId(b);
        return one.section("scoring").equals(other.section("scoring")) && one.section("bands").equals(other.section("bands"));
    }

    /** Two rounds side by side; empty where one of them has no result yet. */
    public Optional<Comparison> compare(Actor actor, RoundView earlier, RoundView later) {
        actor.mustHave(READ);
        var before = of(actor, earlier);
        var after = of(actor, later);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        boolean scoring = !sameScoring(earlier.profileVersion(), later.profileVersion());
        double confidence = rule(after.get().form()).level();
        var paired = RoundComparison.paired(store.changes(earlier.id(), later.id()), scoring, confidence);
        int smaller = Math.min(before.get().result().customers(), after.get().result().customers());
        boolean enough = paired.pairs() >= 2 && paired.pairs() * 2 >= smaller && (after.get().named() || paired.pairs() >= after.get().minimumShown());
        var verdict = enough ? paired
                : RoundComparison.unpaired(before.get().result().index(), after.get().result().index(), scoring, confidence);
        return Optional.of(new Comparison(before.get(), after.get(), verdict, reworded(before.get().form(), after.get().form())));
    }

    /**
     * Two rounds and what may be said of the change.
     *
     * @param reworded items that cannot be compared because they were asked differently
     */
    public record Comparison(ResultView before, ResultView after, RoundComparison verdict, List<String> reworded) {

        public boolean scoringChanged() {
            return verdict.notes().stream().anyMatch(note -> note.key().equals("analysis.compare.scoringChanged"));
        }
    }
}
