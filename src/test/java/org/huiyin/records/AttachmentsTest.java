package org.huiyin.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class AttachmentsTest {

    @Autowired Cast cast;
    @Autowired Attachments attachments;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private final SubjectRef sample = new SubjectRef("sample", UUID.randomUUID());

    @Test
    void a_file_of_many_pieces_comes_out_as_it_went_in() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var size = 3 * Attachments.PIECE + 17;
            var view = attachments.store(troupe.quality(), sample, "measure.PDF", new Pdf(size));
            assertThat(view.size()).isEqualTo(size);
            assertThat(view.mediaType()).isEqualTo("application/pdf");
            assertThat(view.name()).isEqualTo("measure.pdf");
            assertThat(hashOf(attachments.open(troupe.auditor(), view.id()))).isEqualTo(view.sha256());
            assertThat(attachments.of(sample)).containsExactly(view);
        });
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_refused_and_leaves_nothing() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            assertThatThrownBy(() -> attachments.store(troupe.quality(), sample, "photo.jpg", bytes("MZ\u0000\u0001 program")))
                    .isInstanceOf(BrokenRule.class).hasMessage("records.file.kind");
            assertThatThrownBy(() -> attachments.store(troupe.quality(), sample, "empty.pdf", bytes("")))
                    .hasMessage("records.file.empty");
            assertThatThrownBy(() -> attachments.store(troupe.quality(), sample, "archive.pdf",
                    new ByteArrayInputStream(FilesTest.zip("a.txt")))).hasMessage("records.file.kind");
            assertThatThrownBy(() -> attachments.store(troupe.quality(), sample, "huge.pdf", new Pdf(31 * 1024 * 1024)))
                    .hasMessage("records.file.large");
            assertThat(chunks()).isZero();
        });
    }

    @Test
    void only_who_may_see_the_record_sees_its_files() {
        var troupe = cast.company("P001");
        var foreign = cast.company("P001");
        var view = troupe.in(() -> attachments.store(troupe.quality(), sample, "a.txt", bytes("text")));
        troupe.run(() -> {
            assertThatThrownBy(() -> attachments.open(troupe.salesClerk(), view.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> attachments.store(troupe.auditor(), sample, "b.txt", bytes("text"))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> attachments.store(troupe.quality(), new SubjectRef("unheard", sample.id()), "b.txt", bytes("t")))
                    .isInstanceOf(NotFound.class);
        });
        foreign.run(() -> {
            assertThatThrownBy(() -> attachments.open(foreign.quality(), view.id())).isInstanceOf(NotFound.class);
            assertThat(attachments.of(sample)).isEmpty();
        });
    }

    @Test
    void a_file_is_struck_out_with_a_reason_and_never_erased() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var id = attachments.store(troupe.quality(), sample, "a.txt", bytes("text")).id();
            assertThatThrownBy(() -> attachments.strike(troupe.auditor(), id, "x")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> attachments.strike(troupe.quality(), id, " ")).isInstanceOf(BrokenRule.class);
            attachments.strike(troupe.quality(), id, "拍错了零件");
            assertThatThrownBy(() -> attachments.strike(troupe.quality(), id, "again")).isInstanceOf(BrokenRule.class);
            assertThat(attachments.of(sample)).singleElement().satisfies(view -> {
                assertThat(view.struck()).isNotNull();
                assertThat(view.struck().reason()).isEqualTo("拍错了零件");
            });
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            s -> sql.sql("delete from records.attachment where id = ?").param(id).update()))
                    .hasStackTraceContaining("permission denied");
        });
    }

    private long chunks() {
        return transaction.execute(s -> sql.sql("select count(*) from records.attachment_chunk").query(Long.class).single());
    }

    private static String hashOf(AttachmentContent content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | java.security.NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A PDF of any size that never stands in memory. */
    private static final class Pdf extends InputStream {
        private static final byte[] START = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        private final int size;
        private int position;

        Pdf(int size) {
            this.size = size;
        }

        @Override
        public int read() {
            if (position == size) {
                return -1;
            }
            var sign = position < START.length ? START[position] : (byte) (position * 31);
            position++;
            return sign & 0xFF;
        }
    }
}
