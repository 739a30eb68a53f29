package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.RoundId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.huiyin.platform.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers: one, a page of a list, or all of a round one after the other in flat memory. */
@Component
class AnswerStore {

    private static final int FETCHED = 1_000;
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final String SELECT = """
            select s.*, i.number, c.name as customer_name, c.code as customer_code, case when k.erased then '' else k.name end as contact_name,
              case when s.validity = 'VALID' then '{}'::text[] else (
                select coalesce(array_agg(f.rule order by f.raised_at, f.rule), '{}') from campaign.doubt_flag f where f.answer_id = s.id) end as rules
            from campaign.answer_standing s
            join campaign.invitation i on i.id = s.invitation_id
            join customer.customer c on c.id = s.customer_id
            join customer.contact k on k.id = s.contact_id
            where\s""";
    private static final String ORDER = " order by s.validity = 'DOUBTFUL' desc, s.submitted_at desc, s.id desc";

    private final JdbcClient sql;
    private final JsonMapper json;

    AnswerStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Where(String text, Map<String, Object> parameters) {}

    Optional<AnswerRow> find(AnswerId id) {
        return sql.sql(SELECT + "s.id = ?").param(id.value()).query(this::row).optional();
    }

    Optional<AnswerRow> byNumber(RoundId round, String number) {
        return sql.sql(SELECT + "s.round_id = ? and i.number = ?").params(round.value(), number).query(this::row).optional();
    }

    Optional<AnswerRow> of(InvitationId invitation) {
        return sql.sql(SELECT + "s.invitation_id = ?").param(invitation.value()).query(this::row).optional();
    }

    List<AnswerRow> of(CustomerId customer) {
        return sql.sql(SELECT + "s.customer_id = ? order by s.submitted_at desc").param(customer.value()).query(this::row).list();
    }

    List<AnswerRow> of(RoundId round, Collection<CustomerId> customers) {
        return sql.sql(SELECT + "s.round_id = ? and s.customer_id = any(?) order by s.customer_id, s.submitted_at, s.id")
                .params(round.value(), customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query(this::row)
                .list();
    }

    List<CustomerId> customers(RoundId round) {
        return sql.sql("select distinct customer_id from campaign.answer where round_id = ? order by customer_id")
                .param(round.value())
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    AnswerSlice page(RoundId round, AnswerSight sight, AnswerFilter filter) {
        var where = where(round, sight, filter);
        long total = sql.sql("""
                select count(*) from campaign.answer_standing s join campaign.invitation i on i.id = s.invitation_id
                join customer.customer c on c.id = s.customer_id join customer.contact k on k.id = s.contact_id
                where\s""" + where.text()).params(where.parameters()).query(Long.class).single();
        var rows = sql.sql(SELECT + where.text() + ORDER + " limit :size offset :skip")
                .params(where.parameters())
                .param("size", filter.size())
                .param("skip", (filter.page() - 1) * filter.size())
                .query(this::row)
                .list();
        return new AnswerSlice(rows, filter.page(), filter.size(), total);
    }

    void each(RoundId round, AnswerSight sight, AnswerFilter filter, Consumer<AnswerRow> sink) {
        var where = where(round, sight, filter);
        try (var rows = sql.sql(SELECT + where.text() + " order by s.submitted_at, s.id").withFetchSize(FETCHED)
                .params(where.parameters()).query(this::row).stream()) {
            rows.forEach(sink);
        }
    }

    List<AnswerRow> doubtful(@Nullable RoundId round) {
        var inRound = round == null ? "" : " and s.round_id = '" + round.value() + "'";
        return sql.sql(SELECT + """
                s.id in (select answer_id from campaign.doubt_flag) and s.validity = 'DOUBTFUL'
                and exists (select from campaign.round r where r.id = s.round_id and r.state in ('COLLECTING', 'CHECKING', 'FROZEN'))"""
                + inRound + " order by s.submitted_at limit 500").query(this::row).list();
    }

    AnswerCounts counts(RoundId round) {
        return sql.sql("""
                select count(*) as received, count(*) filter (where validity = 'VALID') as valid,
                  count(*) filter (where validity = 'DOUBTFUL') as doubtful, count(*) filter (where validity = 'CONFIRMED') as confirmed,
                  count(*) filter (where validity = 'INVALID') as invalid, count(*) filter (where late) as late,
                  count(*) filter (where entered_by is not null) as staff
                from campaign.answer_standing where round_id = ?""")
                .param(round.value())
                .query((row, n) -> new AnswerCounts(row.getInt("received"), row.getInt("valid"), row.getInt("doubtful"),
                        row.getInt("confirmed"), row.getInt("invalid"), row.getInt("late"), row.getInt("staff")))
                .single();
    }

    /** The score to compare with: what the contact said in the latest earlier round, else the customer's mean there. */
    @Nullable BigDecimal lastScore(RoundId round, CustomerId customer, UUID contact) {
        var scores = sql.sql("""
                select round_id, contact_id, score from campaign.answer
                where customer_id = ? and round_id <> ? and score is not null order by contact_id = ? desc, submitted_at desc limit 200""")
                .params(customer.value(), round.value(), contact)
                .query((row, n) -> new Past(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBigDecimal(3)))
                .list();
        if (scores.isEmpty()) {
            return null;
        }
        var latest = scores.getFirst();
        var same = scores.stream().filter(p -> p.round().equals(latest.round()))
                .filter(p -> !latest.contact().equals(contact) || p.contact().equals(contact)).map(Past::score).toList();
        return same.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(same.size()), org.huiyin.kernel.Decimals.EXACT);
    }

    private record Past(UUID round, UUID contact, BigDecimal score) {}

    private static Where where(RoundId round, AnswerSight sight, AnswerFilter filter) {
        var text = new StringBuilder("s.round_id = :round");
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("round", round.value());
        add(text, parameters, sight.owner() == null ? null : sight.owner().value(), "sight", " and c.owner_id = :sight");
        add(text, parameters, filter.validity() == null ? null : filter.validity().name(), "validity", " and s.validity = :validity");
        add(text, parameters, filter.channel() == null ? null : filter.channel().name(), "channel", " and s.channel = :channel");
        add(text, parameters, filter.stratum() == null ? null : filter.stratum().name(), "stratum", " and s.stratum = :stratum");
        add(text, parameters, filter.customer() == null ? null : filter.customer().value(), "customer", " and s.customer_id = :customer");
        if (filter.lateOnly()) {
            text.append(" and s.late");
        }
        if (filter.withComment()) {
            text.append(" and (s.comments <> '{}' or s.overall is not null)");
        }
        if (!filter.q().isBlank() && sight.named()) {
            text.append(" and (position(lower(:q) in lower(c.name)) > 0 or position(lower(:q) in lower(i.number)) > 0"
                    + " or position(lower(:q) in lower(k.name)) > 0 or position(lower(:q) in lower(coalesce(c.short_name, ''))) > 0)");
            parameters.put("q", filter.q().strip());
        }
        return new Where(text.toString(), parameters);
    }

    private static void add(StringBuilder text, Map<String, Object> parameters, @Nullable Object value, String name, String condition) {
        if (value != null) {
            text.append(condition);
            parameters.put(name, value);
        }
    }

    private AnswerRow row(ResultSet row, int n) throws SQLException {
        return new AnswerRow(view(row), row.getString("customer_name"), row.getString("customer_code"),
                row.getString("contact_name"), Arrays.stream(texts(row, "rules")).map(DoubtRule::valueOf).toList());
    }

    private AnswerView view(ResultSet row) throws SQLException {
        return new AnswerView(new AnswerId(id(row, "id")), row.getString("number"), new InvitationId(id(row, "invitation_id")),
                new RoundId(id(row, "round_id")), new CustomerId(id(row, "customer_id")), id(row, "contact_id"),
                Grade.valueOf(row.getString("stratum")), row.getBigDecimal("weight"),
                json.readValue(row.getString("items"), TEXTS), json.readValue(row.getString("comments"), TEXTS),
                new LinkedHashSet<>(List.of(texts(row, "wanted"))), row.getString("overall"),
                AnswerChannel.valueOf(row.getString("channel")), row.getString("language"), Columns.person(row, "entered_by"),
                Columns.person(row, "interviewer"), row.getBoolean("staff_device"), (Integer) row.getObject("seconds"), row.getBoolean("late"),
                row.getString("form_revision"), row.getTimestamp("submitted_at").toInstant(),
                row.getBigDecimal("score"), row.getBigDecimal("answered_share"), Validity.valueOf(row.getString("validity")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
