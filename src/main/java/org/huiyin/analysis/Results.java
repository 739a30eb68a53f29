package org.huiyin.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Score;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Results of rounds: signed ones as they were signed, the others provisional. */
@Service
@Transactional(readOnly = true)
public class Results {

    private static final String READ = "result.read";

    private final Rounds rounds;
    private final Answers answers;
    private final Procedures procedures;
    private final FoldStore store;
    private final Consequences consequences;
    private final JdbcClient sql;

    Results(Rounds rounds, Answers answers, Procedures procedures, FoldStore store, Consequences consequences, JdbcClient sql) {
        this.rounds = rounds;
        this.answers = answers;
        this.procedures = procedures;
        this.store = store;
        this.consequences = consequences;
        this.sql = sql;
    }

    /** The round's result; empty before anything was folded. */
    public Optional<ResultView> of(Actor actor, String number) {
        actor.mustHave(READ);
        var round = rounds.byNumber(number);
        return of(round);
    }

    private Optional<ResultView> of(RoundView round) {
        var id = round.id().value();
        var frozen = store.frozen(id);
        return frozen.or(() -> store.live(id))
                .map(result -> new ResultView(round, answers.form(round), result, frozen.isPresent() ? store.frozenHash(id) : null));
    }

    /** Who sees customers by name: in a confidential round only those who see its answers (D36). */
    public boolean named(Actor actor, RoundView round) {
        return !round.confidential() || actor.is("QUALITY") || actor.is("QUALITY_HEAD") || actor.is("TOP");
    }

    /** The customers of the round, worst first; a clerk sees her own. */
    public List<CustomerScore> customers(Actor actor, RoundId round, CustomerScoreFilter filter) {
        actor.mustHave(READ);
        if (!named(actor, rounds.get(round))) {
            return List.of();
        }
        return sql.sql("""
                select s.*, c.code, c.name from analysis.customer_score s
                join customer.customer c on c.company_id = s.company_id and c.id = s.customer_id
                where s.round_id = :round and (:all or c.owner_id = :me)
                  and (cast(:band as text) is null or s.band = :band) and (cast(:stratum as text) is null or s.stratum = :stratum)
                order by s.score nulls last, c.code limit :limit offset :offset""")
                .param("round", round.value())
                .param("all", actor.may("customer.readAll"))
                .param("me", actor.id().value())
                .param("band", filter.band())
                .param("stratum", filter.stratum())
                .param("limit", filter.limit())
                .param("offset", filter.offset())
                .query(Results::score)
                .list();
    }

    private static CustomerScore score(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new CustomerScore(
                new org.huiyin.customer.CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("stratum"),
                row.getString("segment"),
                row.getString("region"),
                row.getBigDecimal("score"),
                row.getInt("answers"),
                row.getString("band"),
                row.getBoolean("on_edge"),
                row.getInt("low_items"));
    }

    /** What may be asked of the customers of a round. */
    public record CustomerScoreFilter(@Nullable String band, @Nullable String stratum, int limit, int offset) {

        public static final CustomerScoreFilter WORST = new CustomerScoreFilter(null, null, 50, 0);
    }

    /** Per item the answers per degree inside one slice. */
    public Map<String, Map<String, Integer>> degrees(Actor actor, RoundId round, RoundResult.Dimension dimension, String slice) {
        actor.mustHave(READ);
        return store.degrees(round.value(), dimension.name(), slice);
    }

    /** What followed from the round. */
    public List<Consequence> consequences(Actor actor, RoundId round) {
        actor.mustHave(READ);
        return consequences.of(round.value());
    }

    /** Draws what follows from a signed round at once instead of by its job; what is drawn already stays. */
    @Transactional
    public void draw(RoundId round) {
        consequences.handle(new ConsequenceOrder(round.value()));
    }

    /** All rounds with a result, the oldest first, with a word where a comparison limps. */
    public List<TrendPoint> trend(Actor actor) {
        actor.mustHave(READ);
        List<TrendPoint> points = new ArrayList<>();
        var withResult = rounds.list().stream()
                .filter(round -> round.state() != RoundState.CANCELLED)
                .sorted(java.util.Comparator.comparing(RoundView::opensOn))
                .toList();
        RoundView before = null;
        for (RoundView round : withResult) {
            var view = of(round).filter(v -> v.result().index().mean() != null);
            if (view.isPresent()) {
                points.add(point(view.get(), before));
                before = round;
            }
        }
        return points;
    }

    private TrendPoint point(ResultView view, @Nullable RoundView before) {
        var round = view.round();
        boolean scoring = before != null && !sameScoring(before.profileVersion(), round.profileVersion());
        boolean wording = before != null && !Objects.equals(before.questionnaireVersion(), round.questionnaireVersion())
                && view.form().items().stream().anyMatch(item -> item.wordedIn() == view.form().questionnaire().number());
        return new TrendPoint(round, view.result(), scoring, wording, view.provisional());
    }

    private boolean sameScoring(UUID a, UUID b) {
        if (a.equals(b)) {
            return true;
        }
        var one = procedures.byId(a);
        var other = procedures.byId(b);
        return one.section("scoring").equals(other.section("scoring")) && one.section("bands").equals(other.section("bands"));
    }

    /** The change between two rounds over the customers that answered both: improved, or no proof of it. */
    public RoundComparison compare(Actor actor, RoundId earlier, RoundId later) {
        actor.mustHave(READ);
        var before = rounds.get(earlier);
        var after = rounds.get(later);
        return RoundComparison.paired(scores(earlier), scores(later), !sameScoring(before.profileVersion(), after.profileVersion()), 0.95);
    }

    private Map<UUID, Score> scores(RoundId round) {
        Map<UUID, Score> found = new java.util.LinkedHashMap<>();
        sql.sql("select customer_id, score from analysis.customer_score where round_id = ? and score is not null")
                .param(round.value())
                .query(row -> {
                    found.put(row.getObject("customer_id", UUID.class), new Score(row.getBigDecimal("score")));
                });
        return found;
    }
}
