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

    /** Said where a row was left out because its customer has gone since the list was read. */
    static final String GONE = "customer.import.left.gone";

    static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    TakingStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The next good rows below the one handled last, in the order of the file. */
    List<TakenRow> next(UUID id, int below, int limit) {
        return sql.sql("""
                select r.*, coalesce(r.target, (select f.target from customer.import_row f
                  where f.import_id = r.import_id and f.row_no = r.double_of and f.seq = 0)) as meant
                from (select import_id, row_no, seq, data, double_of, code_key, name_key, target from customer.import_row
                  where import_id = ? and row_no > ? and not handled and problems is null order by row_no, seq limit ?) r
                order by r.row_no, r.seq""")
                .params(id, below, limit)
                .query((row, n) -> {
                    int twin = row.getInt("double_of");
                    var doubleOf = row.wasNull() ? null : Integer.valueOf(twin);
                    return new TakenRow(row.getInt("row_no"), row.getInt("seq"), json.readValue(row.getString("data"), DATA), doubleOf,
                            row.getString("code_key"), row.getString("name_key"), row.getObject("meant", UUID.class));
                })
                .list();
    }

    void handled(UUID id, List<TakenRow> rows) {
        sql.sql("""
                update customer.import_row r set handled = true, target = n.target, outcome = n.outcome, before = n.before, after = n.after,
                  note = n.note
                from jsonb_to_recordset(cast(:rows as jsonb)) as n (row_no int, seq int, target uuid, outcome text, before jsonb, after jsonb,
                  note jsonb)
                where r.import_id = :id and r.row_no = n.row_no and r.seq = n.seq""")
                .param("rows", json.writeValueAsString(rows.stream().map(TakenRow::written).toList()))
                .param("id", id)
                .update();
        count(id, rows.stream().map(row -> row.outcome).toList());
    }

    /**
     * Takes over a block of sales in one statement; returns how many rows were handled. Customers that were merged lead to the one
     * that took their place; a row whose customer has gone, or whose month an earlier row holds already, is left out.
     */
    int takeSales(UUID id, int limit, @Nullable String base, PersonId by, Instant now) {
        var outcomes = sql.sql("""
                with block as (
                  select r.row_no, r.seq, coalesce(c.merged_into, c.id) as target, r.month, r.data ->> 'currency' as currency,
                    cast(r.data ->> 'amount' as numeric(18, 2)) as amount, coalesce(r.data ->> 'base', :base) as base
                  from customer.import_row r left join customer.customer c on c.id = r.target
                  where r.import_id = :id and not r.handled and r.problems is null order by r.row_no, r.seq limit :limit),
                met as (
                  select b.*, s.amount as old_amount, s.base as old_base, b.target is null or row_number() over (
                    partition by b.target, b.month, b.currency order by b.row_no, b.seq) > 1 as lost
                  from block b left join customer.sale s on s.customer_id = b.target and s.month = b.month and s.currency = b.currency),
                written as (
                  insert into customer.sale (customer_id, month, currency, amount, base, noted_by, noted_at)
                  select target, month, currency, amount, base, :by, :now from met where not lost and old_amount is distinct from amount
                  on conflict (company_id, customer_id, month, currency) do update set amount = excluded.amount,
                    base = coalesce(excluded.base, customer.sale.base), noted_by = excluded.noted_by, noted_at = excluded.noted_at)
                update customer.import_row r set handled = true, after = jsonb_build_object('amount', b.amount),
                  target = coalesce(b.target, r.target),
                  before = case when b.old_amount is null then null else jsonb_build_object('amount', b.old_amount, 'base', b.old_base) end,
                  note = case when b.lost then jsonb_build_object('key', :gone, 'args', jsonb_build_array(
                    coalesce(r.data ->> 'name', r.data ->> 'code', ''))) end,
                  outcome = case when b.lost then 'LEFT' when b.old_amount is null then 'CREATED'
                    when b.old_amount = b.amount then 'SAME' else 'UPDATED' end
                from met b where r.import_id = :id and r.row_no = b.row_no and r.seq = b.seq returning r.outcome""")
                .param("id", id)
                .param("limit", limit)
                .param("base", base, java.sql.Types.VARCHAR)
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .param("gone", GONE)
                .query(String.class)
                .list();
        count(id, outcomes);
        return outcomes.size();
    }

    private void count(UUID id, List<String> outcomes) {
        sql.sql("""
                update customer.import set handled = handled + ?, created = created + ?, updated = updated + ?, same = same + ?,
                  left_out = left_out + ? where id = ?""")
                .params(outcomes.size(), Collections.frequency(outcomes, "CREATED"), Collections.frequency(outcomes, "UPDATED"),
                        Collections.frequency(outcomes, "SAME"), Collections.frequency(outcomes, "LEFT"), id)
                .update();
    }

    void taken(UUID id, Instant now) {
        sql.sql("update customer.import set taken_at = ? where id = ?").params(Timestamp.from(now), id).update();
    }
}
