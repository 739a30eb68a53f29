package org.huiyin.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.grading.ProofRow;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps grading runs, their lines, decisions and ends, and each customer's history. */
@Component
class GradingStore {

    private static final String LINES = """
            select l.*, d.grade as decided, d.reason from customer.grading_line l
            left join lateral (select g.grade, g.reason from customer.grading_decision g where g.company_id = l.company_id
              and g.run_id = l.run_id and g.customer_id = l.customer_id order by g.id desc limit 1) d on true
            """;
    private static final String RESULT = "coalesce(d.grade, case when cardinality(l.classes) = 1 then l.classes[1] else 'UNCLASSIFIED' end)";

    private final JdbcClient sql;
    private final JsonMapper json;

    GradingStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A line to be written. */
    record NewLine(UUID customer_id, String code, String name, java.math.BigDecimal sales, String before, List<String> classes,
            List<ProofRow> proof, List<Sentence> notes) {}

    void insert(UUID id, String number, LocalDate from, LocalDate to, String currency, UUID profile, int customers, PersonId by, Instant at) {
        sql.sql("""
                insert into customer.grading_run (id, number, window_from, window_to, currency, profile_version, customers, made_by, made_at)
                values (?,?,?,?,?,?,?,?,?)""")
                .params(id, number, from, to, currency, profile, customers, by.value(), Timestamp.from(at))
                .update();
    }

    void lines(UUID run, List<NewLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into customer.grading_line (run_id, customer_id, code, name, sales, before, classes, proof, notes)
                select :run, customer_id, code, name, sales, before, classes, proof, notes
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (customer_id uuid, code text, name text, sales numeric,
                  before text, classes text[], proof jsonb, notes jsonb)""")
                .param("run", run)
                .param("rows", json.writeValueAsString(lines))
                .update();
    }

    Optional<GradingRunView> run(String number) {
        return runs("where r.number = ?", number).stream().findFirst();
    }

    List<GradingRunView> runs() {
        return runs("where ? <> '' order by r.made_at desc", "all");
    }

    private List<GradingRunView> runs(String where, String parameter) {
        return sql.sql("select r.*, e.confirmed, e.ended_by, e.ended_at from customer.grading_run r left join customer.grading_end e on e.company_id = r.company_id and e.run_id = r.id "
                        + where)
                .param(parameter)
                .query((row, n) -> run(row))
                .list();
    }

    private GradingRunView run(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var counts = new EnumMap<Grade, Integer>(Grade.class);
        int[] figures = new int[3];
        sql.sql("""
                select result, count(*) as n, count(*) filter (where result <> before) as changes,
                  count(*) filter (where conflict) as conflicts, count(*) filter (where conflict and decided is null) as open
                from (select l.before, cardinality(l.classes) > 1 as conflict, d.grade as decided, %s as result
                  from customer.grading_line l left join lateral (select g.grade from customer.grading_decision g
                    where g.company_id = l.company_id and g.run_id = l.run_id and g.customer_id = l.customer_id
                    order by g.id desc limit 1) d on true where l.run_id = ?) x group by result""".formatted(RESULT))
                .param(id)
                .query(line -> {
                    counts.put(Grade.valueOf(line.getString("result")), line.getInt("n"));
                    figures[0] += line.getInt("changes");
                    figures[1] += line.getInt("conflicts");
                    figures[2] += line.getInt("open");
                });
        boolean confirmed = row.getBoolean("confirmed");
        var ended = row.getTimestamp("ended_at");
        return new GradingRunView(id, row.getString("number"), row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class), row.getString("currency"), row.getObject("profile_version", UUID.class),
                row.getInt("customers"), new PersonId(row.getObject("made_by", UUID.class)), row.getTimestamp("made_at").toInstant(),
                counts, figures[0], figures[1], figures[2], ended == null ? null : confirmed,
                Columns.person(row, "ended_by"), ended == null ? null : ended.toInstant());
    }

    List<GradingLineView> lines(UUID run, String which, int skip, int limit) {
        return sql.sql("select * from (" + LINES + " where l.run_id = ?) l " + where(which)
                        + " order by cardinality(l.classes) <= 1, cardinality(l.classes), code limit ? offset ?")
                .params(run, limit, skip)
                .query(this::line)
                .list();
    }

    long count(UUID run, String which) {
        return sql.sql("select count(*) from (" + LINES + " where l.run_id = ?) l " + where(which)).param(run).query(Long.class).single();
    }

    Optional<GradingLineView> line(UUID run, CustomerId customer) {
        return sql.sql(LINES + " where l.run_id = ? and l.customer_id = ?").params(run, customer.value()).query(this::line).optional();
    }

    /** The line of the last confirmed run, with the run's number. */
    Optional<GradingLineView> lastConfirmed(CustomerId customer) {
        return sql.sql(LINES + """
                 join customer.grading_end e on e.company_id = l.company_id and e.run_id = l.run_id and e.confirmed
                where l.customer_id = ? order by e.ended_at desc limit 1""")
                .param(customer.value())
                .query(this::line)
                .optional();
    }

    private static String where(String which) {
        var result = "coalesce(l.decided, case when cardinality(l.classes) = 1 then l.classes[1] else 'UNCLASSIFIED' end)";
        return switch (which) {
            case "decisions" -> "where cardinality(l.classes) > 1";
            case "unclassified" -> "where " + result + " = 'UNCLASSIFIED'";
            case "changes" -> "where " + result + " <> l.before";
            case "A", "B", "C", "D" -> "where " + result + " = '" + which + "'";
            default -> "";
        };
    }

    private GradingLineView line(ResultSet row, int n) throws SQLException {
        var decided = row.getString("decided");
        return new GradingLineView(new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("code"),
                row.getString("name"), row.getBigDecimal("sales"), Grade.valueOf(row.getString("before")),
                Arrays.stream((String[]) row.getArray("classes").getArray()).map(Grade::valueOf).toList(),
                List.of(json.readValue(row.getString("proof"), ProofRow[].class)), List.of(json.readValue(row.getString("notes"), Sentence[].class)),
                decided == null ? null : Grade.valueOf(decided), row.getString("reason"));
    }

    void decide(UUID run, CustomerId customer, Grade grade, String reason, PersonId by, Instant at) {
        sql.sql("insert into customer.grading_decision (id, run_id, customer_id, grade, reason, decided_by, decided_at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), run, customer.value(), grade.name(), reason, by.value(), Timestamp.from(at))
                .update();
    }

    void end(UUID run, boolean confirmed, @Nullable String reason, int changed, PersonId by, Instant at) {
        sql.sql("insert into customer.grading_end (run_id, confirmed, reason, changed, ended_by, ended_at) values (?,?,?,?,?,?)")
                .params(Arrays.asList(run, confirmed, reason, changed, by.value(), Timestamp.from(at)))
                .update();
    }

    void step(CustomerId customer, Grade grade, LocalDate since, String kind, @Nullable String reason, @Nullable UUID run,
            @Nullable UUID profile, PersonId by, Instant at) {
        sql.sql("""
                insert into customer.grade_step (id, customer_id, grade, since, kind, reason, run_id, profile_version, decided_by, decided_at)
                values (?,?,?,?,?,?,?,?,?,?)""")
                .params(Arrays.asList(Ids.next(), customer.value(), grade.name(), since, kind, reason, run, profile, by.value(), Timestamp.from(at)))
                .update();
        sql.sql("update customer.customer set grade = ? where id = ?").params(grade.name(), customer.value()).update();
    }

    List<GradeStep> history(CustomerId customer) {
        return sql.sql("""
                select s.*, r.number from customer.grade_step s left join customer.grading_run r on r.company_id = s.company_id and r.id = s.run_id
                where s.customer_id = ? order by s.since desc, s.id desc""")
                .param(customer.value())
                .query((row, n) -> new GradeStep(Grade.valueOf(row.getString("grade")), row.getObject("since", LocalDate.class),
                        row.getString("kind"), row.getString("reason"), row.getString("number"),
                        new PersonId(row.getObject("decided_by", UUID.class)), row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    void ask(UUID id, CustomerId customer, Grade from, Grade to, String reason, UUID profile, PersonId by, Instant at) {
        sql.sql("insert into customer.upgrade (id, customer_id, from_grade, to_grade, reason, profile_version, asked_by, asked_at) values (?,?,?,?,?,?,?,?)")
                .params(id, customer.value(), from.name(), to.name(), reason, profile, by.value(), Timestamp.from(at))
                .update();
    }

    /** An application for a better class. */
    record Upgrade(UUID id, CustomerId customer, Grade from, Grade to, String reason, UUID profile, PersonId by) {}

    Optional<Upgrade> upgrade(UUID id) {
        return sql.sql("select * from customer.upgrade where id = ?").param(id).query(GradingStore::upgrade).optional();
    }

    Optional<Upgrade> openUpgrade(CustomerId customer) {
        return sql.sql("""
                select u.* from customer.upgrade u where u.customer_id = ?
                and not exists (select 1 from customer.upgrade_end e where e.company_id = u.company_id and e.upgrade_id = u.id)""")
                .param(customer.value())
                .query(GradingStore::upgrade)
                .optional();
    }

    void endUpgrade(UUID id, boolean approved, String reason, PersonId by, Instant at) {
        sql.sql("insert into customer.upgrade_end (upgrade_id, approved, reason, decided_by, decided_at) values (?,?,?,?,?)")
                .params(id, approved, reason, by.value(), Timestamp.from(at))
                .update();
    }

    private static Upgrade upgrade(ResultSet row, int n) throws SQLException {
        return new Upgrade(row.getObject("id", UUID.class), new CustomerId(row.getObject("customer_id", UUID.class)),
                Grade.valueOf(row.getString("from_grade")), Grade.valueOf(row.getString("to_grade")), row.getString("reason"),
                row.getObject("profile_version", UUID.class), new PersonId(row.getObject("asked_by", UUID.class)));
    }
}
