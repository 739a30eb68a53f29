package org.huiyin.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttachmentStore {

    private static final String SELECT = """
            select a.*, s.reason, s.struck_by, s.struck_at from records.attachment a
            left join records.attachment_strike s on s.company_id = a.company_id and s.attachment_id = a.id
            """;

    private final JdbcClient sql;

    AttachmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    void chunk(UUID attachment, int position, byte[] content) {
        sql.sql("insert into records.attachment_chunk (attachment_id, position, content) values (?,?,?)")
                .params(attachment, position, content)
                .update();
    }

    void insert(UUID id, SubjectRef subject, String name, FileKind kind, long size, byte[] sha256, PersonId by, Instant at) {
        sql.sql("""
                insert into records.attachment (id, subject_type, subject_id, name, media_type, size, sha256, stored_by, stored_at)
                values (?,?,?,?,?,?,?,?,?)""")
                .params(id, subject.type(), subject.id(), name, kind.mediaType(), size, sha256, by.value(), Timestamp.from(at))
                .update();
    }

    void strike(UUID id, String reason, PersonId by, Instant at) {
        sql.sql("insert into records.attachment_strike (attachment_id, reason, struck_by, struck_at) values (?,?,?,?)")
                .params(id, reason, by.value(), Timestamp.from(at))
                .update();
    }

    Optional<AttachmentView> find(UUID id) {
        return sql.sql(SELECT + "where a.id = ?").param(id).query(AttachmentStore::read).optional();
    }

    List<AttachmentView> of(SubjectRef subject) {
        return sql.sql(SELECT + "where a.subject_type = ? and a.subject_id = ? order by a.id")
                .params(subject.type(), subject.id())
                .query(AttachmentStore::read)
                .list();
    }

    Optional<byte[]> piece(UUID attachment, int position) {
        return sql.sql("select content from records.attachment_chunk where attachment_id = ? and position = ?")
                .params(attachment, position)
                .query(byte[].class)
                .optional();
    }

    private static AttachmentView read(ResultSet row, int n) throws SQLException {
        return new AttachmentView(
                row.getObject("id", UUID.class),
                new SubjectRef(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                new PersonId(row.getObject("stored_by", UUID.class)),
                row.getTimestamp("stored_at").toInstant(),
                strike(row));
    }

    private static AttachmentView.@Nullable Strike strike(ResultSet row) throws SQLException {
        var at = row.getTimestamp("struck_at");
        return at == null
                ? null
                : new AttachmentView.Strike(
                        row.getString("reason"), new PersonId(row.getObject("struck_by", UUID.class)), at.toInstant());
    }
}
