package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseRequirementsTest {

    @TempDir
    static Path home;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(home, Path.of("target/pg"), Durability.TEST);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void theBundledServerServes() {
        DatabaseRequirements.check(postgres.jdbcUrl(), postgres.owner(), postgres.app());
    }

    @Test
    void anAppLoginThatRowLevelSecurityDoesNotBindIsRefused() throws Exception {
        asSuperuser("create role passing login bypassrls password 'p'", "grant connect on database huiyin to passing");
        assertThat(refusal(postgres.jdbcUrl(), postgres.owner(), new Login("passing", "p"))).contains("BYPASSRLS");
        assertThat(refusal(postgres.jdbcUrl(), postgres.owner(), DatabaseSecrets.read(home).superuser())).contains("postgres is a superuser");
        assertThat(refusal(postgres.jdbcUrl(), postgres.owner(), postgres.owner())).contains("owns the database").contains("may become");
        asSuperuser("create role climbing login password 'p' in role huiyin_owner", "grant connect on database huiyin to climbing");
        assertThat(refusal(postgres.jdbcUrl(), postgres.owner(), new Login("climbing", "p"))).contains("may become, the owner login huiyin_owner");
    }

    @Test
    void aSuperuserMayNotMigrate() throws Exception {
        assertThat(refusal(postgres.jdbcUrl(), DatabaseSecrets.read(home).superuser(), postgres.app())).contains("the owner login postgres is a superuser");
    }

    @Test
    void aDatabaseThatFindsNoChineseIsRefused() throws Exception {
        asSuperuser("create database plain owner huiyin_owner template template0 locale_provider libc locale 'C'");
        assertThat(refusal(EmbeddedPostgres.url(postgres.port(), "plain"), postgres.owner(), postgres.app())).contains("knows no Chinese letters");
    }

    @Test
    void anotherEncodingIsRefused() throws Exception {
        asSuperuser("create database latin owner huiyin_owner template template0 encoding 'LATIN1' locale_provider libc locale 'C'");
        assertThat(refusal(EmbeddedPostgres.url(postgres.port(), "latin"), postgres.owner(), postgres.app())).contains("its encoding is not UTF8");
    }

    @Test
    void everyReasonIsTold() {
        assertThat(refusal(postgres.jdbcUrl(), new Login("nobody", "x"), new Login("neither", "x")))
                .contains("owner login nobody fails").contains("app login neither fails");
    }

    static String refusal(String url, Login owner, Login app) {
        var refusal = new StringBuilder();
        assertThatThrownBy(() -> DatabaseRequirements.check(url, owner, app)).isInstanceOf(DatabaseNotReady.class)
                .satisfies(e -> refusal.append(e.getMessage()));
        return refusal.toString();
    }

    private static void asSuperuser(String... statements) throws SQLException, IOException {
        try (var connection = Roles.connect(DatabaseSecrets.read(home), "postgres"); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
