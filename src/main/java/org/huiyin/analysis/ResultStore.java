package org.huiyin.analysis;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.campaign.RoundId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind lists of a result: customers, single answers, what followed. */
@Component
class ResultStore {

    private static final String CUSTOMERS = """
            from analysis.customer_score s
            join customer.customer c on c.company_id = s.company_id and c.id = s.customer_id
            where s.round_id = :round and (cast(:owner as uuid) is null or c.owner_id = :owner)
              and (cast(:band as text) is null or s.band = :band) and (cast(:stratum as text) is null or s.stratum = :stratum)
              and (cast(:q as text) is null or c.name ilike :q or c.code ilike :q)""";

    private final JdbcClient sql;

    ResultStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Worst first; customers without a score stand at the end. */
    List<CustomerScore> customers(RoundId round, @Nullable UUID owner, CustomerScoreFilter filter) {
        return asked("select s.*, c.code, c.name " + CUSTOMERS + " order by s.score nulls last, c.code limit :limit offset :offset", round, owner, filter)
                .param("limit", filter.limit())
                .param("offset", filter.offset())
                .query(ResultStore::score)
                .list();
    }

    long count(RoundId round, @Nullable UUID owner, CustomerScoreFilter filter) {
        return asked("select count(*) " + CUSTOMERS, round, owner, filter).query(Long.class).single();
    }

    void each(RoundId round, @Nullable UUID owner, Consumer<CustomerScore> sink) {
        try (var rows = asked("select s.*, c.code, c.name " + CUSTOMERS + " order by s.score nulls last, c.code", round, owner, CustomerScoreFilter.WORST)
                .withFetchSize(500)
                .query(ResultStore::score)
                .stream()) {
            rows.forEach(sink);
        }
    }

    private JdbcClient.StatementSpec asked(String query, RoundId round, @Nullable UUID owner, CustomerScoreFilter filter) {
        return sql.sql(query)
                .param("round", round.value())
                .param("owner", owner)
                .param("band", filter.band())
                .param("stratum", filter.stratum())
                .param("q", filter.q() == null ? null : "%" + filter.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    private static CustomerScore score(ResultSet row, int n) throws SQLException {
        return new CustomerScore(
                new CustomerId(row.getObject("customer_id", UUID.class)),
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

    /** A customer's scores over the rounds, the youngest first. */
    List<CustomerRound> of(CustomerId customer, int limit) {
        return sql.sql("""
                select s.round_id, s.score, s.band, s.on_edge, s.answers, s.low_items from analysis.customer_score s
                join campaign.round r on r.company_id = s.company_id and r.id = s.round_id
                where s.customer_id = ? order by r.opens_on desc, r.id desc limit ?""")
                .params(customer.value(), limit)
                .query((row, n) -> new CustomerRound(new RoundId(row.getObject("round_id", UUID.class)), row.getBigDecimal("score"),
                        row.getString("band"), row.getBoolean("on_edge"), row.getInt("answers"), row.getInt("low_items")))
                .list();
    }

    /** What single customers said of an item, given degrees only, within a slice. */
    List<ItemAnswerRow> answers(RoundId round, @Nullable UUID owner, String item, @Nullable Dimension dimension, String slice, String[] worstFirst,
            int limit, int offset) {
        return sql.sql("""
                select a.id, a.customer_id, i.number, c.code, c.name, a.stratum, a.channel, a.items->>:item as degree,
                  a.comments->>:item as comment, a.score
                from campaign.answer_standing a
                join customer.customer c on c.company_id = a.company_id and c.id = a.customer_id
                join campaign.invitation i on i.company_id = a.company_id and i.id = a.invitation_id
                where a.round_id = :round and a.counted and (cast(:owner as uuid) is null or c.owner_id = :owner) and a.items -> :item is not null
                """ + within(dimension)
                + " order by array_position(cast(:worst as text[]), a.items->>:item) nulls last, a.score nulls last, a.id limit :limit offset :offset")
                .param("item", item).param("round", round.value()).param("owner", owner).param("slice", slice)
                .param("worst", "{" + String.join(",", worstFirst) + "}").param("limit", limit).param("offset", offset)
                .query((row, n) -> new ItemAnswerRow(row.getObject("id", UUID.class), row.getString("number"), new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("code"),
                        row.getString("name"), row.getString("stratum"), row.getString("channel"), row.getString("degree"),
                        row.getString("comment"), row.getBigDecimal("score")))
                .list();
    }

    private static String within(@Nullable Dimension dimension) {
        return dimension == null ? "" : switch (dimension) {
            case CLASS -> " and a.stratum = :slice";
            case SEGMENT -> " and coalesce(c.segment, '') = :slice";
            case REGION -> " and coalesce(c.region, '') = :slice";
            case CHANNEL -> " and a.channel = :slice";
            case INTERVIEWER -> " and coalesce(a.interviewer::text, '') = :slice";
        };
    }

    /** Who gave one of the degrees to which item: a few names each. */
    Map<String, List<String>> lowCustomers(RoundId round, @Nullable UUID owner, String[] low, String[] rated, int each) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        sql.sql("""
                select x.item, x.name from (
                  select i.key as item, c.name, row_number() over (partition by i.key order by min(a.score) nulls last, c.name) as place
                  from (select w.customer_id from analysis.customer_score w
                        where w.company_id = platform.company() and w.round_id = :round and w.low_items > 0
                        order by w.score nulls last limit 200) s
                  join campaign.answer_standing a on a.customer_id = s.customer_id and a.round_id = :round and a.counted
                  join customer.customer c on c.company_id = a.company_id and c.id = a.customer_id
                  cross join lateral jsonb_each_text(a.items) i
                  where i.value = any(cast(:low as text[])) and i.key = any(cast(:rated as text[])) and (cast(:owner as uuid) is null or c.owner_id = :owner)
                  group by i.key, c.id, c.name) x
                where x.place <= :each order by x.item, x.place""")
                .param("round", round.value()).param("owner", owner).param("low", "{" + String.join(",", low) + "}")
                .param("rated", "{" + String.join(",", rated) + "}").param("each", each)
                .query(row -> {
                    found.computeIfAbsent(row.getString("item"), i -> new java.util.ArrayList<>()).add(row.getString("name"));
                });
        return found;
    }

    /** Words of customers by the identities of their answers. */
    List<RemarkRow> remarks(List<UUID> ids, @Nullable UUID owner) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                select a.id, i.number, c.code, c.name, coalesce(a.overall, '') as overall,
                  (select string_agg(k.value, ' ' order by k.key) from jsonb_each_text(a.comments) k) as comments, a.score
                from campaign.answer a
                join customer.customer c on c.company_id = a.company_id and c.id = a.customer_id
                join campaign.invitation i on i.company_id = a.company_id and i.id = a.invitation_id
                where a.id in (:ids) and (cast(:owner as uuid) is null or c.owner_id = :owner) order by a.score nulls last, a.id""")
                .param("ids", ids).param("owner", owner)
                .query((row, n) -> new RemarkRow(row.getObject("id", UUID.class), row.getString("number"), row.getString("code"), row.getString("name"),
                        words(row.getString("overall"), row.getString("comments"))))
                .list();
    }

    private static String words(String overall, @Nullable String comments) {
        return String.join(" ", Arrays.asList(comments == null ? "" : comments.strip(), overall.strip())).strip();
    }

    /** What followed, grouped: how many of each kind and over how many customers. */
    Map<Consequence.Kind, ConsequenceCount> counts(RoundId round) {
        Map<Consequence.Kind, ConsequenceCount> found = new LinkedHashMap<>();
        sql.sql("select kind, count(*) as n, count(distinct customer_id) as customers from analysis.consequence where round_id = ? group by kind")
                .param(round.value())
                .query(row -> {
                    found.put(Consequence.Kind.valueOf(row.getString("kind")), new ConsequenceCount(row.getInt("n"), row.getInt("customers")));
                });
        return found;
    }

    /** A few of what followed, with the customers' names. */
    List<ConsequenceRow> consequences(RoundId round, @Nullable UUID owner, int limit) {
        return sql.sql("""
                select k.kind, k.items, k.target_type, k.target_id, c.code, c.name, k.customer_id from analysis.consequence k
                join customer.customer c on c.company_id = k.company_id and c.id = k.customer_id
                where k.round_id = :round and (cast(:owner as uuid) is null or c.owner_id = :owner) order by k.id limit :limit""")
                .param("round", round.value()).param("owner", owner).param("limit", limit)
                .query((row, n) -> new ConsequenceRow(Consequence.Kind.valueOf(row.getString("kind")), new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("code"), row.getString("name"), List.of((String[]) row.getArray("items").getArray()),
                        new SubjectRef(row.getString("target_type"), row.getObject("target_id", UUID.class))))
                .list();
    }

    /** How the customers changed who have a score in both rounds. */
    RoundComparison.Changes changes(RoundId before, RoundId after) {
        return sql.sql("""
                select count(*) as pairs, coalesce(sum(x.d), 0) as sum, coalesce(sum(x.d * x.d), 0) as squares from (
                  select b.score - a.score as d from analysis.customer_score a
                  join analysis.customer_score b on b.company_id = a.company_id and b.customer_id = a.customer_id
                  where a.round_id = ? and b.round_id = ? and a.score is not null and b.score is not null) x""")
                .params(before.value(), after.value())
                .query((row, n) -> new RoundComparison.Changes(row.getInt("pairs"), row.getBigDecimal("sum"), row.getBigDecimal("squares")))
                .single();
    }

    long countConsequences(RoundId round, @Nullable UUID owner) {
        return sql.sql("""
                select count(*) from analysis.consequence k
                join customer.customer c on c.company_id = k.company_id and c.id = k.customer_id
                where k.round_id = :round and (cast(:owner as uuid) is null or c.owner_id = :owner)""")
                .param("round", round.value()).param("owner", owner).query(Long.class).single();
    }

    /** Customers under the limit, counted on exact scores. */
    int under(RoundId round, BigDecimal limit, boolean inclusive) {
        return sql.sql("select count(*) from analysis.customer_score where round_id = ? and (score < ? or ? and score = ?)")
                .params(round.value(), limit, inclusive, limit).query(Integer.class).single();
    }
}
