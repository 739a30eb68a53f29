package org.huiyin.platform.postgres;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The oldest PostgreSQL that serves, as Debian 12 packs it, where it is installed. */
class DebianServerTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final Login OWNER = new Login("owner", "o");
    private static final Login APP = new Login("app", "a");

    private final ServerAccount account = ServerAccount.current();
    private Path scratch = Path.of("/tmp");
    private PostgresServer server;
    private int port;

    @BeforeEach
    void start() throws IOException, SQLException {
        assumeTrue(Files.isExecutable(PROGRAMS.resolve("postgres")), "PostgreSQL 15 is not installed");
        scratch = Files.createTempDirectory("huiyin-debian");
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = Files.createDirectory(scratch.resolve("data"));
        account.giveToNamed(data);
        var outcome = Shell.run(data, account.namedCommand(List.of(PROGRAMS.resolve("initdb").toString(), "-D", data.toString(),
                "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--lc-ctype=C.UTF-8", "--no-sync")));
        assertThat(outcome.good()).as(outcome.words()).isTrue();
        account.give(data);
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var processes = new DataFolder(data).processes();
        server = PostgresServer.start(data, account.boundCommand(List.of(PROGRAMS.resolve("postgres").toString(), "-D", data.toString(),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "port=" + port,
                "-c", "cluster_name=" + processes.name())), processes, new ServerLog(scratch));
        try (var connection = superuser(); var statement = connection.createStatement()) {
            statement.execute("create role owner login password 'o'");
            statement.execute("create role app login password 'a'");
            statement.execute("create database huiyin owner owner");
        }
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.stop();
        }
        if (!scratch.equals(Path.of("/tmp"))) {
            PostgresBinaries.deleteTree(scratch);
        }
    }

    @Test
    void postgresql15Serves() {
        DatabaseRequirements.check(EmbeddedPostgres.url(port, "huiyin"), OWNER, APP);
    }

    @Test
    void anExtensionThatMayNotBeCreatedIsNamed() throws SQLException {
        try (var connection = superuser(); var statement = connection.createStatement()) {
            statement.execute("create database strange owner app");
        }
        assertThat(DatabaseRequirementsTest.refusal(EmbeddedPostgres.url(port, "strange"), OWNER, APP))
                .contains("may not create schemas").contains("pg_trgm is missing and cannot be created").contains("app owns the database");
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(EmbeddedPostgres.url(port, "postgres"), "postgres", "");
    }
}
