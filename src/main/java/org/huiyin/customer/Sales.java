package org.huiyin.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Monthly sales per customer, the base of the grading (001/5.4.2.1 b); credit notes may make a month negative. */
@Service
@Transactional
public class Sales {

    private static final BigDecimal MOST = new BigDecimal("1e15");

    private final JdbcClient sql;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sales(JdbcClient sql, Customers customers, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    /** The customer's months, the latest first. */
    @Transactional(readOnly = true)
    public List<SaleLine> of(CustomerId customer, YearMonth from, YearMonth to) {
        return sql.sql("select * from customer.sale where customer_id = ? and month between ? and ? order by month desc, currency")
                .params(customer.value(), from.atDay(1), to.atDay(1))
                .query(Sales::line)
                .list();
    }

    /** The sums of the months by customer and currency. */
    @Transactional(readOnly = true)
    public Map<CustomerId, Map<String, BigDecimal>> sums(YearMonth from, YearMonth to) {
        var sums = new LinkedHashMap<CustomerId, Map<String, BigDecimal>>();
        sql.sql("select customer_id, currency, sum(amount) as amount from customer.sale where month between ? and ? group by 1, 2")
                .params(from.atDay(1), to.atDay(1))
                .query(row -> {
                    sums.computeIfAbsent(new CustomerId(row.getObject("customer_id", UUID.class)), id -> new LinkedHashMap<>())
                            .put(row.getString("currency"), row.getBigDecimal("amount"));
                });
        return sums;
    }

    /** Notes what the customer bought in the month; a figure that is there already is replaced, and the audit keeps it. */
    public void note(Actor actor, SaleLine line) {
        actor.mustHave("customer.edit");
        var customer = customers.get(actor, line.customer());
        check(line);
        var before = amount(line);
        sql.sql("""
                insert into customer.sale (customer_id, month, currency, amount, base, noted_by, noted_at) values (?,?,?,?,?,?,?)
                on conflict (company_id, customer_id, month, currency) do update set amount = excluded.amount,
                  base = excluded.base, noted_by = excluded.noted_by, noted_at = excluded.noted_at""")
                .params(Arrays.asList(line.customer().value(), line.month().atDay(1), line.currency(), line.amount(), line.base(),
                        actor.id().value(), Timestamp.from(clock.instant())))
                .update();
        tell(actor, customer.id(), line, before.orElse(null), line.amount());
    }

    /** Takes a month's figure back. */
    public void remove(Actor actor, CustomerId id, YearMonth month, String currency) {
        actor.mustHave("customer.edit");
        customers.get(actor, id);
        var line = new SaleLine(id, month, BigDecimal.ZERO, currency, null);
        var before = amount(line);
        sql.sql("delete from customer.sale where customer_id = ? and month = ? and currency = ?")
                .params(id.value(), month.atDay(1), currency)
                .update();
        before.ifPresent(amount -> tell(actor, id, line, amount, null));
    }

    private Optional<BigDecimal> amount(SaleLine line) {
        return sql.sql("select amount from customer.sale where customer_id = ? and month = ? and currency = ?")
                .params(line.customer().value(), line.month().atDay(1), line.currency())
                .query(BigDecimal.class)
                .optional();
    }

    private static void check(SaleLine line) {
        if (line.amount().abs().compareTo(MOST) >= 0 || line.amount().stripTrailingZeros().scale() > 2) {
            throw new InvalidInput("amount", "customer.sale.invalid.amount");
        }
        if (Currency.getAvailableCurrencies().stream().noneMatch(c -> c.getCurrencyCode().equals(line.currency()))) {
            throw new InvalidInput("currency", "customer.sale.invalid.currency", line.currency());
        }
    }

    private void tell(Actor actor, CustomerId id, SaleLine line, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        var key = line.month() + " " + line.currency();
        var old = new LinkedHashMap<String, @Nullable Object>();
        old.put(key, before);
        var now = new LinkedHashMap<String, @Nullable Object>();
        now.put(key, after);
        events.publishEvent(new Happening(id.subject(), "sale", actor.id(), old, now, clock.instant()));
    }

    static SaleLine line(ResultSet row, int n) throws SQLException {
        return new SaleLine(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("base"));
    }
}
