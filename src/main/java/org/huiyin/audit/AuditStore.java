package org.huiyin.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditStore {

    private static final String SELECT = """
            select e.*, s.position, p.name as person_name from audit.entry e
            left join audit.seal s on s.company_id = e.company_id and s.entry_id = e.id
            left join organization.person p on p.company_id = e.company_id and p.id = e.person_id
            """;
    private static final int AT_ONCE = 1000;

    private final JdbcTemplate sql;
    private final JsonMapper json;

    AuditStore(JdbcTemplate sql, JsonMapper json) {
        this.sql = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        this.sql.setFetchSize(AT_ONCE);
        this.json = json;
    }

    /** A condition with its values. */
    private record Where(String text, Object[] values) {}

    List<AuditLine> of(SubjectRef subject) {
        var names = names();
        return sql.query(SELECT + "where e.subject_id = ? and e.subject_type = ? order by e.at, e.id", (row, n) -> line(row, names),
                subject.id(), subject.type());
    }

    List<AuditLine> page(AuditFilter filter, int skip, int size) {
        var where = where(filter);
        var values = new ArrayList<>(List.of(where.values()));
        values.add(size);
        values.add(skip);
        var names = names();
        return sql.query(SELECT + where.text() + " order by e.at desc, e.id desc limit ? offset ?", (row, n) -> line(row, names), values.toArray());
    }

    long count(AuditFilter filter) {
        var where = where(filter);
        return Objects.requireNonNull(sql.queryForObject("select count(*) from audit.entry e " + where.text(), Long.class, where.values()));
    }

    void each(AuditFilter filter, Consumer<AuditLine> reader) {
        var where = where(filter);
        var names = names();
        sql.query(SELECT + where.text() + " order by e.at, e.id", row -> {
            reader.accept(line(row, names));
        }, where.values());
    }

    List<String> types() {
        return sql.queryForList("""
                with recursive kinds as (
                  (select subject_type from audit.entry order by subject_type limit 1)
                  union all
                  select (select e.subject_type from audit.entry e where e.subject_type > k.subject_type order by 1 limit 1)
                  from kinds k where k.subject_type is not null)
                select subject_type from kinds where subject_type is not null""", String.class);
    }

    /** People, departments and roles by what stands for them in the values. */
    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        sql.query("""
                select id::text, name from organization.person union all select id::text, name from organization.department
                union all select code, local_name from organization.role""", row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    private static Where where(AuditFilter filter) {
        var text = new StringBuilder("where true");
        var values = new ArrayList<>();
        add(text, values, " and e.person_id = ?", filter.by() == null ? null : filter.by().value());
        add(text, values, " and e.subject_type = ?", filter.type());
        add(text, values, " and e.verb = ?", filter.verb());
        add(text, values, " and e.subject_id = ?", filter.subject());
        add(text, values, " and e.at >= ?", filter.from() == null ? null : Timestamp.from(filter.from()));
        add(text, values, " and e.at < ?", filter.until() == null ? null : Timestamp.from(filter.until()));
        return new Where(text.toString(), values.toArray());
    }

    private static void add(StringBuilder text, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            text.append(condition);
            values.add(value);
        }
    }

    private AuditLine line(ResultSet row, Map<String, String> names) throws SQLException {
        var entry = Entry.read(row);
        var position = row.getLong("position");
        return new AuditLine(entry.id(), entry.at(), entry.person() == null ? null : new PersonId(entry.person()),
                row.getString("person_name"), new SubjectRef(entry.subjectType(), entry.subject()), entry.verb(),
                values(entry.before()), values(entry.after()), position == 0 ? null : position, names);
    }

    private Map<String, @Nullable Object> values(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
