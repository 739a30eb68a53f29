package org.huiyin.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The two roles and the one database of a fresh server; at a later start everything is there and nothing changes. */
record Roles(DatabaseSecrets secrets) {

    void prepare() {
        try (var connection = connect(secrets, "postgres")) {
            if (missing(connection, "select 1 from pg_roles where rolname = 'huiyin_owner'")) {
                create(connection, secrets.owner());
            }
            if (missing(connection, "select 1 from pg_roles where rolname = 'huiyin_app'")) {
                create(connection, secrets.app());
            }
            if (missing(connection, "select 1 from pg_database where datname = 'huiyin'")) {
                run(connection, """
                        create database huiyin owner huiyin_owner template template0 encoding 'UTF8'
                        locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8'""");
            }
            if (missing(connection, "select 1 where has_database_privilege('huiyin_app', 'huiyin', 'connect') and not has_database_privilege('huiyin_app', 'postgres', 'connect')")) {
                run(connection, "revoke all on database huiyin, postgres, template1 from public");
                run(connection, "grant connect, temporary on database huiyin to huiyin_app");
            }
        } catch (SQLException e) {
            throw new DatabaseNotReady("The roles of the database cannot be prepared: " + e.getMessage(), e);
        }
    }

    static Connection connect(DatabaseSecrets secrets, String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", secrets.superuser().user());
        login.setProperty("password", secrets.superuser().password());
        return DriverManager.getConnection(EmbeddedPostgres.url(secrets.port(), database), login);
    }

    private static void create(Connection connection, Login login) throws SQLException {
        run(connection, "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '%s'"
                .formatted(login.user(), login.password())); // our own random letters: nothing to escape
    }

    private static boolean missing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
