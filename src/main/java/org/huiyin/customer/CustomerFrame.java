package org.huiyin.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Grade;
import org.huiyin.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the frame of a sample: customers and the contacts who may be asked, each in one pass. */
@Component
class CustomerFrame {

    private final JdbcClient sql;
    private final ContactStore contacts;

    CustomerFrame(JdbcClient sql, ContactStore contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    List<FrameCustomer> on(LocalDate day, FileRule rule) {
        var reachable = contacts.reachable();
        return sql.sql("select c.id, c.code, c.name, c.segment, c.region, c.owner_id, " + rule.complete() + "\n" + """
                 or c.file_note is not null as eligible, coalesce((select g.grade from customer.grade_step g
                    where g.company_id = c.company_id and g.customer_id = c.id and g.since <= :day
                    order by g.since desc, g.id desc limit 1), 'UNCLASSIFIED') as grade_then
                from customer.customer c where c.active and c.merged_into is null order by c.code_key""")
                .param("day", day)
                .query((row, n) -> {
                    var id = new CustomerId(row.getObject("id", UUID.class));
                    return new FrameCustomer(id, row.getString("code"), row.getString("name"),
                            Grade.valueOf(row.getString("grade_then")), row.getString("segment"), row.getString("region"),
                            Columns.person(row, "owner_id"), row.getBoolean("eligible"),
                            new ArrayList<>(reachable.getOrDefault(id, List.of())));
                })
                .list();
    }
}
