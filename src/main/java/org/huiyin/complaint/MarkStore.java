package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and adds the marks on pictures, version by version. */
@Component
class MarkStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    MarkStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(ComplaintId id, UUID picture, int version, List<MarkView.Shape> shapes, PersonId by, Instant now) {
        sql.sql("insert into complaint.mark (attachment_id, version, complaint_id, shapes, drawn_by, drawn_at) values (?,?,?,cast(? as jsonb),?,?)")
                .params(picture, version, id.value(), json.writeValueAsString(shapes), by.value(), Timestamp.from(now)).update();
    }

    Optional<MarkView> of(UUID picture) {
        return sql.sql("select * from complaint.mark where attachment_id = ? order by version desc limit 1").param(picture)
                .query((row, n) -> new MarkView(picture, row.getInt("version"), List.of(json.readValue(row.getString("shapes"), MarkView.Shape[].class)),
                        new PersonId(row.getObject("drawn_by", UUID.class)), row.getTimestamp("drawn_at").toInstant()))
                .optional();
    }

    Map<UUID, Integer> counts(ComplaintId id) {
        var counts = new HashMap<UUID, Integer>();
        sql.sql("select distinct on (attachment_id) attachment_id, jsonb_array_length(shapes) as n from complaint.mark where complaint_id = ? order by attachment_id, version desc")
                .param(id.value()).query(row -> {
                    counts.put(row.getObject("attachment_id", UUID.class), row.getInt("n"));
                });
        return counts;
    }
}
