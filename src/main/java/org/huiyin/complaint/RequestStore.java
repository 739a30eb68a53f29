package org.huiyin.complaint;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds requests and their steps; neither is ever changed. */
@Component
class RequestStore {

    private static final String SELECT = """
            select r.*, k.number || '-' || r.position as number, k.number as complaint_number, c.name as customer_name, d.name as department_name, l.step as last_step
            from complaint.request r join complaint.complaint k on k.company_id = r.company_id and k.id = r.complaint_id
            left join customer.customer o on o.company_id = k.company_id and o.id = k.customer_id
            left join customer.customer c on c.company_id = k.company_id and c.id = coalesce(o.merged_into, o.id)
            left join organization.department d on d.company_id = r.company_id and d.id = r.department_id
            left join lateral (select s.step from complaint.request_step s where s.company_id = r.company_id and s.request_id = r.id order by s.id desc limit 1) l on true""";
    private static final String OPEN = "coalesce(l.step, 'RETURNED') = 'RETURNED'";
    /** Asked of a role that the reader holds, of her department or of herself. */
    private static final String ASKED_OF_ME = """
            (r.role = any(:roles) or r.person_id = :me
              or r.department_id = (select p.department_id from organization.person p where p.company_id = r.company_id and p.id = :me))""";

    private final JdbcClient sql;
    private final Sentences sentences;

    RequestStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    void insert(UUID id, ComplaintId complaint, NewRequest r, Deadline due, String clause, PersonId by, Instant now) {
        sql.sql("""
                insert into complaint.request (id, complaint_id, position, role, department_id, person_id, question, due_at, reasons, clause, asked_by, asked_at)
                select :id, :complaint, 1 + coalesce(max(position), 0), :role, :department, :person, :question, :due, :reasons, :clause, :by, :now
                from complaint.request where complaint_id = :complaint""")
                .param("id", id).param("complaint", complaint.value()).param("role", r.role(), Types.VARCHAR).param("department", r.department(), Types.OTHER)
                .param("person", r.person() == null ? null : r.person().value(), Types.OTHER).param("question", r.question()).param("due", Timestamp.from(due.due()))
                .param("reasons", due.reasons().stream().map(sentences::write).toArray(String[]::new)).param("clause", clause).param("by", by.value())
                .param("now", Timestamp.from(now)).update();
    }

    void step(UUID request, RequestState step, NewData data, @Nullable UUID file, PersonId by, Instant now) {
        sql.sql("insert into complaint.request_step (id, request_id, step, words, document, revision, file_id, by_id, at) values (?,?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(Ids.next(), request, step.name(), data.words(), data.document(), data.revision(), file, by.value(), Timestamp.from(now))).update();
    }

    Optional<RequestView> find(UUID id) {
        return whole(sql.sql(SELECT + " where r.id = ?").param(id).query(this::bare).list()).stream().findFirst();
    }

    Optional<RequestView> find(String complaintNumber, int position) {
        return whole(sql.sql(SELECT + " where k.number = ? and r.position = ?").params(complaintNumber, position).query(this::bare).list()).stream().findFirst();
    }

    List<RequestView> of(ComplaintId complaint) {
        return whole(sql.sql(SELECT + " where r.complaint_id = ? order by r.position").param(complaint.value()).query(this::bare).list());
    }

    boolean askedOf(Actor actor, UUID id) {
        return sql.sql("select exists (select 1 from complaint.request r where r.id = :id and " + ASKED_OF_ME + ")").param("id", id)
                .param("roles", actor.roles().toArray(String[]::new)).param("me", actor.id().value()).query(Boolean.class).single();
    }

    List<RequestView> list(Actor actor, RequestFilter filter, Instant now) {
        var p = new MapSqlParameterSource("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return whole(sql.sql(SELECT + " where " + where(actor, filter, now, p) + " order by not " + OPEN + ", r.due_at, r.id limit :size offset :skip").paramSource(p)
                .query(this::bare).list());
    }

    long count(Actor actor, RequestFilter filter, Instant now) {
        var p = new MapSqlParameterSource();
        return sql.sql("select count(*) from (" + SELECT + " where " + where(actor, filter, now, p) + ") x").paramSource(p).query(Long.class).single();
    }

    private static String where(Actor actor, RequestFilter filter, Instant now, MapSqlParameterSource p) {
        p.addValue("roles", actor.roles().toArray(String[]::new)).addValue("me", actor.id().value());
        var where = new StringBuilder("true");
        if (!actor.may("customer.readAll")) {
            where.append(" and (r.asked_by = :me or k.sales_owner = :me or k.work_owner = :me or k.received_by = :me or c.owner_id = :me or ").append(ASKED_OF_ME).append(')');
        }
        if (filter.mine()) {
            where.append(" and (").append(OPEN).append(" and ").append(ASKED_OF_ME).append(" or l.step = 'ANSWERED' and r.asked_by = :me)");
        }
        if (filter.open()) {
            where.append(" and ").append(OPEN);
        }
        if (filter.late()) {
            where.append(" and ").append(OPEN).append(" and r.due_at < :now");
            p.addValue("now", Timestamp.from(now));
        }
        if (!filter.q().isEmpty()) {
            where.append("""
                     and (k.number || '-' || r.position ilike :q or r.question ilike :q or exists (select 1 from complaint.request_step s
                       where s.company_id = r.company_id and s.request_id = r.id and s.document ilike :q))""");
            p.addValue("q", "%" + filter.q().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return where.toString();
    }

    private RequestView bare(ResultSet row, int n) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        return new RequestView(row.getObject("id", UUID.class), row.getString("number"), new ComplaintId(row.getObject("complaint_id", UUID.class)),
                row.getString("complaint_number"), row.getString("customer_name"), row.getString("role"), row.getObject("department_id", UUID.class),
                row.getString("department_name"), person == null ? null : new PersonId(person), row.getString("question"), row.getTimestamp("due_at").toInstant(),
                Arrays.stream(strings(row.getArray("reasons"))).map(sentences::read).toList(), row.getString("clause"),
                new PersonId(row.getObject("asked_by", UUID.class)), row.getTimestamp("asked_at").toInstant(), List.of());
    }

    private List<RequestView> whole(List<RequestView> bare) {
        Map<UUID, List<RequestView.Step>> steps = new HashMap<>();
        if (!bare.isEmpty()) {
            sql.sql("""
                    select s.*, f.name as file_name from complaint.request_step s left join records.attachment f on f.company_id = s.company_id and f.id = s.file_id
                    where s.request_id = any(:ids) order by s.id""").param("ids", bare.stream().map(RequestView::id).toArray(UUID[]::new)).query(row -> {
                        steps.computeIfAbsent(row.getObject("request_id", UUID.class), k -> new ArrayList<>()).add(new RequestView.Step(
                                RequestState.valueOf(row.getString("step")), row.getString("words"), row.getString("document"), row.getString("revision"),
                                row.getObject("file_id", UUID.class), row.getString("file_name"), new PersonId(row.getObject("by_id", UUID.class)),
                                row.getTimestamp("at").toInstant()));
                    });
        }
        return bare.stream().map(r -> new RequestView(r.id(), r.number(), r.complaint(), r.complaintNumber(), r.customerName(), r.role(), r.department(), r.departmentName(),
                r.person(), r.question(), r.due(), r.reasons(), r.clause(), r.askedBy(), r.askedAt(), steps.getOrDefault(r.id(), List.of()))).toList();
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
