package org.huiyin;

import java.nio.file.Path;
import java.util.Map;
import org.huiyin.platform.postgres.Durability;
import org.huiyin.platform.postgres.EmbeddedPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL per test run, in a folder below target; named as external, so that this mode is tested as well. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();
    private static final EmbeddedPostgres SERVER = start();

    /** The server that all tests of this run share. */
    public static EmbeddedPostgres server() {
        return SERVER;
    }

    private static EmbeddedPostgres start() {
        var home = Path.of("target", "test-home", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
        var server = EmbeddedPostgres.start(home, PROGRAMS, Durability.TEST);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new java.util.HashMap<>(Map.of(
                "spring.datasource.url", SERVER.jdbcUrl(),
                "spring.datasource.username", SERVER.app().user(),
                "spring.datasource.password", SERVER.app().password(),
                "spring.flyway.url", SERVER.jdbcUrl(),
                "spring.flyway.user", SERVER.owner().user(),
                "spring.flyway.password", SERVER.owner().password()));
        settings.putAll(Map.of(
                "huiyin.home", Path.of("target", "test-home", "files").toAbsolutePath().toString(),
                "huiyin.database.url", SERVER.jdbcUrl(),
                "huiyin.database.app-user", SERVER.app().user(),
                "huiyin.database.app-password", SERVER.app().password(),
                "huiyin.database.owner-user", SERVER.owner().user(),
                "huiyin.database.owner-password", SERVER.owner().password(),
                "db-scheduler.enabled", "false"));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", settings));
    }
}
