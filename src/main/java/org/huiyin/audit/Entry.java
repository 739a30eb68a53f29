package org.huiyin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored; {@code mark} proves that Huiyin wrote it so. */
record Entry(
        UUID id, Instant at, @Nullable UUID person, String subjectType, UUID subject, String verb, String before, String after,
        byte[] mark) {

    /** The mark that an entry of the company with this content bears. */
    byte[] expectedMark(AuditKey key, UUID company) {
        return key.mark("entry".getBytes(UTF_8), bytes(company), bytes(id), at.toString().getBytes(UTF_8),
                person == null ? new byte[0] : bytes(person), subjectType.getBytes(UTF_8), bytes(subject), verb.getBytes(UTF_8),
                before.getBytes(UTF_8), after.getBytes(UTF_8));
    }

    Entry marked(AuditKey key, UUID company) {
        return new Entry(id, at, person, subjectType, subject, verb, before, after, expectedMark(key, company));
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("verb"),
                row.getString("before"),
                row.getString("after"),
                row.getBytes("mark"));
    }
}
