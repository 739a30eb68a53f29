package org.huiyin.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the token of a link anew whenever a mail, a letter or a screen needs it, so that the database keeps
 * only its hash. The key is a file outside the database; should it be lost, later links differ and earlier ones still open.
 */
@Component
public class LinkKey {

    private static final int BYTES = 32;
    /** 160 bits, as kernel.Tokens has them. */
    private static final int TOKEN_BYTES = 20;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    LinkKey(@Value("${huiyin.home:data}") Path home) {
        this.key = new SecretKeySpec(readOrMake(home.resolve("keys").resolve("links.key")), ALGORITHM);
    }

    /** The token of the link to a record; each issue has another one. */
    public String token(UUID company, UUID record, int issue) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes(company));
            mac.update(bytes(record));
            var mark = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(issue).array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mark, TOKEN_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new IllegalStateException("The key of the links is damaged: " + file + ". Put it back from a backup.");
            }
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of the links cannot be read: " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var fresh = Files.createTempFile(folder, "links", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, bytes);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            return; // a second process was quicker, and its key is the one
        } finally {
            Files.delete(fresh);
        }
    }
}
