package org.huiyin.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Two requests of one browser that remember something new at the same moment, as a double click does, both succeed. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer lastOneWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
