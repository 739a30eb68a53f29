package org.huiyin.improvement.eightd;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the customers' forms; one that is no longer used stays. */
@Component
class TemplateStore {

    private static final String SELECT = """
            select t.id, t.customer_id, t.name, t.kind, t.sha256, t.uploaded_by, t.uploaded_at, c.name as customer_name from improvement.eightd_template t
            left join customer.customer c on c.company_id = t.company_id and c.id = t.customer_id
            where not exists (select 1 from improvement.eightd_template_end x where x.company_id = t.company_id and x.template_id = t.id)""";

    private final JdbcClient sql;

    TemplateStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A form with its content. */
    record Kept(TemplateKind kind, String name, byte[] content) {}

    UUID insert(@Nullable CustomerId customer, String name, TemplateKind kind, byte[] content, String sha256, PersonId by, Instant now) {
        UUID id = Ids.next();
        sql.sql("insert into improvement.eightd_template (id, customer_id, name, kind, content, sha256, uploaded_by, uploaded_at) values (?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(id, customer == null ? null : customer.value(), name, kind.name(), content, sha256, by.value(), Timestamp.from(now))).update();
        return id;
    }

    void end(UUID id, String reason, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_template_end (template_id, reason, ended_by, ended_at) values (?,?,?,?) on conflict do nothing")
                .params(id, reason, by.value(), Timestamp.from(now)).update();
    }

    List<TemplateView> all() {
        return sql.sql(SELECT + " order by c.name nulls first, t.name, t.id").query(TemplateStore::view).list();
    }

    Optional<TemplateView> find(UUID id) {
        return sql.sql(SELECT + " and t.id = ?").param(id).query(TemplateStore::view).optional();
    }

    Optional<Kept> content(UUID id) {
        return sql.sql("select kind, name, content from improvement.eightd_template where id = ?").param(id)
                .query((row, n) -> new Kept(TemplateKind.valueOf(row.getString(1)), row.getString(2), row.getBytes(3))).optional();
    }

    private static TemplateView view(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        return new TemplateView(row.getObject("id", UUID.class), customer == null ? null : new CustomerId(customer), row.getString("customer_name"), row.getString("name"),
                TemplateKind.valueOf(row.getString("kind")), row.getString("sha256"), new PersonId(row.getObject("uploaded_by", UUID.class)),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
