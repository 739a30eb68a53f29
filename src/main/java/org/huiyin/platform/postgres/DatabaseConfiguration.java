package org.huiyin.platform.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the database is: requests use the app login, migrations the owner login, and nothing uses a third. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** The server that Huiyin brings along; it ends after everything that uses it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "huiyin.database.url", havingValue = "embedded", matchIfMissing = true)
    static class Embedded {

        @Bean
        EmbeddedPostgres embeddedPostgres(@Value("${huiyin.home:data}") Path home, @Value("${huiyin.database.join:false}") boolean join) {
            return join ? EmbeddedPostgres.join(home) : EmbeddedPostgres.start(home, Durability.FULL);
        }

        @Bean
        DatabaseAccess databaseAccess(EmbeddedPostgres postgres) {
            return new DatabaseAccess(postgres.jdbcUrl(), postgres.owner(), postgres.app()).checked();
        }
    }

    /** A server of the operator's own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("huiyin.database.url")
    static class External {

        @Bean
        DatabaseAccess databaseAccess(DatabaseSettings settings) {
            return settings.access().checked();
        }
    }

    @Bean
    JdbcConnectionDetails requestConnections(DatabaseAccess access) {
        return access.requests();
    }

    @Bean
    FlywayConnectionDetails migrationConnections(DatabaseAccess access) {
        return access.migrations();
    }

    /** Migrations grant to the two roles by whatever names they have here. */
    @Bean
    FlywayConfigurationCustomizer roleNames(DatabaseAccess access) {
        return configuration -> configuration.placeholders(
                Map.of("owner", quoted(access.owner()), "app", quoted(access.app())));
    }

    private static String quoted(Login login) {
        return login.user().matches("[a-z_][a-z0-9_]*") ? login.user() : '"' + login.user().replace("\"", "\"\"") + '"';
    }
}
