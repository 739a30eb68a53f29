package org.huiyin.platform.postgres;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Puts a backup into a data folder: read and verified whole beside what is there, and only then exchanged for it. */
public record Restore(Instant time, @Nullable Path replaced) {

    static final String UNFINISHED = "restore.unfinished";

    /** Refuses over existing data unless {@code replace}, which moves the old aside and deletes nothing. */
    public static Restore into(Path home, Path file, boolean replace, Clock clock) {
        try {
            Files.createDirectories(home);
            var folder = home.toRealPath();
            var restore = restore(folder, file, replace, clock);
            EmbeddedPostgres.start(folder, Durability.FULL).close(); // the proof, and the log replayed
            return restore;
        } catch (IOException e) {
            throw new DatabaseNotReady("The restore failed: %s".formatted(e.getMessage() == null ? e : e.getMessage()), e);
        }
    }

    private static Restore restore(Path home, Path file, boolean replace, Clock clock) throws IOException {
        try (var _ = HomeLock.take(home)) {
            var occupied = !new HomeContents(home).beside().isEmpty() || DataFolder.in(home).exists();
            if (occupied && !replace) {
                throw new DatabaseNotReady("The data folder %s holds data. Give --replace to put the backup in its place (the old data is moved aside), or another folder by HUIYIN_HOME."
                        .formatted(home));
            }
            var fresh = Files.createTempDirectory(home, "restoring-");
            try {
                var time = unpack(file, fresh);
                return new Restore(time, exchange(home, fresh, clock));
            } finally {
                PostgresBinaries.deleteTree(fresh);
            }
        }
    }

    private static @Nullable Path exchange(Path home, Path fresh, Clock clock) throws IOException {
        var contents = new HomeContents(home);
        if (DataFolder.in(home).exists()) {
            DataFolder.in(home).processes().end(contents.database());
        }
        var unfinished = Files.writeString(home.resolve(UNFINISHED), fresh.toString());
        Path aside = null;
        if (DataFolder.in(home).exists() || !contents.beside().isEmpty()) {
            aside = Files.createDirectory(home.resolve("replaced-" + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC).format(clock.instant())));
            for (var old : contents.beside()) {
                Files.move(old, aside.resolve(old.getFileName()));
            }
            if (Files.exists(contents.database())) {
                Files.move(contents.database(), aside.resolve("database"));
            }
        }
        try (var entries = Files.list(fresh)) {
            for (var entry : entries.toList()) {
                Files.move(entry, home.resolve(entry.getFileName()));
            }
        }
        DatabaseSecrets.read(home).port(0); // never the port of the original, whose Huiyin knows the same passwords
        Files.delete(unfinished);
        return aside;
    }

    private static Instant unpack(Path file, Path folder) throws IOException {
        var sums = new TreeMap<String, String>();
        BackupManifest manifest = null;
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new DatabaseNotReady("The backup is not to be trusted: it names the file %s.".formatted(entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else if (entry.getName().equals(BackupManifest.NAME)) {
                    manifest = BackupManifest.parse(new String(tar.readAllBytes(), UTF_8));
                } else {
                    unpack(tar, target, entry.getName(), sums);
                }
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new DatabaseNotReady("The backup %s is damaged or cut off (%s). Nothing was changed.".formatted(file, e.getMessage()), e);
        }
        return verified(file, manifest, sums, folder);
    }

    private static Instant verified(Path file, @Nullable BackupManifest manifest, Map<String, String> sums, Path folder) throws IOException {
        if (manifest == null) {
            throw new DatabaseNotReady("The backup %s is cut off: its manifest is missing. Nothing was changed.".formatted(file));
        }
        manifest.verify(sums);
        var bundled = PostgresBinaries.bundledMajor();
        new DataFolder(folder.resolve("database")).refuseOtherMajor(bundled);
        return manifest.time();
    }

    private static void unpack(InputStream content, Path target, String name, Map<String, String> sums) throws IOException {
        var digest = BackupWriter.sha256();
        Files.createDirectories(target.getParent());
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(target); var in = new DigestInputStream(new Unclosed(content), digest)) {
            in.transferTo(out);
        }
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** The entry ends, the archive goes on. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive is closed by its opener
        }
    }
}
