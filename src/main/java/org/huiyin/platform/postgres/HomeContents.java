package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What in a data folder belongs to a backup: everything but what a start makes anew. */
record HomeContents(Path home) {

    private static final Pattern MADE_ANEW = Pattern.compile("pg|log|app|backups|huiyin\\.lock|database\\.new-.*|replaced-.*|restoring-.*|.*\\.tmp|restore\\.unfinished");

    /** PostgreSQL empties these itself; the needed part of pg_wal is added apart. */
    private static final Set<String> EMPTIED = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
            "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final Pattern PASSING = Pattern.compile("postmaster\\.(pid|opts)|backup_label.*|tablespace_map.*|pgsql_tmp.*|pg_internal\\.init.*");

    /** Everything beside the database: the keys, the settings, whatever later versions put there. */
    List<Path> beside() throws IOException {
        try (var entries = Files.list(home)) {
            return entries.filter(entry -> !MADE_ANEW.matcher(entry.getFileName().toString()).matches() && !entry.equals(database())).sorted().toList();
        }
    }

    Path database() {
        return home.resolve("database");
    }

    void writeDatabase(BackupWriter writer) throws IOException {
        var control = database().resolve("global/pg_control");
        writeTree(writer, database(), control);
        writer.file(name(control), control); // last, as it says up to where the files are
    }

    void writeTree(BackupWriter writer, Path path, Path later) throws IOException {
        if (path.equals(later) || path.startsWith(database()) && PASSING.matcher(path.getFileName().toString()).matches()) {
            return;
        }
        if (!Files.isDirectory(path)) {
            writer.file(name(path), path);
            return;
        }
        writer.folder(name(path));
        if (path.startsWith(database()) && EMPTIED.contains(path.getFileName().toString())) {
            return;
        }
        for (var child : children(path)) {
            writeTree(writer, child, later);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (java.nio.file.NoSuchFileException _) {
            return List.of(); // dropped meanwhile
        }
    }

    private String name(Path path) {
        return home.relativize(path).toString();
    }
}
