package org.huiyin.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of a PostgreSQL that somebody else runs; without an address Huiyin brings its own. */
@ConfigurationProperties("huiyin.database")
record DatabaseSettings(@Nullable String url, @Nullable String ownerUser, @Nullable String ownerPassword, @Nullable String appUser, @Nullable String appPassword) {

    DatabaseAccess access() {
        if (url == null) {
            throw new DatabaseNotReady("huiyin.database.url is not set.");
        }
        return new DatabaseAccess(url, login("owner", ownerUser, ownerPassword), login("app", appUser, appPassword));
    }

    private static Login login(String role, @Nullable String user, @Nullable String password) {
        if (user == null || password == null) {
            throw new DatabaseNotReady("huiyin.database.url is set, but huiyin.database.%s-user or huiyin.database.%s-password is not.".formatted(role, role));
        }
        return new Login(user, password);
    }
}
