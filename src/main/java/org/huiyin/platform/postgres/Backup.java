package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Copies a data folder into one file while Huiyin goes on working. The bundle has no pg_dump, so that the copy is a
 * physical one: the files, and the log that was written meanwhile.
 */
public record Backup(Path file, Instant time) {

    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    /** Everything that was committed before {@link #time} is in the file. */
    public static Backup of(Path home, Path file, Clock clock) {
        var folder = home.toAbsolutePath().normalize();
        if (!DataFolder.in(folder).exists()) {
            throw new DatabaseNotReady("There is no database in the data folder %s. Say which folder by HUIYIN_HOME.".formatted(folder));
        }
        try (var _ = EmbeddedPostgres.join(folder)) {
            return ofRunning(folder, file, clock);
        }
    }

    private static Backup ofRunning(Path home, Path file, Clock clock) {
        try {
            var target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) {
                throw new DatabaseNotReady("The file %s exists already.".formatted(target));
            }
            var partial = Files.createTempFile(target.getParent(), "huiyin-backup", ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                var time = write(home, partial, clock);
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                return new Backup(target, time);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseNotReady("The backup failed, and no file was made: %s".formatted(e.getMessage()), e);
        }
    }

    private static Instant write(Path home, Path file, Clock clock) throws IOException, SQLException {
        var contents = new HomeContents(home);
        try (var writer = new BackupWriter(file); var connection = Roles.connect(DatabaseSecrets.read(home), "postgres")) {
            // Holds the log back for as long as this session lives, however long the copy takes.
            ask(connection, "select pg_create_physical_replication_slot('huiyin_backup_' || pg_backend_pid(), true, true)");
            ask(connection, "select pg_backup_start('huiyin', true)");
            contents.writeDatabase(writer);
            var time = clock.instant();
            var label = stop(connection);
            writer.text("database/backup_label", label.text());
            writeLog(contents, writer, label);
            for (var entry : contents.beside()) { // after the database: what its rows name is there
                contents.writeTree(writer, entry, entry.resolve("none"));
            }
            writer.finish(new BackupManifest(time, connection.getMetaData().getDatabaseMajorVersion()));
            return time;
        }
    }

    private static void writeLog(HomeContents contents, BackupWriter writer, Label label) throws IOException {
        var folder = contents.database().resolve("pg_wal");
        try (var files = Files.list(folder)) {
            for (var name : files.map(path -> path.getFileName().toString()).filter(label::needs).sorted().toList()) {
                writer.file("database/pg_wal/" + name, folder.resolve(name));
            }
        }
    }

    private static Label stop(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
            row.next();
            var text = row.getString(1);
            var start = START.matcher(text);
            if (!start.find()) {
                throw new SQLException("PostgreSQL gave a label without its start: " + text);
            }
            return new Label(text, start.group(1), row.getString(2));
        }
    }

    private static void ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(question);
        }
    }

    private record Label(String text, String first, String last) {
        boolean needs(String name) {
            return name.length() == 24 && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
        }
    }
}
