package org.huiyin.customer;

import java.util.Map;
import java.util.function.BiConsumer;
import org.huiyin.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts and the monthly sales of all customers that somebody sees, one after the other in flat memory, to be taken elsewhere. */
@Service
@Transactional(readOnly = true)
public class Extracts {

    private static final int FETCHED = 1_000;

    private final JdbcClient sql;

    Extracts(JdbcClient sql) {
        this.sql = sql;
    }

    /** A customer by its number and name. */
    public record Whose(String code, String name) {}

    /** The contacts that have not left and were not erased. */
    public void contacts(Actor actor, BiConsumer<Whose, ContactView> sink) {
        each(actor, "customer.contact", "and k.active and not k.erased order by c.code_key, k.weight desc, k.name, k.id",
                (row, n) -> {
                    sink.accept(new Whose(row.getString("customer_code"), row.getString("customer_name")), ContactStore.view(row, n));
                    return n;
                });
    }

    /** The sales by customer and month. */
    public void sales(Actor actor, BiConsumer<Whose, SaleLine> sink) {
        each(actor, "customer.sale", "order by c.code_key, k.month, k.currency", (row, n) -> {
            sink.accept(new Whose(row.getString("customer_code"), row.getString("customer_name")), Sales.line(row, n));
            return n;
        });
    }

    private void each(Actor actor, String table, String rest, org.springframework.jdbc.core.RowMapper<Integer> sink) {
        var sight = Sight.of(actor);
        var mine = sight.owner() == null ? "" : " and c.owner_id = :owner";
        try (var rows = sql.sql("select k.*, c.code as customer_code, c.name as customer_name from " + table
                        + " k join customer.customer c on c.id = k.customer_id where c.merged_into is null" + mine + " " + rest)
                .withFetchSize(FETCHED)
                .params(sight.owner() == null ? Map.of() : Map.of("owner", sight.owner()))
                .query(sink).stream()) {
            rows.forEach(n -> {});
        }
    }
}
