package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds assessments and decisions about the class. */
@Component
class TriageStore {

    private final JdbcClient sql;

    TriageStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(ComplaintId id, NewAssessment a, PersonId by, Instant now) {
        sql.sql("insert into complaint.assessment (id, complaint_id, confirmed, severity, risk, words, sample, assessed_by, assessed_at) values (?,?,?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), a.confirmed().name(), a.severity().name(), a.risk(), a.words(), a.sample().name(), by.value(), Timestamp.from(now))
                .update();
    }

    void add(ComplaintId id, int round, NewTriage t, boolean late, PersonId by, Instant now) {
        sql.sql("insert into complaint.triage (id, complaint_id, round, class, reason, late, decided_by, decided_at) values (?,?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), round, t.triage().name(), t.reason(), late, by.value(), Timestamp.from(now)).update();
    }

    List<AssessmentView> assessments(ComplaintId id) {
        return sql.sql("select * from complaint.assessment where complaint_id = ? order by id").param(id.value())
                .query((row, n) -> new AssessmentView(new NewAssessment(NewAssessment.Confirmed.valueOf(row.getString("confirmed")),
                        NewAssessment.Severity.valueOf(row.getString("severity")), row.getString("risk"), row.getString("words"),
                        NewAssessment.Sample.valueOf(row.getString("sample"))), new PersonId(row.getObject("assessed_by", UUID.class)),
                        row.getTimestamp("assessed_at").toInstant()))
                .list();
    }

    List<TriageView> triages(ComplaintId id) {
        return sql.sql("select * from complaint.triage where complaint_id = ? order by id").param(id.value())
                .query((row, n) -> new TriageView(row.getInt("round"), TriageClass.valueOf(row.getString("class")), row.getString("reason"),
                        row.getBoolean("late"), new PersonId(row.getObject("decided_by", UUID.class)), row.getTimestamp("decided_at").toInstant()))
                .list();
    }
}
