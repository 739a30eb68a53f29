package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiyin.improvement.Exposure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what was shipped of the parts of complaints and finds where the same defect came back on them. */
@Component
class ExposureStore {

    private static final int MOST = 50;

    private final JdbcClient sql;

    ExposureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lots, or shipments where no lot is named, after that day; of several parts the one that was shipped least counts. */
    int lots(Collection<ComplaintId> complaints, LocalDate after, LocalDate until) {
        return sql.sql("""
                select coalesce(min(seen.lots), 0) from (
                  select p.part_key, (select count(distinct case when s.lot_key = '' then s.id::text else s.lot_key end) from complaint.shipment s
                    where s.part_key = p.part_key and s.shipped_on > :after and s.shipped_on <= :until) as lots
                  from (select distinct l.part_key from complaint.line l where l.complaint_id = any(:ids) and l.part_key <> '') p) seen""")
                .param("ids", ids(complaints)).param("after", after).param("until", until).query(Integer.class).single();
    }

    /** Later complaints of the same part with the same defect, the first one first; what was withdrawn or is not ours does not count. */
    List<Exposure.Recurrence> recurrences(Collection<ComplaintId> complaints, Instant from) {
        return sql.sql("""
                select k.number, k.received_at from complaint.complaint k
                where k.received_at > :from and k.standing <> 'WITHDRAWN' and k.triage is distinct from 'NOT_OURS' and not k.imported and k.id <> all(:ids) and k.id in (
                  select l.complaint_id from complaint.line l join complaint.line o on o.company_id = l.company_id and o.part_key = l.part_key
                    left join complaint.defect d on d.company_id = o.company_id and d.code = o.defect
                  where o.complaint_id = any(:ids) and o.part_key <> '' and o.defect <> '' and l.received_at > :from
                    and (l.defect = o.defect or l.defect = d.name or l.defect in (select c.code from complaint.defect c where c.name = o.defect)))
                order by k.received_at, k.id limit :most""")
                .param("ids", ids(complaints)).param("from", Timestamp.from(from)).param("most", MOST)
                .query((row, n) -> new Exposure.Recurrence(row.getString("number"), row.getTimestamp("received_at").toInstant(), "complaints/" + row.getString("number")))
                .list();
    }

    private static UUID[] ids(Collection<ComplaintId> complaints) {
        return complaints.stream().map(ComplaintId::value).toArray(UUID[]::new);
    }
}
