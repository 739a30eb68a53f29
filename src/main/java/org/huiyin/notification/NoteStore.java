package org.huiyin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoteStore {

    private static final String READ =
            "exists (select 1 from notification.note_read r where r.company_id = n.company_id and r.note_id = n.id)";

    private final JdbcClient sql;
    private final Sentences sentences;

    NoteStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    void insert(PersonId person, String kind, Sentence title, SubjectRef about, String path, Instant at) {
        sql.sql("""
                insert into notification.note (id, person_id, kind, title, about_type, about_id, path, told_at)
                values (?,?,?,cast(? as jsonb),?,?,?,?)""")
                .params(Ids.next(), person.value(), kind, sentences.write(title), about.type(), about.id(), path, Timestamp.from(at))
                .update();
    }

    List<NoteView> of(PersonId person, boolean unreadOnly, @Nullable String kind, @Nullable Instant since, long offset, int limit) {
        return sql.sql("select n.*, " + READ + " as read from notification.note n where n.person_id = :person"
                        + (unreadOnly ? " and not " + READ : "")
                        + (kind == null ? "" : " and n.kind = :kind")
                        + (since == null ? "" : " and n.told_at > :since")
                        + " order by n.id desc offset :offset limit :limit")
                .param("person", person.value())
                .param("kind", kind)
                .param("since", since == null ? null : Timestamp.from(since))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    Optional<NoteView> find(PersonId person, UUID note) {
        return sql.sql("select n.*, " + READ + " as read from notification.note n where n.person_id = ? and n.id = ?")
                .params(person.value(), note)
                .query(this::view)
                .optional();
    }

    private NoteView view(ResultSet row, int n) throws SQLException {
        return new NoteView(
                row.getObject("id", UUID.class), row.getString("kind"), sentences.read(row.getString("title")),
                new SubjectRef(row.getString("about_type"), row.getObject("about_id", UUID.class)),
                row.getString("path"), row.getTimestamp("told_at").toInstant(), row.getBoolean("read"));
    }

    long count(PersonId person, boolean unreadOnly, @Nullable String kind) {
        return sql.sql("select count(*) from notification.note n where n.person_id = :person"
                        + (unreadOnly ? " and not " + READ : "")
                        + (kind == null ? "" : " and n.kind = :kind"))
                .param("person", person.value())
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    Set<String> kindsOf(PersonId person) {
        return Set.copyOf(sql.sql("select distinct kind from notification.note where person_id = ?")
                .param(person.value()).query(String.class).list());
    }

    void markRead(PersonId person, @Nullable Collection<UUID> notes, Instant at) {
        sql.sql("insert into notification.note_read (note_id, read_at) select n.id, :at from notification.note n"
                        + " where n.person_id = :person and not " + READ
                        + (notes == null ? "" : " and n.id = any(:notes)") + " on conflict do nothing")
                .param("at", Timestamp.from(at))
                .param("person", person.value())
                .param("notes", notes == null ? null : notes.toArray(UUID[]::new))
                .update();
    }

    Optional<Wishes> wishes(PersonId person) {
        return sql.sql("select * from notification.wish where person_id = ?")
                .param(person.value())
                .query((row, n) -> new Wishes(
                        Set.of((String[]) row.getArray("mail_kinds").getArray()), row.getBoolean("digest")))
                .optional();
    }

    void wish(PersonId person, Wishes wishes) {
        sql.sql("""
                insert into notification.wish (person_id, mail_kinds, digest) values (?,?,?)
                on conflict (company_id, person_id) do update set mail_kinds = excluded.mail_kinds, digest = excluded.digest""")
                .params(person.value(), wishes.mailKinds().toArray(String[]::new), wishes.digest())
                .update();
    }

    /** Takes the day's summary of a person for this instance. */
    boolean claimDigest(PersonId person, LocalDate day, int notes) {
        return sql.sql("insert into notification.digest (person_id, day, notes) values (?,?,?) on conflict do nothing")
                        .params(person.value(), day, notes)
                        .update()
                == 1;
    }

    boolean digested(PersonId person, LocalDate day) {
        return sql.sql("select exists (select 1 from notification.digest where person_id = ? and day = ?)")
                .params(person.value(), day)
                .query(Boolean.class)
                .single();
    }
}
