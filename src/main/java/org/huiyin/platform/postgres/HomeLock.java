package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** One process per data folder: the kernel frees the lock when its holder dies, however it dies. */
record HomeLock(Path file, FileChannel channel) implements AutoCloseable {

    /** Closing any channel on a locked file frees the lock of the whole process, so that a held file is never opened twice. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    static HomeLock take(Path home) {
        var file = home.resolve("huiyin.lock");
        if (!OURS.add(file)) {
            throw new DatabaseNotReady("The data folder %s is in use by this same process (%d).".formatted(home, ProcessHandle.current().pid()));
        }
        try {
            return new HomeLock(file, locked(home, file));
        } catch (IOException e) {
            OURS.remove(file);
            throw new DatabaseNotReady("The data folder %s cannot be locked: %s".formatted(home, e), e);
        } catch (RuntimeException e) {
            OURS.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path home, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            var holder = holder(channel);
            channel.close();
            throw new DatabaseNotReady("The data folder %s is in use by another Huiyin (process %s). Stop it first, or choose another folder by HUIYIN_HOME."
                    .formatted(home, holder));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
        return channel;
    }

    static boolean held(Path home) {
        if (Files.notExists(home.resolve("huiyin.lock"))) {
            return false;
        }
        try (var _ = take(home)) {
            return false;
        } catch (DatabaseNotReady _) {
            return true;
        }
    }

    @SuppressWarnings("NullAway") // null is how the JDK says "somebody else holds it"
    private static FileLock lock(FileChannel channel) throws IOException {
        return channel.tryLock();
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return US_ASCII.decode(bytes.flip()).toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
            OURS.remove(file);
        } catch (IOException e) {
            throw new DatabaseNotReady("The lock of the data folder cannot be freed: " + e, e);
        }
    }
}
