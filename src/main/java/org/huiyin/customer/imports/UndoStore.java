package org.huiyin.customer.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The staging table while an import is taken back, and the removal of what the import had entered. */
@Component
class UndoStore {

    private static final int SALES = 4_000;
    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final TransactionTemplate nested;

    UndoStore(JdbcClient sql, JsonMapper json, PlatformTransactionManager manager) {
        this.sql = sql;
        this.json = json;
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A customer with the contacts that the import had entered, or such contacts alone. */
    record Removal(@Nullable UUID customer, List<UUID> contacts) {}

    /** Takes a block of sales back where nobody has changed them since; returns how many rows were handled. */
    int sales(UUID id) {
        var outcomes = sql.sql("""
                with block as (
                  select r.row_no, r.seq, r.target, r.month, r.data ->> 'currency' as currency, r.before,
                    s.amount = cast(r.after ->> 'amount' as numeric) as untouched
                  from customer.import_row r left join customer.sale s on s.customer_id = r.target and s.month = r.month
                    and s.currency = r.data ->> 'currency'
                  where r.import_id = :id and r.outcome in ('CREATED', 'UPDATED') limit :limit),
                gone as (
                  delete from customer.sale s using block b where b.untouched and b.before is null
                    and s.customer_id = b.target and s.month = b.month and s.currency = b.currency),
                back as (
                  update customer.sale s set amount = cast(b.before ->> 'amount' as numeric), base = b.before ->> 'base'
                  from block b where b.untouched and b.before is not null and s.customer_id = b.target and s.month = b.month
                    and s.currency = b.currency)
                update customer.import_row r set outcome = case when b.untouched then 'UNDONE' else 'KEPT' end,
                  note = case when b.untouched then null else jsonb_build_object('key', 'customer.import.kept.sale', 'args', jsonb_build_array()) end
                from block b where r.import_id = :id and r.row_no = b.row_no and r.seq = b.seq returning r.outcome""")
                .param("id", id)
                .param("limit", SALES)
                .query(String.class)
                .list();
        count(id, outcomes.size(), Collections.frequency(outcomes, "KEPT"));
        return outcomes.size();
    }

    /** The rows that changed something and were not taken back yet, the last one first. */
    List<UndoneRow> next(UUID id, int limit) {
        return sql.sql("""
                select row_no, target, outcome, data, before, after from customer.import_row
                where import_id = ? and outcome in ('CREATED', 'UPDATED') order by row_no desc, seq desc limit ?""")
                .params(id, limit)
                .query((row, n) -> new UndoneRow(row.getInt("row_no"), row.getObject("target", UUID.class), row.getString("outcome"),
                        json.readValue(row.getString("data"), DATA), values(row.getString("before")), values(row.getString("after"))))
                .list();
    }

    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, TakingStore.VALUES);
    }

    void handled(UUID id, List<UndoneRow> rows) {
        var kept = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var line = new LinkedHashMap<String, Object>(Map.of("row_no", row.row));
            if (row.kept != null) {
                line.put("note", new ImportStore.Stored(row.kept, List.of()));
            }
            kept.add(line);
        }
        sql.sql("""
                update customer.import_row r set outcome = case when n.note is null then 'UNDONE' else 'KEPT' end, note = n.note
                from jsonb_to_recordset(cast(:rows as jsonb)) as n (row_no int, note jsonb)
                where r.import_id = :id and r.row_no = n.row_no and r.seq = 0""")
                .param("rows", json.writeValueAsString(kept))
                .param("id", id)
                .update();
        count(id, rows.size(), (int) rows.stream().filter(row -> row.kept != null).count());
    }

    private void count(UUID id, int handled, int kept) {
        sql.sql("update customer.import set undone = undone + ?, kept = kept + ? where id = ?").params(handled - kept, kept, id).update();
    }

    /**
     * Removes what nothing refers to and returns the rest. Whatever refers to a row keeps it; all at once first, then in
     * halves, so that one that stays does not make the others slow.
     */
    List<Removal> remove(List<Removal> wanted) {
        if (wanted.isEmpty() || attempt(wanted)) {
            return List.of();
        }
        if (wanted.size() == 1) {
            return wanted;
        }
        var left = new ArrayList<>(remove(wanted.subList(0, wanted.size() / 2)));
        left.addAll(remove(wanted.subList(wanted.size() / 2, wanted.size())));
        return left;
    }

    private boolean attempt(List<Removal> wanted) {
        try {
            nested.executeWithoutResult(s -> {
                sql.sql("delete from customer.contact where id = any(?)")
                        .param(wanted.stream().flatMap(r -> r.contacts().stream()).toArray(UUID[]::new)).update();
                sql.sql("delete from customer.customer where id = any(?)")
                        .param(wanted.stream().map(Removal::customer).filter(java.util.Objects::nonNull).toArray(UUID[]::new)).update();
            });
            return true;
        } catch (DataIntegrityViolationException referred) {
            return false;
        }
    }
}
