package org.huiyin.platform.postgres;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** An address with its two logins, in the words of Spring Boot. */
record DatabaseAccess(String url, Login owner, Login app) {

    DatabaseAccess checked() {
        DatabaseRequirements.check(url, owner, app);
        return this;
    }

    JdbcConnectionDetails requests() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return app.user();
            }

            @Override
            public String getPassword() {
                return app.password();
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    FlywayConnectionDetails migrations() {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return owner.user();
            }

            @Override
            public String getPassword() {
                return owner.password();
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
