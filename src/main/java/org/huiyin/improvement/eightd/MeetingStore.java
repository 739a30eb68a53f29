package org.huiyin.improvement.eightd;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds meetings. */
@Component
class MeetingStore {

    private final JdbcClient sql;

    MeetingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(MeetingView m) {
        sql.sql("insert into improvement.eightd_meeting (id, eightd_id, held_at, place, words, noted_by, noted_at) values (?,?,?,?,?,?,?)")
                .params(m.id(), m.eightD().value(), Timestamp.from(m.at()), m.place(), m.words(), m.by().value(), Timestamp.from(m.notedAt())).update();
        int line = 1;
        for (MeetingView.Guest guest : m.guests()) {
            sql.sql("insert into improvement.eightd_attendance (meeting_id, line, person_id, name, present) values (?,?,?,?,?)")
                    .params(Arrays.asList(m.id(), line++, guest.person() == null ? null : guest.person().value(), guest.name(), guest.present())).update();
        }
        for (MeetingView.Resolution decision : m.decisions()) {
            sql.sql("insert into improvement.eightd_decision (id, meeting_id, words, owner_id, due) values (?,?,?,?,?)")
                    .params(Arrays.asList(Ids.next(), m.id(), decision.words(), decision.owner() == null ? null : decision.owner().value(), decision.due())).update();
        }
    }

    void action(UUID decision, UUID action) {
        sql.sql("insert into improvement.eightd_decision_action (decision_id, action_id) values (?,?)").params(decision, action).update();
    }

    Optional<EightDId> ofMeeting(UUID id) {
        return sql.sql("select eightd_id from improvement.eightd_meeting where id = ?").param(id).query(UUID.class).optional().map(EightDId::new);
    }

    List<MeetingView> of(EightDId id) {
        var guests = guests(id);
        var decisions = decisions(id);
        return sql.sql("select * from improvement.eightd_meeting where eightd_id = ? order by held_at, id").param(id.value())
                .query((row, n) -> {
                    UUID meeting = row.getObject("id", UUID.class);
                    return new MeetingView(meeting, id, row.getTimestamp("held_at").toInstant(), row.getString("place"), row.getString("words"),
                            guests.getOrDefault(meeting, List.of()), decisions.getOrDefault(meeting, List.of()),
                            new PersonId(row.getObject("noted_by", UUID.class)), row.getTimestamp("noted_at").toInstant());
                }).list();
    }

    private Map<UUID, List<MeetingView.Guest>> guests(EightDId id) {
        Map<UUID, List<MeetingView.Guest>> found = new HashMap<>();
        sql.sql("""
                select a.* from improvement.eightd_attendance a join improvement.eightd_meeting m on m.company_id = a.company_id and m.id = a.meeting_id
                where m.eightd_id = ? order by a.line""").param(id.value()).query(row -> {
                    found.computeIfAbsent(row.getObject("meeting_id", UUID.class), k -> new ArrayList<>())
                            .add(new MeetingView.Guest(person(row.getObject("person_id", UUID.class)), row.getString("name"), row.getBoolean("present")));
                });
        return found;
    }

    private Map<UUID, List<MeetingView.Resolution>> decisions(EightDId id) {
        Map<UUID, List<MeetingView.Resolution>> found = new HashMap<>();
        sql.sql("""
                select d.*, a.number as action from improvement.eightd_decision d
                join improvement.eightd_meeting m on m.company_id = d.company_id and m.id = d.meeting_id
                left join improvement.eightd_decision_action x on x.company_id = d.company_id and x.decision_id = d.id
                left join improvement.action a on a.company_id = x.company_id and a.id = x.action_id
                where m.eightd_id = ? order by d.id""").param(id.value()).query(row -> {
                    found.computeIfAbsent(row.getObject("meeting_id", UUID.class), k -> new ArrayList<>())
                            .add(new MeetingView.Resolution(row.getObject("id", UUID.class), row.getString("words"), person(row.getObject("owner_id", UUID.class)),
                                    row.getObject("due", LocalDate.class), row.getString("action")));
                });
        return found;
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
