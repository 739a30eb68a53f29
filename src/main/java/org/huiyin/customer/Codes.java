package org.huiyin.customer;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives customers their neutral numbers (KH-0012); the counter row is locked last in the transaction. */
@Component
class Codes {

    private final JdbcClient sql;
    private final CustomerRules rules;

    Codes(JdbcClient sql, CustomerRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    String next() {
        return reserve(1).getFirst();
    }

    /** A block of numbers for an import. */
    List<String> reserve(int count) {
        var prefix = rules.numberPrefix();
        int last = sql.sql("""
                insert into customer.code_counter (prefix, last) values (:prefix, :count)
                on conflict (company_id, prefix) do update set last = customer.code_counter.last + :count returning last""")
                .param("prefix", prefix)
                .param("count", count)
                .query(Integer.class)
                .single();
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(n -> String.format(Locale.ROOT, "%s-%04d", prefix, n))
                .toList();
    }
}
