package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the rows of a list with what is recorded: whom their names mean, and which shipments and inspections are known already. */
@Component
class Listed {

    private final JdbcClient sql;

    Listed(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is recorded of a shipment of which the list gives another quantity. */
    record Former(BigDecimal quantity, String unit) {}

    /** How a row stands to what is there: as it was read, and known already or known with another quantity. */
    record Row(ImportReader.Read read, boolean known, @Nullable Former former) {}

    /** Customers by the names and numbers that stand in the rows. */
    Map<String, CustomerId> customers(Collection<Map<String, String>> rows) {
        var keys = rows.stream().map(f -> Names.key(f.getOrDefault("customer", ""))).filter(k -> !k.isEmpty()).distinct().toArray(String[]::new);
        Map<String, CustomerId> found = new HashMap<>();
        sql.sql("""
                select id, name_key, code_key, lower(coalesce(short_name, '')) as short from customer.customer
                where merged_into is null and (name_key = any(:keys) or code_key = any(:keys) or lower(coalesce(short_name, '')) = any(:keys))""")
                .param("keys", keys).query(row -> {
                    var id = new CustomerId(row.getObject("id", UUID.class));
                    for (String column : List.of("name_key", "code_key", "short")) {
                        found.putIfAbsent(row.getString(column), id);
                    }
                });
        return found;
    }

    static @Nullable CustomerId customer(Map<String, String> f, Map<String, CustomerId> known) {
        var key = Names.key(f.getOrDefault("customer", ""));
        return key.isEmpty() ? null : known.get(key);
    }

    /** The shipment that a row tells of. */
    static Shipments.Shipment shipment(Map<String, String> f, Map<String, CustomerId> known) {
        return new Shipments.Shipment(customer(f, known), f.getOrDefault("part", ""), f.getOrDefault("partName", ""), f.getOrDefault("lot", ""),
                LocalDateTime.parse(f.getOrDefault("shipped", "")).toLocalDate(), new BigDecimal(f.getOrDefault("quantity", "0")), f.getOrDefault("unit", ""),
                f.getOrDefault("note", ""));
    }

    /** By what a shipment is known again: part, lot, day, customer, delivery note. */
    private static String key(Shipments.Shipment s) {
        return String.join("\u0001", Names.key(s.part()), Names.key(s.lot()), s.on().toString(), s.customer() == null ? "" : s.customer().value().toString(), s.note());
    }

    /** Which rows of the block are recorded already; one that contradicts a row above it in the same list is refused by name. */
    List<Row> shipments(UUID list, List<ImportReader.Read> rows) {
        var good = rows.stream().filter(r -> r.problems().isEmpty()).toList();
        var customers = customers(good.stream().map(ImportReader.Read::fields).toList());
        Map<Integer, Shipments.Shipment> told = new HashMap<>();
        good.forEach(r -> told.put(r.row(), shipment(r.fields(), customers)));
        var recorded = recorded(told.values());
        var above = above(list, told.values().stream().map(Listed::key).distinct().toList());
        var found = new ArrayList<Row>();
        for (var read : rows) {
            var s = told.get(read.row());
            if (s == null) {
                found.add(new Row(read, false, null));
                continue;
            }
            var keyed = new ImportReader.Read(read.row(), read.fields(), read.problems(), key(s));
            var before = above.putIfAbsent(keyed.key(), new Above(read.row(), s.quantity(), s.unit()));
            found.add(before != null ? twice(keyed, s, before) : row(keyed, s, recorded.get(keyed.key())));
        }
        return found;
    }

    /** A row above in the same list that tells of the same shipment. */
    private record Above(int row, BigDecimal quantity, String unit) {}

    private static Row twice(ImportReader.Read read, Shipments.Shipment s, Above before) {
        if (same(s, before.quantity(), before.unit())) {
            return new Row(read, true, null);
        }
        var problem = new Sentence("complaint.import.twice", read.row(), before.row(), before.quantity(), before.unit());
        return new Row(new ImportReader.Read(read.row(), read.fields(), List.of(problem), ""), false, null);
    }

    private static Row row(ImportReader.Read read, Shipments.Shipment s, @Nullable Former there) {
        return there == null ? new Row(read, false, null) : same(s, there.quantity(), there.unit()) ? new Row(read, true, null) : new Row(read, false, there);
    }

    private static boolean same(Shipments.Shipment s, BigDecimal quantity, String unit) {
        return s.quantity().compareTo(quantity) == 0 && Names.key(s.unit()).equals(Names.key(unit));
    }

    private Map<String, Former> recorded(Collection<Shipments.Shipment> told) {
        Map<String, Former> found = new HashMap<>();
        sql.sql("""
                select s.part_key, s.lot_key, s.shipped_on, s.customer_id, s.note, s.quantity, s.unit from unnest(:parts, :lots, :days::date[]) as t(part, lot, day)
                join complaint.shipment s on s.part_key = t.part and s.lot_key = t.lot and s.shipped_on = t.day""")
                .param("parts", texts(told.stream().map(s -> Names.key(s.part())))).param("lots", texts(told.stream().map(s -> Names.key(s.lot()))))
                .param("days", texts(told.stream().map(s -> s.on().toString())))
                .query(row -> {
                    var customer = row.getString("customer_id");
                    found.put(String.join("\u0001", row.getString("part_key"), row.getString("lot_key"), row.getString("shipped_on"), customer == null ? "" : customer,
                            row.getString("note")), new Former(row.getBigDecimal("quantity"), row.getString("unit")));
                });
        return found;
    }

    /** The inspection that a row tells of; a sample smaller than its defects is left open. */
    static NewInspection inspection(Map<String, String> f) {
        var own = f.containsKey("plant");
        var sampled = f.containsKey("sampled") ? new BigDecimal(f.get("sampled")) : null;
        var defective = f.containsKey("defective") ? new BigDecimal(f.get("defective")) : null;
        boolean balanced = sampled == null || defective == null || defective.compareTo(sampled) <= 0;
        return new NewInspection(own ? InspectionKind.SELF_MADE : InspectionKind.PURCHASED, f.getOrDefault(own ? "plant" : "supplier", ""), f.getOrDefault("part", ""),
                f.getOrDefault("partName", ""), f.getOrDefault("lot", ""), LocalDateTime.parse(f.getOrDefault("inspected", "")).toLocalDate(),
                InspectionResult.valueOf(f.getOrDefault("result", "")), balanced ? sampled : null, defective, f.getOrDefault("document", ""), f.getOrDefault("inspector", ""),
                f.getOrDefault("note", ""));
    }

    private static String key(NewInspection i) {
        return String.join("\u0001", Names.key(i.lot()), Names.key(i.part()), i.day().toString(), i.kind().name(), i.source(), i.document());
    }

    /** Which inspections are recorded already; one that is recorded with another result is refused by name, since a record is struck and never written over. */
    List<Row> inspections(List<ImportReader.Read> rows) {
        Map<Integer, NewInspection> told = new HashMap<>();
        rows.stream().filter(r -> r.problems().isEmpty()).forEach(r -> told.put(r.row(), inspection(r.fields())));
        Map<String, InspectionResult> there = new HashMap<>();
        sql.sql("""
                select i.* from unnest(:lots, :days::date[]) as t(lot, day) join complaint.inspection i on i.lot_key = t.lot and i.inspected_on = t.day""")
                .param("lots", texts(told.values().stream().map(i -> Names.key(i.lot())))).param("days", texts(told.values().stream().map(i -> i.day().toString())))
                .query(row -> {
                    there.put(String.join("\u0001", row.getString("lot_key"), row.getString("part_key"), row.getString("inspected_on"), row.getString("kind"), row.getString("source"),
                            row.getString("document")), InspectionResult.valueOf(row.getString("result")));
                });
        return rows.stream().map(read -> {
            var one = told.get(read.row());
            var before = one == null ? null : there.putIfAbsent(key(one), one.result());
            if (one == null || before == null) {
                return new Row(read, false, null);
            }
            return before == one.result() ? new Row(read, true, null) : new Row(new ImportReader.Read(read.row(), read.fields(),
                    List.of(new Sentence("complaint.import.inspectedOtherwise", read.row(), new Sentence("complaint.inspectionResult." + before.name().toLowerCase(Locale.ROOT)))), ""),
                    false, null);
        }).toList();
    }

    private Map<String, Above> above(UUID list, List<String> keys) {
        Map<String, Above> found = new HashMap<>();
        sql.sql("select row, key, fields->>'quantity' as quantity, coalesce(fields->>'unit', '') as unit from complaint.import_row"
                        + " where import_id = :list and key = any(:keys) and key <> '' and cardinality(problems) = 0 order by row")
                .param("list", list).param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    found.putIfAbsent(row.getString("key"), new Above(row.getInt("row"), new BigDecimal(row.getString("quantity")), row.getString("unit")));
                });
        return found;
    }

    private static String[] texts(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
