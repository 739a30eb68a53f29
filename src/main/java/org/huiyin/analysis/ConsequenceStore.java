package org.huiyin.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.survey.TriggerRule.Cause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ConsequenceStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    ConsequenceStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Whether everything but complaints was drawn for the customer; a complaint may be made before the round is frozen. */
    boolean doneFor(UUID round, CustomerId customer) {
        return sql.sql("select exists (select 1 from analysis.consequence where round_id = ? and customer_id = ? and kind <> 'COMPLAINT')")
                .params(round, customer.value())
                .query(Boolean.class)
                .single();
    }

    /** Two who click at once make one complaint. */
    void lock(UUID answer) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 8))").param(answer.toString()).query((row, n) -> 1).single();
    }

    void add(UUID round, Consequence made, Instant at) {
        sql.sql("""
                insert into analysis.consequence (id, round_id, customer_id, kind, items, causes, target_type, target_id, made_at)
                values (?,?,?,?,?,cast(? as jsonb),?,?,?) on conflict do nothing""")
                .params(Arrays.asList(Ids.next(), round, made.customer().value(), made.kind().name(),
                        made.items().toArray(String[]::new), json.writeValueAsString(new TreeSet<>(made.causes())),
                        made.target().type(), made.target().id(), Timestamp.from(at)))
                .update();
    }

    List<Consequence> of(UUID round) {
        return sql.sql("select * from analysis.consequence where round_id = ? order by id").param(round).query(this::read).list();
    }

    /** What followed for one customer. */
    List<Consequence> of(UUID round, CustomerId customer) {
        return sql.sql("select * from analysis.consequence where round_id = ? and customer_id = ? order by id").params(round, customer.value()).query(this::read).list();
    }

    private Consequence read(ResultSet row, int n) throws SQLException {
        return new Consequence(new CustomerId(row.getObject("customer_id", UUID.class)), Consequence.Kind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("items").getArray()), json.readValue(row.getString("causes"), new TypeReference<Set<Cause>>() {}),
                new SubjectRef(row.getString("target_type"), row.getObject("target_id", UUID.class)));
    }
}
