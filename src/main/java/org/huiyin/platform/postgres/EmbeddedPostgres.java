package org.huiyin.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The PostgreSQL that Huiyin brings along: one server per data folder, on this machine's loopback only, as durable as
 * a server of its own. It survives the killing of either process and never outlives its Huiyin.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String DATABASE = "huiyin";

    private final DatabaseSecrets secrets;
    private final Runnable end;

    private EmbeddedPostgres(DatabaseSecrets secrets, Runnable end) {
        this.secrets = secrets;
        this.end = end;
    }

    /** Creates the database of the data folder when there is none, starts it, and waits until it answers. */
    public static EmbeddedPostgres start(Path home, Durability durability) {
        return start(home, home.resolve("pg"), durability);
    }

    /** The same with the programs unpacked elsewhere, so that many throwaway folders share them. */
    public static EmbeddedPostgres start(Path home, Path programs, Durability durability) {
        try {
            var account = ServerAccount.current();
            var folder = folder(home, account);
            var lock = HomeLock.take(folder);
            try {
                return started(folder, programs.toAbsolutePath(), durability, account, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseNotReady("The data folder %s cannot be used: %s".formatted(home, e), e);
        }
    }

    /** The server of a Huiyin that runs in this data folder, which closing leaves alone; started when there is none. */
    public static EmbeddedPostgres join(Path home) {
        if (!DataFolder.in(home).exists() || !HomeLock.held(home.toAbsolutePath().normalize())) {
            return start(home, Durability.FULL);
        }
        try {
            return new EmbeddedPostgres(DatabaseSecrets.read(home), () -> { });
        } catch (IOException e) {
            throw new DatabaseNotReady("The data folder %s cannot be read: %s".formatted(home, e), e);
        }
    }

    private static Path folder(Path home, ServerAccount account) throws IOException {
        Files.createDirectories(home);
        var folder = home.toRealPath();
        // Others may pass through as far as the server's user must, and see nothing.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(account.root() ? "rwx--x--x" : "rwx------"));
        return folder;
    }

    private static EmbeddedPostgres started(Path home, Path programs, Durability durability, ServerAccount account, HomeLock lock) throws IOException {
        if (Files.exists(home.resolve(Restore.UNFINISHED))) {
            throw new DatabaseNotReady("A restore into %s was cut off. Run it again with --replace; what was there before stands in its folders replaced-*.".formatted(home));
        }
        var binaries = PostgresBinaries.unpacked(programs, account);
        var secrets = DatabaseSecrets.of(home);
        var data = DataFolder.in(home);
        if (!data.exists()) {
            data.create(binaries, account, secrets.superuser(), durability);
        }
        data.refuseOtherMajor(binaries.major());
        // A server that is still ending removes files of its own; only then may the folder be walked.
        var processes = data.processes();
        processes.end(data.path());
        account.give(data.path());
        secrets.port(freePort(secrets.port()));
        var server = PostgresServer.start(data.path(), command(binaries, data, account, processes.name(), secrets.port(), durability), processes, new ServerLog(home));
        try {
            new Roles(secrets).prepare();
            return new EmbeddedPostgres(secrets, () -> {
                try (lock) {
                    server.stop();
                }
            });
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static List<String> command(PostgresBinaries binaries, DataFolder data, ServerAccount account, String name, int port, Durability durability) {
        var command = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data.location(account)));
        command.addAll(ServerSettings.arguments(name, port, durability));
        return account.boundCommand(command);
    }

    private static int freePort(int wished) throws IOException {
        try (var socket = new ServerSocket(wished, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wished == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String jdbcUrl() {
        return url(port(), DATABASE);
    }

    public int port() {
        return secrets.port();
    }

    /** Migrates; owns the database and may do nothing beyond it. */
    public Login owner() {
        return secrets.owner();
    }

    /** Serves requests; owns nothing and cannot bypass row-level security. */
    public Login app() {
        return secrets.app();
    }

    @Override
    public void close() {
        end.run();
    }
}
