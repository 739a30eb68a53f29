package org.huiyin.claims;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds what happened to claims and notices. */
@Component
class EventStore {

    private final JdbcClient sql;

    EventStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(SubjectRef subject, ClaimEvent.Kind kind, String words, PersonId by, Instant at) {
        sql.sql("insert into claims.event (id, subject_type, subject_id, kind, words, by_id, at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), subject.type(), subject.id(), kind.name(), words, by.value(), Timestamp.from(at)).update();
    }

    List<ClaimEvent> of(SubjectRef subject) {
        return sql.sql("select * from claims.event where subject_type = ? and subject_id = ? order by id").params(subject.type(), subject.id())
                .query((row, n) -> new ClaimEvent(ClaimEvent.Kind.valueOf(row.getString("kind")), row.getString("words"),
                        new PersonId(row.getObject("by_id", UUID.class)), row.getTimestamp("at").toInstant()))
                .list();
    }
}
