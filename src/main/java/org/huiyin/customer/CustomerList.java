package org.huiyin.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.kernel.Grade;
import org.huiyin.platform.Columns;
import org.huiyin.sheets.Grams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the customer list: filters, search, pages, and all rows one after the other for exports. */
@Component
class CustomerList {

    /** More hits than a person would look through. */
    private static final int MOST_HITS = 2_000;
    /** Enough to choose the best few from. */
    private static final int FEW_HITS = 200;
    private static final int FETCHED = 1_000;

    private final JdbcClient sql;

    CustomerList(JdbcClient sql) {
        this.sql = sql;
    }

    private record Where(String text, Map<String, Object> parameters) {}

    Slice<CustomerRow> page(Sight sight, CustomerFilter filter, FileRule rule) {
        var where = where(sight, filter, rule);
        long total = sql.sql("select count(*) from customer.customer c where " + where.text()).params(where.parameters())
                .query(Long.class).single();
        var rows = sql.sql(select(rule) + where.text() + order(filter) + " limit :size offset :skip")
                .params(where.parameters())
                .param("size", filter.size())
                .param("skip", (filter.page() - 1) * filter.size())
                .query(CustomerList::row)
                .list();
        return new Slice<>(rows, filter.page(), filter.size(), total);
    }

    void each(Sight sight, CustomerFilter filter, FileRule rule, Consumer<CustomerRow> sink) {
        var where = where(sight, filter, rule);
        try (var rows = sql.sql(select(rule) + where.text() + order(filter)).withFetchSize(FETCHED).params(where.parameters())
                .query(CustomerList::row).stream()) {
            rows.forEach(sink);
        }
    }

    List<CustomerRow> search(Sight sight, String q, int limit, FileRule rule) {
        var found = candidates(q, Math.max(FEW_HITS, limit * 4));
        if (found.isEmpty()) {
            return List.of();
        }
        var key = Sought.key(q);
        var mine = sight.owner() == null ? "" : " and c.owner_id = :owner";
        return sql.sql(select(rule) + "c.id = any(:found) and c.active and c.merged_into is null" + mine + "\n" + """
                 order by c.code_key = :key desc, c.name_key = :key desc, starts_with(c.name_key, :key) desc,
                   position(:key in c.name_key) = 0, length(c.name), c.code limit :limit""")
                .params(parameters(sight))
                .param("found", found.toArray(UUID[]::new))
                .param("key", key)
                .param("limit", limit)
                .query(CustomerList::row)
                .list();
    }

    Map<String, Integer> distinct(String column, Sight sight) {
        var counts = new LinkedHashMap<String, Integer>();
        var mine = sight.owner() == null ? "" : " and owner_id = :owner";
        sql.sql("select " + column + " as value, count(*) as n from customer.customer where active and merged_into is null and "
                        + column + " is not null" + mine + " group by 1 order by n desc, 1 limit 40")
                .params(parameters(sight))
                .query(row -> {
                    counts.put(row.getString("value"), row.getInt("n"));
                });
        return counts;
    }

    /** Beginnings first; what contains the words fills up. */
    private List<UUID> candidates(String q, int most) {
        var key = Sought.key(q);
        if (key.isEmpty()) {
            return List.of();
        }
        var found = new java.util.LinkedHashSet<UUID>(candidates(Sought.beginning(key), "%\n" + key + "%", most));
        if (found.size() < most) {
            found.addAll(candidates(Grams.wanted(key), "%" + key + "%", most));
        }
        return new ArrayList<>(found);
    }

    private List<UUID> candidates(List<String> grams, String pattern, int most) {
        return sql.sql("select id from customer.candidates(?, ?, ?)")
                .params(grams.toArray(String[]::new), pattern, most)
                .query(UUID.class)
                .list();
    }

    private static Map<String, Object> parameters(Sight sight) {
        return sight.owner() == null ? Map.of() : Map.of("owner", sight.owner());
    }

    private Where where(Sight sight, CustomerFilter filter, FileRule rule) {
        var text = new StringBuilder("c.merged_into is null and c.active = :active");
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("active", !filter.inactive());
        if (sight.owner() != null) {
            text.append(" and c.owner_id = :sight");
            parameters.put("sight", sight.owner());
        }
        if (!filter.q().isBlank()) {
            text.append(" and c.id = any(:found)");
            parameters.put("found", candidates(filter.q(), MOST_HITS).toArray(UUID[]::new));
        }
        if (filter.grade() != null) {
            text.append(" and c.grade = :grade");
            parameters.put("grade", filter.grade().name());
        }
        if (filter.segment() != null) {
            text.append(" and c.segment = :segment");
            parameters.put("segment", filter.segment());
        }
        if (filter.region() != null) {
            text.append(" and c.region = :region");
            parameters.put("region", filter.region());
        }
        if (filter.owner() != null) {
            text.append(" and c.owner_id = :owner");
            parameters.put("owner", filter.owner().value());
        }
        if (filter.incomplete()) {
            text.append(" and not ").append(rule.complete());
        }
        if (filter.withoutContact()) {
            text.append(" and not exists (select 1 from customer.contact k where k.customer_id = c.id and k.active and not k.opted_out and not k.erased)");
        }
        return new Where(text.toString(), parameters);
    }

    private static String select(FileRule rule) {
        return "select c.*, " + rule.missing() + "\n" + """
                 as missing, (select count(*) from customer.contact k where k.company_id = c.company_id
                   and k.customer_id = c.id and k.active) as contacts
                from customer.customer c where\s""";
    }

    private static String order(CustomerFilter filter) {
        return switch (filter.sort()) {
            case CODE -> " order by c.code_key";
            case NAME -> " order by c.name_key, c.code_key";
            case GRADE -> " order by array_position(array['A', 'B', 'C', 'D', 'UNCLASSIFIED'], c.grade), c.code_key";
            case SINCE -> " order by c.partner_since nulls last, c.code_key";
            case CHANGED -> " order by c.changed_at desc, c.code_key";
        };
    }

    private static CustomerRow row(ResultSet row, int n) throws SQLException {
        return new CustomerRow(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                Grade.valueOf(row.getString("grade")),
                row.getString("org_type"),
                row.getString("org_size"),
                row.getString("product_type"),
                row.getString("segment"),
                row.getString("region"),
                Columns.person(row, "owner_id"),
                CustomerStore.day(row, "partner_since"),
                row.getInt("contacts"),
                ((String[]) row.getArray("missing").getArray()).length,
                row.getString("file_note") != null,
                row.getBoolean("active"));
    }
}
