package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Decimals;
import org.huiyin.sheets.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks lots up in shipments, inspections and complaints. */
@Component
class LotStore {

    private static final int MOST = 500;
    private static final String FOUND = """
            select lot_key, part_key, lot from complaint.lot where lot_key >= :q and lot_key < :past
            union all select lot_key, part_key, lot from complaint.line where lot_key <> '' and lot_key >= :q and lot_key < :past
            union all select lot_key, part_key, lot from complaint.inspection where lot_key >= :q and lot_key < :past
            union all select lot_key, part_key, lot from complaint.lot where part_key = :q
            union all select lot_key, part_key, lot from complaint.line where lot_key <> '' and part_key = :q
            union all select lot_key, part_key, lot from complaint.inspection where part_key = :q""";
    /** Without words: what was complained about and inspected lately. */
    private static final String LATELY = """
            select lot_key, part_key, lot from complaint.line where lot_key <> '' and complaint_id in
              (select id from complaint.complaint order by received_at desc limit 200)
            union all (select lot_key, part_key, lot from complaint.inspection order by inspected_on desc, id desc limit 200)""";
    private static final String ROW = """
            select k.lot, k.lot_key, k.part_key, coalesce(p.part, l.part, i.part, '') as part, coalesce(nullif(p.name, ''), l.part_name, i.part_name, '') as part_name,
              (select count(distinct n.complaint_id) from complaint.line n where n.lot_key = k.lot_key and n.lot_key <> '' and n.part_key = k.part_key) as complaints,
              (select count(*) from complaint.inspection n where n.lot_key = k.lot_key and n.part_key = k.part_key) as inspections,
              (select count(*) from complaint.inspection n where n.lot_key = k.lot_key and n.part_key = k.part_key and n.result = 'FAILED') as failed,
              s.shipped, s.first
            from (select lot_key, part_key, max(lot) as lot from (%s) f group by lot_key, part_key) k
            left join complaint.part p on p.part_key = k.part_key
            left join lateral (select n.part, n.part_name from complaint.line n where n.lot_key = k.lot_key and n.lot_key <> '' and n.part_key = k.part_key limit 1) l on true
            left join lateral (select n.part, n.part_name from complaint.inspection n where n.lot_key = k.lot_key and n.part_key = k.part_key limit 1) i on true
            left join lateral (select sum(n.quantity) as shipped, min(n.shipped_on) as first from complaint.shipment n where n.lot_key = k.lot_key and n.lot_key <> ''
              and n.part_key = k.part_key) s on true
            order by k.lot_key, k.part_key limit :size offset :skip""";

    private final JdbcClient sql;

    LotStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<LotRow> search(String q, int skip, int size) {
        var key = Names.key(q);
        var statement = sql.sql(ROW.formatted(key.isEmpty() ? LATELY : FOUND)).param("size", size).param("skip", skip);
        return (key.isEmpty() ? statement : statement.param("q", key).param("past", key + '￿')).query(LotStore::row).list();
    }

    /** Exactly that lot, each part of which there is one. */
    List<LotRow> exactly(String lot) {
        return search(lot, 0, MOST).stream().filter(r -> Names.key(r.lot()).equals(Names.key(lot))).toList();
    }

    List<UUID> complaints(String lot, String part) {
        return sql.sql("""
                select distinct complaint_id from complaint.line where lot_key = :lot and lot_key <> '' and (:part = '' or part_key = '' or part_key = :part) limit :most""")
                .param("lot", Names.key(lot)).param("part", Names.key(part)).param("most", MOST).query(UUID.class).list();
    }

    List<LotView.Shipment> shipments(Actor actor, String lot, String part) {
        return sql.sql("""
                select s.*, c.name as customer_name, coalesce(p.part, '') as part from complaint.shipment s
                left join customer.customer o on o.company_id = s.company_id and o.id = s.customer_id
                left join customer.customer c on c.company_id = s.company_id and c.id = coalesce(o.merged_into, o.id)
                left join complaint.part p on p.company_id = s.company_id and p.part_key = s.part_key
                where s.lot_key = :lot and s.lot_key <> '' and (:part = '' or s.part_key = :part) and (:all or s.customer_id is null or c.owner_id = :me)
                order by s.shipped_on, s.id limit :most""")
                .param("lot", Names.key(lot)).param("part", Names.key(part)).param("all", actor.may("customer.readAll")).param("me", actor.id().value()).param("most", MOST)
                .query((row, n) -> new LotView.Shipment(row.getDate("shipped_on").toLocalDate(), row.getString("customer_name"), row.getString("part"),
                        Decimals.plain(row.getBigDecimal("quantity")), row.getString("unit"), row.getString("note"))).list();
    }

    private static LotRow row(ResultSet row, int n) throws SQLException {
        var shipped = row.getBigDecimal("shipped");
        var first = row.getDate("first");
        return new LotRow(row.getString("lot"), row.getString("part"), row.getString("part_name"), row.getInt("complaints"), row.getInt("inspections"), row.getInt("failed"),
                shipped == null ? null : Decimals.plain(shipped), first == null ? null : first.toLocalDate());
    }
}
