package org.huiyin.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds the clocks agreed with customers; the latest of a key that is not ended counts. */
@Component
class CustomerClockStore {

    private static final String SELECT = """
            select r.*, e.ended_at, e.ended_by from voice.customer_rule r
            left join voice.customer_rule_end e on e.company_id = r.company_id and e.rule_id = r.id
            where r.customer_id in (select c.id from customer.customer c, customer.customer o
              where o.id = :customer and coalesce(c.merged_into, c.id) = coalesce(o.merged_into, o.id))""";

    private final JdbcClient sql;

    CustomerClockStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<CustomerClockView> active(CustomerId customer, String key) {
        return sql.sql(SELECT + " and r.rule = :rule and e.rule_id is null order by r.set_at desc, r.id desc limit 1")
                .param("customer", customer.value()).param("rule", key).query(CustomerClockStore::view).optional();
    }

    List<CustomerClockView> of(CustomerId customer) {
        return sql.sql(SELECT + " order by (e.rule_id is not null), r.rule, r.set_at desc, r.id desc")
                .param("customer", customer.value()).query(CustomerClockStore::view).list();
    }

    Optional<CustomerClockView> find(CustomerId customer, UUID id) {
        return sql.sql(SELECT + " and r.id = :id").param("customer", customer.value()).param("id", id).query(CustomerClockStore::view).optional();
    }

    void add(UUID id, CustomerId customer, String key, ClockRule rule, String agreed, String reason, PersonId by, Instant now) {
        sql.sql("""
                insert into voice.customer_rule (id, customer_id, rule, unit, amount, count_start, end_of_day, roll, agreed, reason, set_by, set_at)
                values (?,?,?,?,?,?,?,?,?,?,?,?)""")
                .params(id, customer.value(), key, rule.unit().name(), rule.amount(), rule.countStart(), rule.endOfDay().name(), rule.roll().name(),
                        agreed, reason, by.value(), Timestamp.from(now)).update();
    }

    /** Whether this ended it; somebody else may have been first. */
    boolean end(UUID rule, String reason, PersonId by, Instant now) {
        return sql.sql("insert into voice.customer_rule_end (rule_id, reason, ended_by, ended_at) values (?,?,?,?) on conflict do nothing")
                .params(rule, reason, by.value(), Timestamp.from(now)).update() > 0;
    }

    private static CustomerClockView view(ResultSet row, int n) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var by = row.getObject("ended_by", UUID.class);
        return new CustomerClockView(row.getObject("id", UUID.class), new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("rule"),
                new ClockRule(ClockRule.Unit.valueOf(row.getString("unit")), row.getInt("amount"), row.getBoolean("count_start"),
                        ClockRule.EndOfDay.valueOf(row.getString("end_of_day")), ClockRule.Roll.valueOf(row.getString("roll"))),
                row.getString("agreed"), row.getString("reason"), new PersonId(row.getObject("set_by", UUID.class)),
                row.getTimestamp("set_at").toInstant(), ended == null ? null : ended.toInstant(), by == null ? null : new PersonId(by));
    }
}
