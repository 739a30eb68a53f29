package org.huiyin.campaign.answers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.RoundId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps paper forms as they were typed in; of an invitation the youngest counts. */
@Component
class PaperStore {

    private static final String SELECT = """
            select e.*, c.agrees, c.reason, c.checked_by, c.checked_at from campaign.paper_entry e
            left join campaign.paper_check c on c.entry_id = e.id
            """;
    private static final String YOUNGEST = """
             not exists (select from campaign.paper_entry y where y.invitation_id = e.invitation_id and y.id > e.id)
            and not exists (select from campaign.answer a where a.invitation_id = e.invitation_id)""";

    private final JdbcClient sql;
    private final JsonMapper json;

    PaperStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    UUID insert(InvitationId invitation, StaffEntry entry, String revision, LocalDate received, PersonId by, Instant at) {
        var id = Ids.next();
        sql.sql("""
                insert into campaign.paper_entry (id, invitation_id, channel, content, form_revision, received_on, typed_by, typed_at)
                values (?,?,?,?::jsonb,?,?,?,?)""")
                .params(id, invitation.value(), entry.channel().name(), json.writeValueAsString(entry.content()), revision,
                        Date.valueOf(received), by.value(), Timestamp.from(at))
                .update();
        return id;
    }

    /** Adds what the second person said; false when somebody said it before. */
    boolean check(UUID entry, boolean agrees, String reason, PersonId by, Instant at) {
        try {
            return sql.sql("insert into campaign.paper_check (entry_id, agrees, reason, checked_by, checked_at) values (?,?,?,?,?)")
                    .params(entry, agrees, reason, by.value(), Timestamp.from(at))
                    .update() == 1;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    Optional<PaperEntry> find(UUID id) {
        return sql.sql(SELECT + "where e.id = ?").param(id).query(this::entry).optional();
    }

    /** The youngest form typed in for the invitation, if any. */
    Optional<PaperEntry> latest(InvitationId invitation) {
        return sql.sql(SELECT + "where e.invitation_id = ? order by e.id desc limit 1").param(invitation.value()).query(this::entry).optional();
    }

    /** The forms of a round, or of all rounds, that have not become answers: waiting for a second person, or sent back. */
    List<PaperEntry> open(@Nullable RoundId round) {
        return sql.sql(SELECT + """
                join campaign.invitation i on i.id = e.invitation_id
                where (?::uuid is null or i.round_id = ?::uuid) and i.state <> 'REVOKED' and""" + YOUNGEST + " order by e.id")
                .params(java.util.Arrays.asList(value(round), value(round)))
                .query(this::entry)
                .list();
    }

    private static @Nullable UUID value(@Nullable RoundId round) {
        return round == null ? null : round.value();
    }

    private PaperEntry entry(ResultSet row, int n) throws SQLException {
        var checkedBy = row.getObject("checked_by", UUID.class);
        var checkedAt = row.getTimestamp("checked_at");
        return new PaperEntry(row.getObject("id", UUID.class), new InvitationId(row.getObject("invitation_id", UUID.class)),
                AnswerChannel.valueOf(row.getString("channel")), json.readValue(row.getString("content"), FormContent.class),
                row.getString("form_revision"), Objects.requireNonNull(row.getObject("received_on", LocalDate.class)),
                new PersonId(row.getObject("typed_by", UUID.class)), row.getTimestamp("typed_at").toInstant(),
                (Boolean) row.getObject("agrees"), row.getString("reason"), checkedBy == null ? null : new PersonId(checkedBy),
                checkedAt == null ? null : checkedAt.toInstant());
    }
}
