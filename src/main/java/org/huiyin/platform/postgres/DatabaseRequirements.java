package org.huiyin.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What Huiyin needs of a PostgreSQL that somebody else runs; refused at the start with every reason at once. */
public final class DatabaseRequirements {

    private static final int OLDEST = 15;

    private final List<String> reasons = new ArrayList<>();

    private DatabaseRequirements() {}

    /** Throws {@link DatabaseNotReady} unless the database can carry Huiyin safely. */
    public static void check(String url, Login owner, Login app) {
        var requirements = new DatabaseRequirements();
        requirements.asOwner(url, owner);
        requirements.asApp(url, owner, app);
        if (!requirements.reasons.isEmpty()) {
            throw new DatabaseNotReady("The database %s cannot serve Huiyin:%n- %s%nThe manual says how to set it up: docs/operating.md."
                    .formatted(url, String.join("%n- ".formatted(), requirements.reasons)));
        }
    }

    private void asOwner(String url, Login owner) {
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            version(connection);
            refuseIf(connection, "select getdatabaseencoding() <> 'UTF8'", "its encoding is not UTF8");
            refuseIf(connection, "select not has_database_privilege(current_database(), 'create')",
                    "the owner login %s may not create schemas in it".formatted(owner));
            refuseIf(connection, "select rolsuper from pg_roles where rolname = current_user",
                    "the owner login %s is a superuser, whom row-level security does not bind".formatted(owner));
            searchInChinese(connection);
        } catch (SQLException e) {
            reasons.add("the owner login %s fails: %s".formatted(owner, e.getMessage()));
        }
    }

    private void version(Connection connection) throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            reasons.add("it is PostgreSQL %d, and %d is the oldest that serves".formatted(major, OLDEST));
        }
    }

    private void searchInChinese(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm schema public");
        } catch (SQLException e) {
            reasons.add("the extension pg_trgm is missing and cannot be created (%s)".formatted(e.getMessage()));
            return;
        }
        var schema = text(connection, "select quote_ident(nspname) from pg_extension e join pg_namespace n on n.oid = extnamespace where extname = 'pg_trgm'");
        refuseIf(connection, "select cardinality(%s.show_trgm('轴承座')) = 0".formatted(schema),
                "its locale (LC_CTYPE) knows no Chinese letters, so that search would find nothing: create it with LC_CTYPE 'C.UTF-8' or 'zh_CN.UTF-8' from template0");
    }

    private void asApp(String url, Login owner, Login app) {
        try (var connection = DriverManager.getConnection(url, app.user(), app.password())) {
            refuseIf(connection, "select rolsuper from pg_roles where rolname = current_user", "the app login %s is a superuser".formatted(app));
            refuseIf(connection, "select rolbypassrls from pg_roles where rolname = current_user",
                    "the app login %s may bypass row-level security (BYPASSRLS)".formatted(app));
            refuseIf(connection, "select exists (select from pg_class where relowner = current_user::regrole) or exists (select from pg_database where datname = current_database() and datdba = current_user::regrole)",
                    "the app login %s owns the database or tables in it".formatted(app));
            refuseIf(connection, "select pg_has_role(current_user, '%s', 'member')".formatted(owner.user().replace("'", "''")),
                    "the app login %s is, or may become, the owner login %s".formatted(app, owner));
        } catch (SQLException e) {
            reasons.add("the app login %s fails: %s".formatted(app, e.getMessage()));
        }
    }

    private void refuseIf(Connection connection, String question, String reason) throws SQLException {
        if (text(connection, question).equals("t")) {
            reasons.add(reason);
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getString(1) instanceof String answer ? answer : "";
        }
    }
}
