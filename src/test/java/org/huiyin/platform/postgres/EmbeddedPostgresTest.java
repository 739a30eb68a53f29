package org.huiyin.platform.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of("target/pg");

    @TempDir
    Path home;

    @Test
    void whatIsCommittedIsThereAfterTheNextStart() throws SQLException {
        int port;
        try (var postgres = EmbeddedPostgres.start(home, PROGRAMS, Durability.FULL)) {
            port = postgres.port();
            run(postgres, "create table kept (word text)");
            run(postgres, "insert into kept values ('轴承座')");
        }
        try (var postgres = EmbeddedPostgres.start(home, PROGRAMS, Durability.FULL)) {
            assertThat(one(postgres, "select word from kept")).isEqualTo("轴承座");
            assertThat(postgres.port()).as("the port is remembered").isEqualTo(port);
        }
    }

    @Test
    void theDatabaseServesChineseAndForeignRolesFindNothingToOwn() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home, PROGRAMS, Durability.TEST)) {
            run(postgres, "create extension pg_trgm");
            assertThat(one(postgres, "select cardinality(show_trgm('轴承座'))")).isNotEqualTo("0");
            assertThat(one(postgres, "select string_agg(rolname, ',' order by rolname) from pg_roles where rolsuper or rolbypassrls")).isEqualTo("postgres");
            assertThat(one(postgres, "select pg_get_userbyid(datdba) from pg_database where datname = 'huiyin'")).isEqualTo("huiyin_owner");
            try (var app = connect(postgres, postgres.app()); var statement = app.createStatement()) {
                assertThatThrownBy(() -> statement.execute("create table public.mine (id int)")).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void passwordsAreReadableByTheirOwnerAlone() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home, PROGRAMS, Durability.TEST)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.properties")))).isEqualTo("rw-------");
            assertThatThrownBy(() -> connect(postgres, new Login("huiyin_app", "guessed"))).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aSecondHuiyinInTheSameFolderIsToldSo() {
        try (var _ = EmbeddedPostgres.start(home, PROGRAMS, Durability.TEST)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, PROGRAMS, Durability.TEST))
                    .isInstanceOf(DatabaseNotReady.class).hasMessageContaining(home.toString()).hasMessageContaining("in use");
        }
    }

    static Connection connect(EmbeddedPostgres postgres, Login login) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), login.user(), login.password());
    }

    static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres, postgres.owner()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String one(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = connect(postgres, postgres.owner()); var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
