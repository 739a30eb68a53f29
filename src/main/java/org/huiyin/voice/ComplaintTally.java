package org.huiyin.voice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many complaints each customer has had; who draws a sample looks at it (003/4.2.1). */
@Service
@Transactional(readOnly = true)
public class ComplaintTally {

    private final JdbcClient sql;

    ComplaintTally(JdbcClient sql) {
        this.sql = sql;
    }

    /** Complaints received from that instant on, by customer. */
    public Map<CustomerId, Integer> since(Instant from) {
        return sql.sql("""
                select customer_id, count(*) as complaints from voice.voice
                where kind = 'COMPLAINT' and customer_id is not null and received_at >= ? group by customer_id""")
                .param(Timestamp.from(from))
                .query((row, n) -> Map.entry(new CustomerId(row.getObject("customer_id", UUID.class)), row.getInt("complaints")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
