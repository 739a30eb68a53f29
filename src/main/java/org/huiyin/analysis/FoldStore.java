package org.huiyin.analysis;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.analysis.RoundResult.Slice;
import org.huiyin.kernel.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of folding: whole sets at a time, so that a million answers cost a few statements. */
@Component
class FoldStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    FoldStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One folding of a round at a time; a second one waits and then finds nothing new. */
    void lock(UUID round) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))").param("fold:" + round).query(row -> {});
    }

    /** Rounds with answers newer than what was folded; big ones are looked at less often, a millisecond per answer. */
    List<UUID> stale(Instant now) {
        return sql.sql("""
                select r.id from campaign.round r
                left join analysis.result f on f.company_id = r.company_id and f.round_id = r.id
                where r.state in ('COLLECTING', 'CHECKING', 'FROZEN')
                  and exists (select 1 from campaign.answer a where a.company_id = r.company_id and a.round_id = r.id
                              and (f.round_id is null or a.submitted_at >= f.known_until))
                  and (f.round_id is null
                       or f.folded_at < cast(? as timestamptz) - coalesce((f.content->'validity'->>'received')::int, 0) * interval '1 millisecond')""")
                .param(Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    Instant newestAnswer(UUID round) {
        return Optional.ofNullable(sql.sql("select max(submitted_at) as m from campaign.answer where round_id = ?")
                        .param(round)
                        .query((row, n) -> row.getTimestamp("m"))
                        .single())
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** Contacts' scores are first brought together in the customer, by their weights or alike (D13). */
    void foldCustomers(UUID round, String[] low, String[] rated, boolean equalContacts) {
        sql.sql("delete from analysis.customer_score where round_id = ?").param(round).update();
        sql.sql("""
                insert into analysis.customer_score
                  (round_id, customer_id, stratum, segment, region, score, answers, on_edge, low_items)
                select a.round_id, a.customer_id, min(a.stratum), min(c.segment), min(c.region),
                  case when not ? and sum(a.weight) filter (where a.score is not null) > 0
                    then sum(a.score * a.weight) filter (where a.score is not null)
                         / sum(a.weight) filter (where a.score is not null)
                    else avg(a.score) end,
                  count(*), false,
                  coalesce(sum((select count(*) from jsonb_each_text(a.items) i where i.value = any(?) and i.key = any(?))), 0)
                from campaign.answer_standing a
                join customer.customer c on c.company_id = a.company_id and c.id = a.customer_id
                where a.round_id = ? and a.counted
                group by a.round_id, a.customer_id""")
                .params(equalContacts, low, rated, round)
                .update();
    }

    /** Distinct exact scores with the number of customers; few, however many customers there are. */
    Map<BigDecimal, Integer> scores(UUID round) {
        Map<BigDecimal, Integer> found = new LinkedHashMap<>();
        sql.sql("select score, count(*) as n from analysis.customer_score where round_id = ? and score is not null group by score")
                .param(round)
                .query(row -> {
                    found.put(row.getBigDecimal("score"), row.getInt("n"));
                });
        return found;
    }

    /** The band and the edge badge of every score in one statement. */
    void band(UUID round, List<Banded> banded) {
        sql.sql("""
                update analysis.customer_score s set band = b.band, on_edge = b.edge
                from unnest(?::numeric[], ?::text[], ?::boolean[]) b (score, band, edge)
                where s.round_id = ? and s.score = b.score""")
                .params(banded.stream().map(Banded::score).toArray(BigDecimal[]::new),
                        banded.stream().map(Banded::band).toArray(String[]::new),
                        banded.stream().map(Banded::edge).toArray(Boolean[]::new), round)
                .update();
    }

    /** A score with the band it falls into. */
    record Banded(BigDecimal score, String band, boolean edge) {}

    /** Each class of the frame: how many customers, how many asked, and the scores of those who answered. */
    List<StratumSample> strata(UUID round, java.util.Set<String> exempt) {
        record Frame(String code, int population, int invited) {}
        var frames = sql.sql("""
                select stratum, count(*) as population, count(*) filter (where chosen) as invited
                from campaign.sample_entry where round_id = ? and origin <> 'INELIGIBLE' group by stratum order by stratum""")
                .param(round)
                .query((row, n) -> new Frame(row.getString("stratum"), row.getInt("population"), row.getInt("invited")))
                .list();
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        sql.sql("select stratum, score from analysis.customer_score where round_id = ? and score is not null")
                .param(round)
                .query(row -> {
                    scores.computeIfAbsent(row.getString("stratum"), s -> new ArrayList<>()).add(new Score(row.getBigDecimal("score")));
                });
        return frames.stream()
                .map(f -> {
                    var heard = scores.getOrDefault(f.code(), List.of());
                    var asked = Math.max(f.invited(), heard.size());
                    return new StratumSample(f.code(), Math.max(f.population(), asked), asked, heard,
                            exempt.contains(f.code()) && heard.isEmpty());
                })
                .toList();
    }

    void foldItems(UUID round) {
        sql.sql("delete from analysis.item_count where round_id = ?").param(round).update();
        sql.sql("""
                insert into analysis.item_count (round_id, dimension, slice, item, degree, answers)
                with cell as (
                  select a.round_id, a.stratum, coalesce(c.segment, '') as segment, coalesce(c.region, '') as region, a.channel,
                    i.key as item, i.value as degree, count(*) as n
                  from campaign.answer_standing a
                  join customer.customer c on c.company_id = a.company_id and c.id = a.customer_id
                  cross join lateral jsonb_each_text(a.items) i
                  where a.round_id = ? and a.counted
                  group by a.round_id, a.stratum, coalesce(c.segment, ''), coalesce(c.region, ''), a.channel, i.key, i.value)
                select cell.round_id, d.dimension, d.slice, cell.item, cell.degree, sum(cell.n)
                from cell cross join lateral (values ('TOTAL', ''), ('CLASS', stratum), ('SEGMENT', segment), ('REGION', region),
                  ('CHANNEL', channel)) d (dimension, slice)
                group by cell.round_id, d.dimension, d.slice, cell.item, cell.degree""")
                .param(round)
                .update();
    }

    void foldSlices(UUID round) {
        sql.sql("delete from analysis.slice_score where round_id = ?").param(round).update();
        sql.sql("""
                insert into analysis.slice_score (round_id, dimension, slice, answers, customers, mean, deviation)
                select s.round_id, d.dimension, d.slice, sum(s.answers), count(*), avg(s.score), stddev_samp(s.score)
                from analysis.customer_score s
                cross join lateral (values ('CLASS', s.stratum), ('SEGMENT', coalesce(s.segment, '')), ('REGION', coalesce(s.region, '')))
                  d (dimension, slice)
                where s.round_id = ? group by s.round_id, d.dimension, d.slice""")
                .param(round)
                .update();
        sql.sql("""
                insert into analysis.slice_score (round_id, dimension, slice, answers, customers, mean, deviation)
                select a.round_id, d.dimension, d.slice, count(*), count(distinct a.customer_id), avg(a.score), stddev_samp(a.score)
                from campaign.answer_standing a
                cross join lateral (values ('CHANNEL', a.channel), ('INTERVIEWER', coalesce(a.interviewer::text, ''))) d (dimension, slice)
                where a.round_id = ? and a.counted group by a.round_id, d.dimension, d.slice""")
                .param(round)
                .update();
    }

    List<Slice> slices(UUID round) {
        return sql.sql("select * from analysis.slice_score where round_id = ? order by dimension, slice")
                .param(round)
                .query((row, n) -> new Slice(
                        Dimension.valueOf(row.getString("dimension")),
                        row.getString("slice"),
                        row.getInt("answers"),
                        row.getInt("customers"),
                        row.getBigDecimal("mean"),
                        row.getBigDecimal("deviation")))
                .list();
    }

    /** Answers per item and degree over the whole round, or in one slice of it. */
    Map<String, Map<String, Integer>> degrees(UUID round, String dimension, String slice) {
        Map<String, Map<String, Integer>> found = new LinkedHashMap<>();
        sql.sql("select item, degree, answers from analysis.item_count where round_id = ? and dimension = ? and slice = ?")
                .params(round, dimension, slice)
                .query(row -> {
                    found.computeIfAbsent(row.getString("item"), i -> new LinkedHashMap<>())
                            .put(row.getString("degree"), row.getInt("answers"));
                });
        return found;
    }

    /** How strongly a factor moves with the overall mark over the counted answers that have both. */
    record Moving(int answers, @Nullable Double correlation) {}

    /** What a degree or number of an item is worth, in points of 100. */
    record Worth(String item, String code, BigDecimal mark) {}

    /** The correlation of each item with the overall mark; one pass over the answers. */
    Map<String, Moving> movingWith(UUID round, String overall, List<Worth> overallMarks, List<Worth> itemMarks) {
        Map<String, Moving> found = new LinkedHashMap<>();
        sql.sql("""
                select s.item, count(*) as n, corr(s.mark, o.mark) as r
                from campaign.answer_standing a
                join unnest(cast(? as text[]), cast(? as double precision[])) o (code, mark) on o.code = a.items->>?
                cross join lateral jsonb_each_text(a.items) i
                join unnest(cast(? as text[]), cast(? as text[]), cast(? as double precision[])) s (item, code, mark)
                  on s.item = i.key and s.code = i.value
                where a.round_id = ? and a.counted group by s.item""")
                .params(codes(overallMarks), marks(overallMarks), overall, itemMarks.stream().map(Worth::item).toArray(String[]::new),
                        codes(itemMarks), marks(itemMarks), round)
                .query(row -> {
                    found.put(row.getString("item"), new Moving(row.getInt("n"), (Double) row.getObject("r")));
                });
        return found;
    }

    private static String[] codes(List<Worth> worths) {
        return worths.stream().map(Worth::code).toArray(String[]::new);
    }

    private static Double[] marks(List<Worth> worths) {
        return worths.stream().map(worth -> worth.mark().doubleValue()).toArray(Double[]::new);
    }

    /** The mean of the customers weighted by what they bought in the months given; customers without sales stand outside (D14). */
    RoundResult.SalesIndex bySales(UUID round, java.time.YearMonth from, java.time.YearMonth to) {
        return sql.sql("""
                select sum(s.score * x.amount) filter (where x.amount > 0) / nullif(sum(x.amount) filter (where x.amount > 0), 0) as mean,
                  count(*) filter (where x.amount > 0) as customers, count(*) filter (where x.amount is null or x.amount <= 0) as without
                from analysis.customer_score s
                left join (select company_id, customer_id, sum(amount) as amount from customer.sale
                           where currency = 'CNY' and month between ? and ? group by company_id, customer_id) x
                  on x.company_id = s.company_id and x.customer_id = s.customer_id
                where s.round_id = ? and s.score is not null""")
                .params(from.atDay(1), to.atDay(1), round)
                .query((row, n) -> {
                    var mean = row.getBigDecimal("mean");
                    return new RoundResult.SalesIndex(mean == null ? null : new Score(mean), row.getInt("customers"), row.getInt("without"), from, to);
                })
                .single();
    }

    Validity validity(UUID round) {
        record Count(String validity, int answers) {}
        var counts = sql.sql("select validity, count(*) as n from campaign.answer_standing where round_id = ? group by validity")
                .param(round)
                .query((row, n) -> new Count(row.getString("validity"), row.getInt("n")))
                .list();
        var reasons = sql.sql("""
                select (select d.reason from campaign.doubt_decision d where d.company_id = a.company_id and d.answer_id = a.id
                        order by d.id desc limit 1)
                from campaign.answer_standing a where a.round_id = ? and a.validity = 'INVALID' order by a.id""")
                .param(round)
                .query(String.class)
                .list();
        int received = counts.stream().mapToInt(Count::answers).sum();
        int undecided = counts.stream().filter(c -> c.validity().equals("DOUBTFUL")).mapToInt(Count::answers).sum();
        return new Validity(received, undecided, reasons);
    }

    int[] invitations(UUID round) {
        return sql.sql("""
                select count(*) filter (where state not in ('REVOKED', 'PREPARED')) as asked,
                       count(*) filter (where state = 'ANSWERED') as answered from campaign.invitation where round_id = ?""")
                .param(round)
                .query((row, n) -> new int[] {row.getInt("asked"), row.getInt("answered")})
                .single();
    }

    /** How many counted answers have words beside their marks, and those of the least satisfied customers first. */
    RoundResult.Remarks remarks(UUID round, int shown) {
        int count = sql.sql("""
                select count(*) from campaign.answer_standing
                where round_id = ? and counted and (comments <> '{}' or overall is not null)""")
                .param(round).query(Integer.class).single();
        var worst = sql.sql("""
                select id from campaign.answer_standing where round_id = ? and counted and (comments <> '{}' or overall is not null)
                order by score nulls last, id limit ?""")
                .params(round, shown).query(UUID.class).list();
        return new RoundResult.Remarks(count, worst);
    }

    void store(RoundResult result, Instant at) {
        sql.sql("""
                insert into analysis.result (round_id, content, known_until, folded_at) values (?, cast(? as jsonb), ?, ?)
                on conflict (company_id, round_id) do update
                set content = excluded.content, known_until = excluded.known_until, folded_at = excluded.folded_at""")
                .params(result.round(), json.writeValueAsString(result), Timestamp.from(result.knownUntil()), Timestamp.from(at))
                .update();
    }

    void freeze(RoundResult result, int number, String hash, Instant at) {
        sql.sql("""
                insert into analysis.frozen_result (round_id, freeze_number, content, content_hash, profile_version, frozen_at)
                values (?, ?, cast(? as jsonb), ?, ?, ?) on conflict do nothing""")
                .params(Arrays.asList(result.round(), number, json.writeValueAsString(result), hash, result.profileVersion(),
                        Timestamp.from(at)))
                .update();
    }

    Optional<RoundResult> live(UUID round) {
        return read("select content from analysis.result where round_id = ?", round);
    }

    Optional<RoundResult> frozen(UUID round) {
        return read("select content from analysis.frozen_result where round_id = ? order by freeze_number desc limit 1", round);
    }

    private Optional<RoundResult> read(String query, UUID round) {
        return sql.sql(query).param(round).query(String.class).optional().map(text -> json.readValue(text, RoundResult.class));
    }

    /** When the round was folded last. */
    Optional<Instant> foldedAt(UUID round) {
        return sql.sql("select folded_at from analysis.result where round_id = ?").param(round).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    @Nullable String frozenHash(UUID round) {
        return sql.sql("select content_hash from analysis.frozen_result where round_id = ? order by freeze_number desc limit 1")
                .param(round)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
