package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder "database" in the data folder: created whole or not at all. */
record DataFolder(Path path) {

    static DataFolder in(Path home) {
        return new DataFolder(home.resolve("database"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * In the title of each server process, to tell them from those of any other folder, a restored copy included:
     * the folder's number in its file system, which stays when it is renamed and is never copied.
     */
    ServerProcesses processes() throws IOException {
        return new ServerProcesses("huiyin-%x-%x-".formatted(number("unix:dev"), number("unix:ino")));
    }

    private long number(String attribute) throws IOException {
        return Files.getAttribute(path, attribute) instanceof Number number ? number.longValue() : 0;
    }

    void refuseOtherMajor(int major) throws IOException {
        var written = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!written.equals(Integer.toString(major))) {
            throw new DatabaseNotReady("The database in %s was written by PostgreSQL %s, and this Huiyin brings PostgreSQL %d. Start the version of Huiyin that wrote it, or read docs/operating.md on upgrades."
                    .formatted(path, written, major));
        }
    }

    void create(PostgresBinaries binaries, ServerAccount account, Login superuser, Durability durability) throws IOException {
        var fresh = Files.createDirectory(path.resolveSibling("database.new-" + ProcessHandle.current().pid()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var password = Files.createTempFile("huiyin", ".tmp");
        try {
            Files.writeString(password, superuser.password());
            account.giveToNamed(password);
            account.giveToNamed(fresh);
            var outcome = Shell.run(fresh, account.namedCommand(initdb(binaries, superuser, password, location(account, fresh), durability)));
            if (!outcome.good()) {
                throw new DatabaseNotReady("The database cannot be created in %s:%n%s".formatted(path, outcome.words()));
            }
            Files.writeString(fresh.resolve("pg_hba.conf"), "# Made by Huiyin: this machine only, by password only.\nhost all all 127.0.0.1/32 scram-sha-256\n");
            account.give(fresh);
            Files.move(fresh, path);
        } finally {
            Files.delete(password);
            PostgresBinaries.deleteTree(fresh);
        }
    }

    /** As root the path may lie below a folder that the server's user cannot enter; the folder it stands in it can. */
    String location(ServerAccount account) {
        return location(account, path);
    }

    private static String location(ServerAccount account, Path folder) {
        return account.root() ? "/proc/self/cwd" : folder.toString();
    }

    private static List<String> initdb(PostgresBinaries binaries, Login superuser, Path password, String location, Durability durability) {
        // Without a UTF-8 ctype pg_trgm finds no Chinese; the system's own locales may be absent (containers, systemd).
        return List.of(binaries.program("initdb").toString(), "-D", location, "-U", superuser.user(), "--pwfile=" + password,
                "-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
                "--lc-ctype=C.UTF-8", "--no-instructions", durability == Durability.TEST ? "--no-sync" : "--data-checksums");
    }
}
