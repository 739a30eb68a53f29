package org.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks PostgreSQL's catalogue: every business table stands behind forced row-level security. */
@HuiyinTest
class CatalogueTest {

    private static final String UNPROTECTED = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'platform')
              and n.nspname not like 'pg_%'
              and not (c.relrowsecurity and c.relforcerowsecurity
                and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'company')
                and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and a.attnotnull))
            order by 1""";

    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    @Test
    void every_table_outside_the_platform_schema_has_its_policy() {
        assertThat(list(UNPROTECTED)).isEmpty();
    }

    @Test
    void the_query_would_find_a_table_without_a_policy() throws Exception {
        var owner = TestDatabase.server().owner();
        try (var connection = java.sql.DriverManager.getConnection(TestDatabase.server().jdbcUrl(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table organization.open_door (id int)");
            var rows = statement.executeQuery(UNPROTECTED);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("organization.open_door");
            connection.rollback();
        }
    }

    @Test
    void tables_outside_the_company_scope_are_the_listed_ones() {
        assertThat(list("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname = 'platform' and c.relname not like 'migration_%' order by 1"""))
                .containsExactly("account", "api_token", "company", "holiday", "holiday_year", "idempotency", "link",
                        "membership", "scheduled_tasks", "setting", "spring_session", "spring_session_attributes");
    }

    @Test
    void unique_and_foreign_keys_of_business_tables_carry_the_company() {
        assertThat(list("""
                select n.nspname || '.' || t.relname || ' ' || k.conname from pg_constraint k
                join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
                where k.contype in ('u', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'platform')
                  and n.nspname not like 'pg_%'
                  and not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'company_id'
                                  and a.attnum = any(k.conkey))
                order by 1""")).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_cannot_bypass_policies() {
        assertThat(list("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole)"))
                .isEmpty();
        assertThat(list("select relname from pg_class where pg_get_userbyid(relowner) = current_user")).isEmpty();
    }

    private List<String> list(String query) {
        return transaction.execute(status -> sql.sql(query).query(String.class).list());
    }
}
