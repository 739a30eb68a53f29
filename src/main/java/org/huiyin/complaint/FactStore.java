package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and adds facts and closures; neither is ever changed. */
@Component
class FactStore {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    FactStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(ComplaintId complaint, int round, Fact fact, Instant at, PersonId by, Map<String, String> details, Instant now) {
        sql.sql("insert into complaint.fact (id, complaint_id, round, fact, at, by_id, noted_at, details) values (?,?,?,?,?,?,?,cast(? as jsonb))")
                .params(Ids.next(), complaint.value(), round, fact.name(), Timestamp.from(at), by.value(), Timestamp.from(now), json.writeValueAsString(details))
                .update();
    }

    List<FactView> of(ComplaintId complaint) {
        return sql.sql("select * from complaint.fact where complaint_id = ? order by id").param(complaint.value())
                .query((row, n) -> new FactView(row.getInt("round"), Fact.valueOf(row.getString("fact")), row.getTimestamp("at").toInstant(),
                        new PersonId(row.getObject("by_id", UUID.class)), json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    /** When each fact of the present round came about the first time, for lists. */
    Map<ComplaintId, Map<Fact, Instant>> firsts(Collection<ComplaintId> complaints) {
        Map<ComplaintId, Map<Fact, Instant>> found = new HashMap<>();
        if (complaints.isEmpty()) {
            return found;
        }
        sql.sql("""
                select f.complaint_id, f.fact, min(f.at) as at from complaint.fact f
                join complaint.complaint k on k.company_id = f.company_id and k.id = f.complaint_id and k.round = f.round
                where f.complaint_id = any(:ids) group by f.complaint_id, f.fact""")
                .param("ids", complaints.stream().map(ComplaintId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(new ComplaintId(row.getObject("complaint_id", UUID.class)), c -> new EnumMap<>(Fact.class))
                            .put(Fact.valueOf(row.getString("fact")), row.getTimestamp("at").toInstant());
                });
        return found;
    }

    void close(ComplaintId complaint, int round, Instant at) {
        sql.sql("insert into complaint.closure (id, complaint_id, round, closed_at) values (?,?,?,?) on conflict do nothing")
                .params(Ids.next(), complaint.value(), round, Timestamp.from(at)).update();
    }

    /** Every closing, also of rounds that were opened again. */
    List<Closure> closures(ComplaintId complaint) {
        return sql.sql("select * from complaint.closure where complaint_id = ? order by round").param(complaint.value())
                .query((row, n) -> new Closure(row.getInt("round"), row.getTimestamp("closed_at").toInstant())).list();
    }
}
