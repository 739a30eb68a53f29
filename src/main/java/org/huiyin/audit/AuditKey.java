package org.huiyin.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key of the chain: a file outside the database, so that whoever rules the database cannot compute a mark. */
@Component
class AuditKey {

    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    AuditKey(@Value("${huiyin.home:data}") Path home, @Value("${huiyin.audit.key-file:}") String elsewhere) {
        var file = elsewhere.isBlank() ? home.resolve("keys").resolve("audit.key") : Path.of(elsewhere);
        this.key = new SecretKeySpec(readOrMake(file), ALGORITHM);
    }

    /** The keyed mark over the parts; each is preceded by its length, so that no two lists of parts look alike. */
    byte[] mark(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var part : parts) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tells one key from another without telling anything of it. */
    String fingerprint() {
        var mark = mark("fingerprint".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(mark, 8));
    }

    private static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new IllegalStateException("The key of the audit trail is damaged: " + file + ". Put it back from a backup.");
            }
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of the audit trail cannot be read: " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "audit", ".new", onlyOurs);
        try (var channel = Files.newByteChannel(fresh, EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.DSYNC))) {
            channel.write(ByteBuffer.wrap(bytes));
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            return; // a second process was quicker, and its key is the one
        } finally {
            Files.delete(fresh);
        }
    }
}
