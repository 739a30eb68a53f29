package org.huiyin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class MailStore {

    private static final String SELECT = """
            select m.*, s.reason, s.done_at from notification.mail m
            left join lateral (select reason, done_at from notification.mail_step s
                               where s.company_id = m.company_id and s.mail_id = m.id order by s.id desc limit 1) s on true
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    MailStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A mail with all that goes out. */
    record Stored(UUID id, String messageId, OutgoingMail mail, int attempts) {}

    void insert(UUID id, String messageId, OutgoingMail mail, Instant now) {
        sql.sql("""
                insert into notification.mail (id, message_id, to_address, to_name, subject, body_text, body_html, headers,
                  about_type, about_id, state, next_try_at, ordered_at)
                values (?,?,?,?,?,?,?,cast(? as jsonb),?,?,'QUEUED',?,?)""")
                .params(Arrays.asList(id, messageId, mail.to(), mail.toName(), mail.subject(), mail.text(), mail.html(),
                        json.writeValueAsString(mail.headers()), mail.about().type(), mail.about().id(),
                        Timestamp.from(now), Timestamp.from(now)))
                .update();
        for (int i = 0; i < mail.attachments().size(); i++) {
            var file = mail.attachments().get(i);
            sql.sql("insert into notification.mail_attachment (mail_id, position, name, media_type, content) values (?,?,?,?,?)")
                    .params(id, i, file.name(), file.mediaType(), file.content())
                    .update();
        }
        step(id, MailState.QUEUED, null, PersonId.SYSTEM, now);
    }

    /** Takes the mail for this instance; false when another one has it or nothing is to be sent. */
    boolean claim(UUID id, Instant now) {
        return sql.sql("update notification.mail set state = 'SENDING', attempts = attempts + 1 where id = ? and state = 'QUEUED'")
                        .param(id)
                        .update()
                        == 1
                && step(id, MailState.SENDING, null, PersonId.SYSTEM, now);
    }

    /** Moves a mail on; false when it does not stand there any more. */
    boolean become(UUID id, MailState from, MailState to, @Nullable String reason, PersonId by, Instant now, Instant nextTry) {
        return sql.sql("update notification.mail set state = ?, next_try_at = ? where id = ? and state = ?")
                        .params(to.name(), Timestamp.from(nextTry), id, from.name())
                        .update()
                        == 1
                && step(id, to, reason, by, now);
    }

    private boolean step(UUID id, MailState state, @Nullable String reason, PersonId by, Instant now) {
        var kept = reason != null && reason.length() > 1000 ? reason.substring(0, 1000) : reason;
        return sql.sql("insert into notification.mail_step (id, mail_id, state, reason, done_by, done_at) values (?,?,?,?,?,?)")
                        .params(Arrays.asList(Ids.next(), id, state.name(), kept, by.value(), Timestamp.from(now)))
                        .update()
                == 1;
    }

    /** Mails claimed before the instant and never brought to an end: their instance has died. */
    List<UUID> abandoned(Instant claimedBefore) {
        return sql.sql("""
                select m.id from notification.mail m where m.state = 'SENDING' and not exists (
                  select 1 from notification.mail_step s where s.company_id = m.company_id and s.mail_id = m.id
                  and s.done_at > ?)""")
                .param(Timestamp.from(claimedBefore))
                .query(UUID.class)
                .list();
    }

    /** Queued mails whose turn was before the instant. */
    List<UUID> waitingSince(Instant dueBefore) {
        return sql.sql("select id from notification.mail where state = 'QUEUED' and next_try_at < ? order by id limit 500")
                .param(Timestamp.from(dueBefore))
                .query(UUID.class)
                .list();
    }

    Stored load(UUID id) {
        var files = sql.sql("select * from notification.mail_attachment where mail_id = ? order by position")
                .param(id)
                .query((row, n) -> new MailAttachment(row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                .list();
        return sql.sql("select * from notification.mail where id = ?")
                .param(id)
                .query((row, n) -> new Stored(id, row.getString("message_id"), mail(row, files), row.getInt("attempts")))
                .single();
    }

    private OutgoingMail mail(ResultSet row, List<MailAttachment> files) throws SQLException {
        Map<String, String> headers = json.readValue(row.getString("headers"), new TypeReference<>() {});
        return new OutgoingMail(
                row.getString("to_address"), row.getString("to_name"), row.getString("subject"), row.getString("body_text"),
                row.getString("body_html"), new SubjectRef(row.getString("about_type"), row.getObject("about_id", UUID.class)),
                headers, files);
    }

    Optional<MailView> find(UUID id) {
        return sql.sql(SELECT + "where m.id = ?").param(id).query(MailStore::view).optional();
    }

    List<MailView> of(SubjectRef about) {
        return sql.sql(SELECT + "where m.about_type = ? and m.about_id = ? order by m.id")
                .params(about.type(), about.id())
                .query(MailStore::view)
                .list();
    }

    List<MailView> list(@Nullable MailState state, String words, long offset, int limit) {
        return sql.sql(SELECT + """
                where (cast(:state as text) is null or m.state = :state)
                  and (m.to_address ilike :words or coalesce(m.to_name, '') ilike :words or m.subject ilike :words)
                order by m.id desc offset :offset limit :limit""")
                .param("state", state == null ? null : state.name())
                .param("words", like(words))
                .param("offset", offset)
                .param("limit", limit)
                .query(MailStore::view)
                .list();
    }

    Map<MailState, Long> counts(String words) {
        var counts = new java.util.EnumMap<MailState, Long>(MailState.class);
        sql.sql("""
                select state, count(*) from notification.mail m
                where m.to_address ilike :words or coalesce(m.to_name, '') ilike :words or m.subject ilike :words group by state""")
                .param("words", like(words))
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private static String like(String words) {
        return "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static MailView view(ResultSet row, int n) throws SQLException {
        return new MailView(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                row.getString("to_address"),
                row.getString("to_name"),
                row.getString("subject"),
                new SubjectRef(row.getString("about_type"), row.getObject("about_id", UUID.class)),
                MailState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getTimestamp("ordered_at").toInstant(),
                row.getTimestamp("done_at").toInstant(),
                row.getTimestamp("next_try_at").toInstant());
    }
}
