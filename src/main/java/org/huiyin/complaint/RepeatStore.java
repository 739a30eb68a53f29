package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds complaints that are alike and keeps which belong together. */
@Component
class RepeatStore {

    private static final int MOST = 50;

    private final JdbcClient sql;

    RepeatStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<ComplaintView> sameNumber(@Nullable CustomerId customer, String theirs) {
        var key = Names.key(theirs);
        if (key.isEmpty()) {
            return List.of();
        }
        var mine = customer == null ? "" : " and (k.customer_id = :customer or k.customer_id is null)";
        var statement = sql.sql(ComplaintStore.SELECT + " where k.customer_number_key = :key" + mine + " order by k.received_at desc limit 5").param("key", key);
        return (customer == null ? statement : statement.param("customer", customer.value())).query(ComplaintStore::view).list();
    }

    List<ComplaintView> sameLot(@Nullable CustomerId customer, String part, String lot, Instant since) {
        var lotKey = Names.key(lot);
        if (customer == null || lotKey.isEmpty()) {
            return List.of();
        }
        return sql.sql(ComplaintStore.SELECT + """
                 where k.customer_id = :customer and k.received_at >= :since and exists (select 1 from complaint.line l where l.company_id = k.company_id
                   and l.complaint_id = k.id and l.lot_key = :lot and (l.part_key = :part or :part = '')) order by k.received_at desc limit 5""")
                .param("customer", customer.value()).param("since", Timestamp.from(since)).param("lot", lotKey).param("part", Names.key(part))
                .query(ComplaintStore::view).list();
    }

    /** Complaints of the part with the defect, the latest first; the given instant itself counts. */
    List<ComplaintView> repeats(String part, String defect, Instant since, Instant until) {
        var partKey = Names.key(part);
        if (partKey.isEmpty() || defect.isEmpty()) {
            return List.of();
        }
        return sql.sql(ComplaintStore.SELECT + """
                 where k.id in (select l.complaint_id from complaint.line l where l.part_key = :part
                   and l.defect in (select :defect union select d.code from complaint.defect d where d.name = :defect)
                   and l.received_at >= :since and l.received_at <= :until)
                 order by k.received_at desc, k.id desc limit :most""")
                .param("part", partKey).param("defect", defect).param("since", Timestamp.from(since)).param("until", Timestamp.from(until)).param("most", MOST)
                .query(ComplaintStore::view).list();
    }

    boolean relate(ComplaintId id, ComplaintId earlier, String kind, PersonId by, Instant now) {
        return sql.sql("insert into complaint.relation (complaint_id, earlier_id, kind, noted_by, noted_at) values (?,?,?,?,?) on conflict do nothing")
                .params(id.value(), earlier.value(), kind, by.value(), Timestamp.from(now)).update() == 1;
    }

    List<Repeats.Relation> relations(ComplaintId id) {
        return sql.sql("select * from (" + ComplaintStore.SELECT.replace("select k.*,", "select k.*, r.kind as relation, r.earlier_id = k.id as earlier,") + """
                 join complaint.relation r on r.company_id = k.company_id and (r.complaint_id = :id and r.earlier_id = k.id
                   or r.earlier_id = :id and r.complaint_id = k.id)) k order by k.received_at desc""").param("id", id.value())
                .query((row, n) -> new Repeats.Relation(ComplaintStore.view(row, n), row.getBoolean("earlier"), row.getString("relation"))).list();
    }
}
