package org.huiyin.platform;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new WorkClock(Clock.systemUTC());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new CompanyTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /** Each module has its own migrations and history; lower modules go first (ADR 0003). */
    @Bean
    FlywayMigrationStrategy migrateModules() {
        return flyway -> Modules.IN_ORDER.forEach(module -> forModule(flyway, module).migrate());
    }

    private static Flyway forModule(Flyway flyway, String module) {
        var folder = "classpath:db/migration/" + module;
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations(folder)
                .table("migration_" + module)
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"))
                .failOnMissingLocations(true)
                .load();
    }

    /** The modules that own tables, lower ones first. */
    private static final class Modules {
        static final List<String> IN_ORDER = List.of(
                "platform", "organization", "audit", "records", "procedure", "notification", "approval", "customer", "voice", "survey", "improvement", "complaint", "replenishment", "campaign", "returns", "claims", "analysis");

        private Modules() {}
    }
}
