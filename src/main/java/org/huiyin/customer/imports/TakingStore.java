package org.huiyin.customer.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The staging table while its rows are taken over or taken back. */
@Component
class TakingStore {

    static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    TakingStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The next good rows that were not handled yet, in the order of the file. */
    List<TakenRow> next(UUID id, int limit) {
        return sql.sql("""
                select r.row_no, r.seq, r.data, r.double_of, r.code_key, coalesce(r.target, f.target) as target
                from customer.import_row r
                left join customer.import_row f on f.company_id = r.company_id and f.import_id = r.import_id
                  and f.row_no = r.double_of and f.seq = 0
                where r.import_id = ? and not r.handled and r.problems is null order by r.row_no, r.seq limit ?""")
                .params(id, limit)
                .query((row, n) -> {
                    int twin = row.getInt("double_of");
                    var doubleOf = row.wasNull() ? null : Integer.valueOf(twin);
                    return new TakenRow(row.getInt("row_no"), row.getInt("seq"), json.readValue(row.getString("data"), DATA), doubleOf,
                            row.getString("code_key"), row.getObject("target", UUID.class));
                })
                .list();
    }

    void handled(UUID id, List<TakenRow> rows) {
        sql.sql("""
                update customer.import_row r set handled = true, target = n.target, outcome = n.outcome, before = n.before, after = n.after
                from jsonb_to_recordset(cast(:rows as jsonb)) as n (row_no int, seq int, target uuid, outcome text, before jsonb, after jsonb)
                where r.import_id = :id and r.row_no = n.row_no and r.seq = n.seq""")
                .param("rows", json.writeValueAsString(rows.stream().map(TakenRow::written).toList()))
                .param("id", id)
                .update();
        count(id, rows.size(), of(rows, "CREATED"), of(rows, "UPDATED"), of(rows, "SAME"));
    }

    /** Takes over a block of sales in one statement; returns how many rows were handled. */
    int takeSales(UUID id, int limit, @Nullable String base, PersonId by, Instant now) {
        var outcomes = sql.sql("""
                with block as (
                  select r.row_no, r.seq, r.target, r.month, r.data ->> 'currency' as currency,
                    cast(r.data ->> 'amount' as numeric(18, 2)) as amount, coalesce(r.data ->> 'base', :base) as base,
                    s.amount as old_amount, s.base as old_base
                  from customer.import_row r left join customer.sale s on s.customer_id = r.target and s.month = r.month
                    and s.currency = r.data ->> 'currency'
                  where r.import_id = :id and not r.handled and r.problems is null order by r.row_no, r.seq limit :limit),
                written as (
                  insert into customer.sale (customer_id, month, currency, amount, base, noted_by, noted_at)
                  select target, month, currency, amount, base, :by, :now from block where old_amount is distinct from amount
                  on conflict (company_id, customer_id, month, currency) do update set amount = excluded.amount,
                    base = coalesce(excluded.base, customer.sale.base), noted_by = excluded.noted_by, noted_at = excluded.noted_at)
                update customer.import_row r set handled = true, after = jsonb_build_object('amount', b.amount),
                  before = case when b.old_amount is null then null else jsonb_build_object('amount', b.old_amount, 'base', b.old_base) end,
                  outcome = case when b.old_amount is null then 'CREATED' when b.old_amount = b.amount then 'SAME' else 'UPDATED' end
                from block b where r.import_id = :id and r.row_no = b.row_no and r.seq = b.seq returning r.outcome""")
                .param("id", id)
                .param("limit", limit)
                .param("base", base, java.sql.Types.VARCHAR)
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
        count(id, outcomes.size(), Collections.frequency(outcomes, "CREATED"), Collections.frequency(outcomes, "UPDATED"),
                Collections.frequency(outcomes, "SAME"));
        return outcomes.size();
    }

    private void count(UUID id, int handled, int created, int updated, int same) {
        sql.sql("update customer.import set handled = handled + ?, created = created + ?, updated = updated + ?, same = same + ? where id = ?")
                .params(handled, created, updated, same, id)
                .update();
    }

    void taken(UUID id, Instant now) {
        sql.sql("update customer.import set taken_at = ? where id = ?").params(Timestamp.from(now), id).update();
    }

    private static int of(List<TakenRow> rows, String outcome) {
        return (int) rows.stream().filter(r -> r.outcome.equals(outcome)).count();
    }
}
