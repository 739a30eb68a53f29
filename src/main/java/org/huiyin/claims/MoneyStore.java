package org.huiyin.claims;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.CostSource;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds replies and payments of claims; neither is ever changed. */
@Component
class MoneyStore {

    private final JdbcClient sql;

    MoneyStore(JdbcClient sql) {
        this.sql = sql;
    }

    void reply(ClaimId claim, NewReply reply, Map<String, BigDecimal> amounts, Map<String, BigDecimal> here, PersonId by, Instant now) {
        var id = Ids.next();
        sql.sql("insert into claims.reply (id, claim_id, verdict, words, day, noted_by, noted_at) values (?,?,?,?,?,?,?)")
                .params(id, claim.value(), reply.verdict().name(), reply.words(), reply.day(), by.value(), Timestamp.from(now)).update();
        amounts.forEach((currency, amount) -> sql.sql("insert into claims.reply_amount (reply_id, currency, amount, here) values (?,?,?,?)")
                .params(id, currency, amount, here.getOrDefault(currency, BigDecimal.ZERO)).update());
    }

    List<ReplyView> replies(ClaimId claim) {
        var amounts = new LinkedHashMap<UUID, Map<String, BigDecimal>>();
        var here = new LinkedHashMap<UUID, Map<String, BigDecimal>>();
        sql.sql("select a.* from claims.reply_amount a join claims.reply r on r.company_id = a.company_id and r.id = a.reply_id where r.claim_id = ?")
                .param(claim.value()).query(row -> {
                    var id = row.getObject("reply_id", UUID.class);
                    amounts.computeIfAbsent(id, x -> new LinkedHashMap<>()).put(row.getString("currency"), row.getBigDecimal("amount"));
                    here.computeIfAbsent(id, x -> new LinkedHashMap<>()).put(row.getString("currency"), row.getBigDecimal("here"));
                });
        return sql.sql("select * from claims.reply where claim_id = ? order by id").param(claim.value()).query((row, n) -> {
            var id = row.getObject("id", UUID.class);
            return new ReplyView(id, ClaimState.valueOf(row.getString("verdict")), row.getString("words"), row.getObject("day", LocalDate.class),
                    amounts.getOrDefault(id, Map.of()), here.getOrDefault(id, Map.of()), new PersonId(row.getObject("noted_by", UUID.class)),
                    row.getTimestamp("noted_at").toInstant());
        }).list();
    }

    /** Writes a payment down; false when the same form was sent before. */
    boolean pay(ClaimId claim, NewPayment p, BigDecimal here, PersonId by, Instant now) {
        var rate = p.rate();
        return sql.sql("""
                insert into claims.payment (id, claim_id, kind, day, amount, currency, rate, rate_day, rate_source, here, voucher, reason, noted_by, noted_at)
                values (:id, :claim, :kind, :day, :amount, :currency, :rate, :rateDay, :source, :here, :voucher, :reason, :by, :at) on conflict do nothing""")
                .paramSource(new MapSqlParameterSource("id", p.id()).addValue("claim", claim.value()).addValue("kind", p.kind().name()).addValue("day", p.day())
                        .addValue("amount", p.amount()).addValue("currency", p.currency()).addValue("rate", rate == null ? null : rate.rate(), Types.NUMERIC)
                        .addValue("rateDay", rate == null ? null : rate.day(), Types.DATE).addValue("source", rate == null ? null : rate.source())
                        .addValue("here", here).addValue("voucher", p.voucher()).addValue("reason", p.reason()).addValue("by", by.value())
                        .addValue("at", Timestamp.from(now)))
                .update() == 1;
    }

    boolean has(UUID payment) {
        return sql.sql("select exists (select 1 from claims.payment where id = ?)").param(payment).query(Boolean.class).single();
    }

    List<PaymentView> payments(ClaimId claim) {
        return sql.sql("select * from claims.payment where claim_id = ? order by id").param(claim.value()).query(MoneyStore::payment).list();
    }

    private static PaymentView payment(ResultSet row, int n) throws SQLException {
        var rate = row.getBigDecimal("rate");
        return new PaymentView(row.getObject("id", UUID.class), PaymentKind.valueOf(row.getString("kind")), row.getObject("day", LocalDate.class),
                row.getBigDecimal("amount"), row.getString("currency"),
                rate == null ? null : new Rate(row.getString("currency"), Decimals.plain(rate), row.getObject("rate_day", LocalDate.class), row.getString("rate_source")),
                row.getBigDecimal("here"), row.getString("voucher"), row.getString("reason"), new PersonId(row.getObject("noted_by", UUID.class)),
                row.getTimestamp("noted_at").toInstant());
    }

    /**
     * What claims cost the company: the loss behind our own claims unless it is counted elsewhere, what we accepted of customers' claims,
     * less what came in from outside. What a unit of ours bears does not leave the house and lessens nothing.
     */
    List<CostSource.Cost> costs(@Nullable ComplaintId complaint, LocalDate from, LocalDate to) {
        return sql.sql("""
                select * from (
                  select complaint_id, 'CLAIMED' as kind, case when direction = 'BY_US' then loss else accepted end as amount,
                    case when direction = 'BY_US' then happened_on else replied_on end as day, number
                  from claims.claim where state not in ('DRAFT', 'WITHDRAWN') and not elsewhere and (direction = 'BY_US' or accepted > 0)
                  union all
                  select c.complaint_id, 'RECOVERED', -p.here, p.day, c.number from claims.payment p
                  join claims.claim c on c.company_id = p.company_id and c.id = p.claim_id
                  where p.kind = 'RECOVERED' and c.direction = 'BY_US' and c.party_kind <> 'UNIT') cost
                where complaint_id is not null and day between :from and :to and (cast(:complaint as uuid) is null or complaint_id = :complaint)
                order by day, number, kind""")
                .param("from", from).param("to", to).param("complaint", complaint == null ? null : complaint.value(), Types.OTHER)
                .query((row, n) -> new CostSource.Cost(new ComplaintId(row.getObject("complaint_id", UUID.class)), CostSource.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("amount"), row.getObject("day", LocalDate.class), row.getString("number"), "claims/" + row.getString("number")))
                .list();
    }
}
