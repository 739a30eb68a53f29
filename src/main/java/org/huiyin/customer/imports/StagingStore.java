package org.huiyin.customer.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a list on their way: staged, recognised, shown. */
@Component
class StagingStore {

    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};
    private static final TypeReference<List<Staged.Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    StagingStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void clear(UUID id) {
        sql.sql("delete from customer.import_row where import_id = ?").param(id).update();
        sql.sql("update customer.import set rows_read = 0, good = 0, bad = 0, doubles = 0, handled = 0, created = 0, updated = 0, same = 0, left_out = 0 where id = ?")
                .param(id)
                .update();
    }

    void stage(UUID id, List<Staged> rows, int read) {
        if (!rows.isEmpty()) {
            sql.sql("""
                    insert into customer.import_row (import_id, row_no, seq, data, problems, code_key, name_key, month)
                    select :id, row_no, seq, data, problems, code_key, name_key, month
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r (row_no int, seq int, data jsonb, problems jsonb,
                      code_key text, name_key text, month date)""")
                    .param("id", id)
                    .param("rows", json.writeValueAsString(rows))
                    .update();
        }
        sql.sql("update customer.import set rows_read = ? where id = ?").params(read, id).update();
    }

    /** Which customer a row means: by its number, else by its name; merged ones lead to the one that took their place. */
    void recognise(UUID id, ImportKind kind, @Nullable UUID onlyOf) {
        // Rows that were staged a moment ago have no statistics, and the plans of all that follows depend on them.
        sql.sql("select customer.count_import_rows()").query(row -> {});
        sql.sql("""
                update customer.import_row r set target = coalesce(c.merged_into, c.id) from customer.customer c
                where r.import_id = :id and r.code_key is not null and c.code_key = r.code_key""").param("id", id).update();
        sql.sql("""
                update customer.import_row r set target = c.id from (
                  select distinct on (name_key) name_key, code_key, id from customer.customer where merged_into is null
                  order by name_key, active desc, created_at) c
                where r.import_id = :id and r.target is null and c.name_key = r.name_key
                  and (r.code_key is null or not exists (
                    select 1 from customer.import_row o where o.import_id = :id and o.code_key = c.code_key))""")
                .param("id", id).update();
        if (kind != ImportKind.CUSTOMERS) {
            problem(id, "target is null and r.problems is null", "customer.import.unknownCustomer", null);
        }
        if (onlyOf != null) {
            problem(id, "target is not null and r.problems is null and exists (select 1 from customer.customer c where c.id = r.target"
                    + " and c.owner_id is distinct from :owner)", "customer.import.notYours", onlyOf);
        }
        if (kind == ImportKind.CUSTOMERS) {
            problem(id, "target is null and r.problems is null and r.name_key is null", "customer.import.missing.name", null);
            doubles(id);
        } else if (kind == ImportKind.SALES) {
            sameMonth(id);
        }
        count(id);
    }

    /** Further rows of a customer: the same number, or the same name where a row says no number. */
    private void doubles(UUID id) {
        sql.sql("""
                update customer.import_row r set double_of = d.first from (
                  select row_no, seq, min(row_no) over (partition by whose) as first from (
                    select o.row_no, o.seq, coalesce('=' || o.target, '#' || o.code_key, '#' || n.code_key, '@' || o.name_key) as whose
                    from customer.import_row o left join (
                      select distinct on (name_key) name_key, code_key from customer.import_row
                      where import_id = :id and code_key is not null and target is null order by name_key, row_no) n
                      on o.code_key is null and o.target is null and n.name_key = o.name_key
                    where o.import_id = :id and o.problems is null) named) d
                where r.import_id = :id and r.row_no = d.row_no and r.seq = d.seq and r.row_no > d.first""")
                .param("id", id).update();
    }

    private void sameMonth(UUID id) {
        sql.sql("""
                update customer.import_row r set problems = jsonb_build_array(jsonb_build_object('column', -1, 'header', '',
                  'value', to_char(r.month, 'YYYY-MM'), 'key', 'customer.import.monthTwice', 'args', jsonb_build_array(f.first::text)))
                from (select target, month, data ->> 'currency' as currency, min(row_no) as first from customer.import_row
                  where import_id = :id and problems is null group by 1, 2, 3 having count(*) > 1) f
                where r.import_id = :id and r.target = f.target and r.month = f.month and r.data ->> 'currency' = f.currency
                  and r.row_no > f.first and r.problems is null""")
                .param("id", id).update();
    }

    private void problem(UUID id, String where, String key, @Nullable UUID owner) {
        sql.sql("update customer.import_row r set problems = jsonb_build_array(jsonb_build_object('column', -1, 'header', '', 'value', "
                        + "coalesce(r.data ->> 'name', r.data ->> 'code', ''), 'key', :key, 'args', jsonb_build_array(coalesce(r.data ->> 'name', r.data ->> 'code', ''))))"
                        + " where r.import_id = :id and r." + where)
                .param("id", id)
                .param("key", key)
                .param("owner", owner, java.sql.Types.OTHER)
                .update();
    }

    private void count(UUID id) {
        sql.sql("""
                update customer.import i set good = n.good, bad = n.bad, doubles = n.doubles from (
                  select count(*) filter (where problems is null and double_of is null) as good,
                    count(*) filter (where problems is not null) as bad,
                    count(*) filter (where problems is null and double_of is not null) as doubles
                  from customer.import_row where import_id = :id) n where i.id = :id""")
                .param("id", id).update();
    }

    List<BadRow> bad(UUID id, int skip, int limit) {
        var found = new ArrayList<BadRow>();
        sql.sql("select row_no, problems from customer.import_row where import_id = ? and problems is not null order by row_no, seq limit ? offset ?")
                .params(id, limit, skip)
                .query(row -> {
                    int number = row.getInt("row_no");
                    json.readValue(row.getString("problems"), PROBLEMS).forEach(p -> found.add(
                            new BadRow(number, p.column(), p.header(), p.value(), new Sentence(p.key(), List.copyOf(p.args())))));
                });
        return found;
    }

    List<RowView> rows(UUID id, String which, int skip, int limit) {
        var where = switch (which) {
            case "doubles" -> " and r.double_of is not null";
            case "kept" -> " and r.outcome = 'KEPT'";
            case "left" -> " and r.outcome = 'LEFT'";
            default -> " and r.problems is null";
        };
        return sql.sql("""
                select r.row_no, r.data, r.double_of, r.outcome, r.note, to_char(r.month, 'YYYY-MM') as month, c.code || ' ' || c.name as matches
                from customer.import_row r left join customer.customer c on c.company_id = r.company_id and c.id = r.target
                where r.import_id = ? and r.problems is null""" + where + " order by r.row_no, r.seq limit ? offset ?")
                .params(id, limit, skip)
                .query((row, n) -> {
                    var data = json.readValue(row.getString("data"), DATA);
                    if (row.getString("month") != null) {
                        data.put("month", row.getString("month"));
                    }
                    int twin = row.getInt("double_of");
                    var doubleOf = row.wasNull() ? null : Integer.valueOf(twin);
                    var note = row.getString("note");
                    return new RowView(row.getInt("row_no"), data, row.getString("matches"), doubleOf, row.getString("outcome"),
                            note == null ? null : json.readValue(note, ImportStore.Stored.class).sentence());
                })
                .list();
    }
}
