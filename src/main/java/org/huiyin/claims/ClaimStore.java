package org.huiyin.claims;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.sheets.Grams;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes claims with their positions and rates. */
@Component
class ClaimStore {

    private static final String SELECT = """
            select c.*, k.number as complaint_number from claims.claim c
            left join complaint.complaint k on k.company_id = c.company_id and k.id = c.complaint_id""";
    /** Clerks see those of their customers, of complaints in their hands, and those they wrote. */
    private static final String SEEN = """
            (c.created_by = :me or c.customer_id in (select id from customer.customer where owner_id = :me)
              or c.complaint_id in (select id from complaint.complaint where sales_owner = :me or received_by = :me or work_owner = :me))""";
    private static final String OVER = "('SETTLED', 'WITHDRAWN', 'LAPSED')";
    private static final String NEXT = """
            case when c.state in ('DRAFT', 'SENT') and c.reply_by is not null then least(c.reply_by, c.limitation_on) else c.limitation_on end""";

    private final JdbcClient sql;

    ClaimStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is given to a claim besides what was typed. */
    record Given(ClaimId id, String number, Party party, String currency, UUID profileVersion, String clause, PersonId by, Instant at) {}

    void insert(NewClaim c, Given given) {
        sql.sql("""
                insert into claims.claim (id, number, direction, party_kind, party_name, party_contact, customer_id, department_id, complaint_id, source_type,
                  source_id, source_number, basis, basis_reference, happened_on, words, elsewhere, reply_by, limitation_on, currency, state, profile_version, clause,
                  created_by, created_at, changed_by, changed_at)
                values (:id, :number, :direction, :kind, :name, :contact, :customer, :department, :complaint, :sourceType, :source, :sourceNumber, :basis, :reference,
                  :happened, :words, :elsewhere, :replyBy, :limitation, :currency, 'DRAFT', :profile, :clause, :by, :at, :by, :at)""")
                .paramSource(typed(c, given.party()).addValue("id", given.id().value()).addValue("number", given.number()).addValue("currency", given.currency())
                        .addValue("profile", given.profileVersion()).addValue("clause", given.clause()).addValue("by", given.by().value())
                        .addValue("at", Timestamp.from(given.at())))
                .update();
    }

    private static MapSqlParameterSource typed(NewClaim c, Party party) {
        var source = c.source();
        return new MapSqlParameterSource("direction", c.direction().name()).addValue("kind", party.kind().name()).addValue("name", party.name())
                .addValue("contact", party.contact()).addValue("customer", party.customer() == null ? null : party.customer().value(), Types.OTHER)
                .addValue("department", party.department(), Types.OTHER).addValue("complaint", c.complaint() == null ? null : c.complaint().value(), Types.OTHER)
                .addValue("sourceType", source == null ? null : source.type()).addValue("source", source == null ? null : source.id(), Types.OTHER)
                .addValue("sourceNumber", c.sourceNumber()).addValue("basis", c.basis().name()).addValue("reference", c.reference())
                .addValue("happened", c.happenedOn()).addValue("words", c.words()).addValue("elsewhere", c.elsewhere()).addValue("replyBy", c.replyBy(), Types.DATE)
                .addValue("limitation", c.limitationOn(), Types.DATE);
    }

    void rewrite(ClaimId id, NewClaim c, Party party) {
        sql.sql("""
                update claims.claim set direction = :direction, party_kind = :kind, party_name = :name, party_contact = :contact, customer_id = :customer,
                  department_id = :department, complaint_id = :complaint, source_type = :sourceType, source_id = :source, source_number = :sourceNumber,
                  basis = :basis, basis_reference = :reference, happened_on = :happened, words = :words, elsewhere = :elsewhere, reply_by = :replyBy,
                  limitation_on = :limitation where id = :id""").paramSource(typed(c, party).addValue("id", id.value())).update();
        sql.sql("delete from claims.position where claim_id = ?").param(id.value()).update();
        sql.sql("delete from claims.rate where claim_id = ?").param(id.value()).update();
    }

    /** The positions and rates, and the sums that come of them. */
    void positions(ClaimId id, List<PositionView> positions, List<Rate> rates) {
        for (PositionView p : positions) {
            sql.sql("""
                    insert into claims.position (claim_id, position, kind, words, part, amount, currency, factor, claimed, loss_here, claimed_here)
                    values (?,?,?,?,?,?,?,?,?,?,?)""")
                    .params(id.value(), p.position(), p.kind().name(), p.words(), p.part(), p.amount(), p.currency(), p.factor(), p.claimed(), p.lossHere(), p.claimedHere())
                    .update();
        }
        for (Rate r : rates) {
            sql.sql("insert into claims.rate (claim_id, currency, rate, day, source) values (?,?,?,?,?)")
                    .params(id.value(), r.currency(), r.rate(), r.day(), r.source()).update();
        }
        sql.sql("update claims.claim set loss = ?, claimed = ? where id = ?").params(Figures.sum(positions.stream().map(PositionView::lossHere)),
                Figures.sum(positions.stream().map(PositionView::claimedHere)), id.value()).update();
    }

    void dates(ClaimId id, @Nullable LocalDate replyBy, @Nullable LocalDate limitationOn) {
        sql.sql("update claims.claim set reply_by = ?, limitation_on = ? where id = ?").params(Arrays.asList(replyBy, limitationOn, id.value())).update();
    }

    void sent(ClaimId id, LocalDate day) {
        sql.sql("update claims.claim set sent_on = ? where id = ?").params(day, id.value()).update();
    }

    void accepted(ClaimId id, BigDecimal accepted, LocalDate day) {
        sql.sql("update claims.claim set accepted = ?, replied_on = ? where id = ?").params(accepted, day, id.value()).update();
    }

    void paid(ClaimId id, BigDecimal booked, BigDecimal recovered) {
        sql.sql("update claims.claim set booked = ?, recovered = ? where id = ?").params(booked, recovered, id.value()).update();
    }

    void become(ClaimId id, ClaimState state, Instant now) {
        sql.sql("update claims.claim set state = ?, ended_at = ? where id = ?").params(Arrays.asList(state.name(), state.open() ? null : Timestamp.from(now), id.value())).update();
    }

    void touch(ClaimId id, PersonId by, Instant at) {
        sql.sql("update claims.claim set version = version + 1, changed_by = ?, changed_at = ? where id = ?").params(by.value(), Timestamp.from(at), id.value()).update();
    }

    /** Writes down by what the claim is found. */
    void seek(ClaimId id) {
        var c = find(id).orElseThrow();
        var texts = new ArrayList<>(List.of(c.number(), c.party().name(), c.party().contact(), c.reference(), c.words(), c.sourceNumber(),
                c.complaintNumber() == null ? "" : c.complaintNumber()));
        c.positions().forEach(p -> texts.addAll(List.of(p.part(), p.words())));
        var grams = Grams.of(texts);
        sql.sql("insert into claims.sought (claim_id, text, grams) values (?,?,?) on conflict (company_id, claim_id) do update set text = excluded.text, grams = excluded.grams")
                .params(id.value(), grams.text(), grams.pieces().toArray(String[]::new)).update();
    }

    /** Claims that are older than the table by which they are found. */
    List<ClaimId> unsought(int most) {
        return sql.sql("select id from claims.claim c where not exists (select 1 from claims.sought s where s.company_id = c.company_id and s.claim_id = c.id) limit ?")
                .param(most).query((row, n) -> new ClaimId(row.getObject("id", UUID.class))).list();
    }

    /** Who wrote last, and when. */
    record Touch(PersonId by, Instant at) {}

    Touch touched(ClaimId id) {
        return sql.sql("select changed_by, changed_at from claims.claim where id = ?").param(id.value())
                .query((row, n) -> new Touch(new PersonId(row.getObject("changed_by", UUID.class)), row.getTimestamp("changed_at").toInstant())).single();
    }

    Optional<ClaimView> find(ClaimId id) {
        return whole(sql.sql(SELECT + " where c.id = ?").param(id.value()).query(ClaimStore::view).list()).stream().findFirst();
    }

    Optional<ClaimView> find(String number) {
        return whole(sql.sql(SELECT + " where c.number = ?").param(number).query(ClaimStore::view).list()).stream().findFirst();
    }

    Optional<ClaimView> lock(ClaimId id) {
        sql.sql("select id from claims.claim where id = ? for update").param(id.value()).query(UUID.class).optional();
        return find(id);
    }

    boolean sees(Actor actor, ClaimId id) {
        return actor.may("customer.readAll") || sql.sql("select exists (select 1 from claims.claim c where c.id = :id and " + SEEN + ")").param("id", id.value())
                .param("me", actor.id().value()).query(Boolean.class).single();
    }

    List<ClaimView> page(Actor actor, ClaimFilter f, LocalDate today) {
        var where = where(actor, f, today);
        return whole(sql.sql(SELECT + where.text() + " order by c.created_at desc, c.id desc limit :size offset :skip")
                .paramSource(where.parameters().addValue("size", f.size()).addValue("skip", (long) (f.page() - 1) * f.size())).query(ClaimStore::view).list());
    }

    long count(Actor actor, ClaimFilter f, LocalDate today) {
        var where = where(actor, f, today);
        return sql.sql("select count(*) from claims.claim c" + joined(where)).paramSource(where.parameters()).query(Long.class).single();
    }

    ClaimTotals totals(Actor actor, ClaimFilter f, LocalDate today, String currency) {
        var where = where(actor, f, today);
        where.and("c.state not in ('DRAFT', 'WITHDRAWN')");
        var byCurrency = new LinkedHashMap<String, BigDecimal>();
        sql.sql("select p.currency, sum(p.claimed) as claimed from claims.position p join claims.claim c on c.company_id = p.company_id and c.id = p.claim_id" + joined(where)
                + " group by p.currency order by p.currency").paramSource(where.parameters()).query(row -> {
                    byCurrency.put(row.getString("currency"), row.getBigDecimal("claimed"));
                });
        return sql.sql("""
                select coalesce(sum(c.loss), 0.00) as loss, coalesce(sum(c.claimed), 0.00) as claimed, coalesce(sum(c.accepted), 0.00) as accepted,
                  coalesce(sum(c.booked), 0.00) as booked, coalesce(sum(c.recovered), 0.00) as recovered,
                  coalesce(sum(case when c.direction = 'BY_US' then c.loss - c.recovered else coalesce(c.accepted, 0) end), 0.00) as net
                from claims.claim c""" + joined(where)).paramSource(where.parameters())
                .query((row, n) -> new ClaimTotals(currency, row.getBigDecimal("loss"), row.getBigDecimal("claimed"), row.getBigDecimal("accepted"),
                        row.getBigDecimal("booked"), row.getBigDecimal("recovered"), row.getBigDecimal("net"), byCurrency))
                .single();
    }

    private static String joined(Where where) {
        return " left join complaint.complaint k on k.company_id = c.company_id and k.id = c.complaint_id" + where.text();
    }

    /** Conditions with their parameters. */
    private record Where(StringBuilder text, MapSqlParameterSource parameters) {

        void and(String condition) {
            text.append(" and ").append(condition);
        }

        void and(String condition, String name, Object value) {
            and(condition);
            parameters.addValue(name, value);
        }
    }

    private static Where where(Actor actor, ClaimFilter f, LocalDate today) {
        var where = new Where(new StringBuilder(" where true"), new MapSqlParameterSource());
        if (!actor.may("customer.readAll")) {
            where.and(SEEN, "me", actor.id().value());
        }
        if (!f.q().isBlank()) {
            found(where, Grams.words(f.q()));
        }
        same(where, "direction", f.direction());
        same(where, "state", f.state());
        same(where, "party_kind", f.party());
        if (f.openOnly() || f.lateOnly()) {
            where.and("c.state not in " + OVER);
        }
        if (f.lateOnly()) {
            where.and(NEXT + " < :today", "today", today);
        }
        ComplaintId complaint = f.complaint();
        if (complaint != null) {
            where.and("c.complaint_id = :complaint", "complaint", complaint.value());
        }
        CustomerId customer = f.customer();
        if (customer != null) {
            where.and("(c.customer_id = :customer or k.customer_id = :customer)", "customer", customer.value());
        }
        SubjectRef source = f.source();
        if (source != null) {
            where.and("c.source_type = :sourceType", "sourceType", source.type());
            where.and("c.source_id = :source", "source", source.id());
        }
        if (f.from() != null) {
            where.and("c.happened_on >= :from", "from", f.from());
        }
        if (f.to() != null) {
            where.and("c.happened_on <= :to", "to", f.to());
        }
        return where;
    }

    /** Every word must stand somewhere; what is made of signs alone stands nowhere. */
    private static void found(Where where, List<String> words) {
        if (words.isEmpty()) {
            where.and("false");
            return;
        }
        where.and("c.id in (select claims.candidates(:grams, :patterns))", "grams", Grams.wanted(words));
        where.parameters().addValue("patterns", Grams.patterns(words));
    }

    private static void same(Where where, String column, @Nullable Enum<?> value) {
        if (value != null) {
            where.and("c." + column + " = :" + column, column, value.name());
        }
    }

    /** Sides named before, the latest first, with what is known of them. */
    List<Party> parties(int most) {
        return sql.sql("""
                select party_kind, party_name, party_contact from (
                  select distinct on (party_kind, party_name) party_kind, party_name, party_contact, created_at from claims.claim where party_kind <> 'UNIT'
                  order by party_kind, party_name, created_at desc) known order by created_at desc limit ?""").param(most)
                .query((row, n) -> Party.named(PartyKind.valueOf(row.getString("party_kind")), row.getString("party_name"), row.getString("party_contact"))).list();
    }

    private List<ClaimView> whole(List<ClaimView> heads) {
        var ids = heads.stream().map(c -> c.id().value()).toArray(UUID[]::new);
        if (ids.length == 0) {
            return heads;
        }
        var positions = positions(ids);
        var rates = rates(ids);
        return heads.stream().map(c -> c.with(positions.getOrDefault(c.id(), List.of()), rates.getOrDefault(c.id(), List.of()))).toList();
    }

    private Map<ClaimId, List<PositionView>> positions(UUID[] ids) {
        return grouped(sql.sql("select * from claims.position where claim_id = any(?) order by claim_id, position").param(ids)
                .query((row, n) -> Map.entry(id(row), new PositionView(row.getInt("position"), LossKind.valueOf(row.getString("kind")), row.getString("words"),
                        row.getString("part"), row.getBigDecimal("amount"), row.getString("currency"), org.huiyin.kernel.Decimals.plain(row.getBigDecimal("factor")),
                        row.getBigDecimal("claimed"), row.getBigDecimal("loss_here"), row.getBigDecimal("claimed_here"))))
                .list());
    }

    private Map<ClaimId, List<Rate>> rates(UUID[] ids) {
        return grouped(sql.sql("select * from claims.rate where claim_id = any(?) order by claim_id, currency").param(ids)
                .query((row, n) -> Map.entry(id(row), new Rate(row.getString("currency"), org.huiyin.kernel.Decimals.plain(row.getBigDecimal("rate")),
                        row.getObject("day", LocalDate.class), row.getString("source"))))
                .list());
    }

    private static ClaimId id(ResultSet row) throws SQLException {
        return new ClaimId(row.getObject("claim_id", UUID.class));
    }

    private static <T> Map<ClaimId, List<T>> grouped(Collection<Map.Entry<ClaimId, T>> rows) {
        return rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ClaimView view(ResultSet row, int n) throws SQLException {
        var customer = row.getObject("customer_id", UUID.class);
        var complaint = row.getObject("complaint_id", UUID.class);
        var source = row.getObject("source_id", UUID.class);
        var ended = row.getTimestamp("ended_at");
        var party = new Party(PartyKind.valueOf(row.getString("party_kind")), row.getString("party_name"), row.getString("party_contact"),
                customer == null ? null : new CustomerId(customer), row.getObject("department_id", UUID.class));
        return new ClaimView(new ClaimId(row.getObject("id", UUID.class)), row.getString("number"), Direction.valueOf(row.getString("direction")), party,
                complaint == null ? null : new ComplaintId(complaint), row.getString("complaint_number"),
                source == null ? null : new SubjectRef(row.getString("source_type"), source), row.getString("source_number"), Basis.valueOf(row.getString("basis")),
                row.getString("basis_reference"), row.getObject("happened_on", LocalDate.class), row.getString("words"), row.getBoolean("elsewhere"),
                row.getObject("reply_by", LocalDate.class), row.getObject("limitation_on", LocalDate.class), row.getString("currency"),
                ClaimState.valueOf(row.getString("state")), row.getObject("sent_on", LocalDate.class), row.getObject("replied_on", LocalDate.class),
                ended == null ? null : ended.toInstant(), row.getBigDecimal("loss"), row.getBigDecimal("claimed"), row.getBigDecimal("accepted"),
                row.getBigDecimal("booked"), row.getBigDecimal("recovered"), row.getObject("profile_version", UUID.class), row.getString("clause"),
                new PersonId(row.getObject("created_by", UUID.class)), row.getTimestamp("created_at").toInstant(), row.getInt("version"), List.of(), List.of());
    }
}
