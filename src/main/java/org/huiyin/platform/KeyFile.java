package org.huiyin.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;

/** A key in a file outside the database, made on first use and readable for nobody else. */
public final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** The key; whoever comes first makes it. */
    public static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new IllegalStateException("A key of this installation is damaged: " + file + ". Put it back from a backup.");
            }
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException("A key of this installation cannot be read: " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(folder, "key", ".new", onlyOurs);
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
