package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.HuiyinTest;
import org.huiyin.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The release that brought complaints finds the roles of the release before, of every company, although each hides its rows. */
@HuiyinTest
class RightsMigrationTest {

    private static final List<String> NEW = List.of("complaint.", "eightd.", "return.", "replenish.", "claim.", "notice.");

    private record Role(String code, Set<String> rights) {}

    @Test
    void companies_of_the_release_before_get_the_new_rights_in_their_standard_roles() throws Exception {
        var company = UUID.randomUUID();
        migrated(connection -> roles().forEach(role -> insert(connection, company, role.code(), old(role.rights()))), (connection) -> {
            var found = read(connection, company);
            roles().forEach(role -> assertThat(found.get(role.code())).as(role.code()).isEqualTo(role.rights()));
        });
    }

    @Test
    void who_holds_a_right_that_the_company_knows_is_for_its_administrator_to_say() throws Exception {
        var company = UUID.randomUUID();
        migrated(connection -> {
            insert(connection, company, "SALES_CLERK", Set.of("customer.read"));
            insert(connection, company, "QUALITY", Set.of("complaint.read", "complaint.record"));
            insert(connection, company, "NIGHT_SHIFT", Set.of("customer.read"));
        }, connection -> {
            var found = read(connection, company);
            assertThat(found.get("SALES_CLERK")).contains("customer.read", "complaint.answer", "replenish.propose").doesNotContain("complaint.read", "complaint.record");
            assertThat(found.get("QUALITY")).contains("complaint.read", "complaint.triage", "return.judge");
            assertThat(found.get("NIGHT_SHIFT")).containsExactly("customer.read");
        });
    }

    private static List<Role> roles() {
        try (var file = new ClassPathResource("organization/roles.json").getInputStream()) {
            List<Map<String, Object>> read = JsonMapper.shared().readValue(file, new TypeReference<>() {});
            return read.stream().map(role -> new Role(String.valueOf(role.get("code")),
                    ((List<?>) role.get("rights")).stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)))).toList();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Set<String> old(Set<String> rights) {
        return rights.stream().filter(right -> NEW.stream().noneMatch(right::startsWith)).collect(Collectors.toCollection(TreeSet::new));
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private static void migrated(Work before, Work after) throws Exception {
        var owner = TestDatabase.server().owner();
        try (var connection = DriverManager.getConnection(TestDatabase.server().jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            before.on(connection);
            try (var statement = connection.createStatement()) {
                statement.execute(new ClassPathResource("db/migration/organization/V5__rights_of_complaints.sql").getContentAsString(StandardCharsets.UTF_8));
            }
            after.on(connection);
            connection.rollback();
        }
    }

    private static void insert(Connection connection, UUID company, String code, Set<String> rights) {
        try (var statement = connection.prepareStatement("insert into organization.role (company_id, code, local_name, rights, position) values (?, ?, ?, ?, 0)")) {
            statement.setObject(1, company);
            statement.setString(2, code);
            statement.setString(3, code);
            statement.setArray(4, connection.createArrayOf("text", rights.toArray()));
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, Set<String>> read(Connection connection, UUID company) throws SQLException {
        var found = new TreeMap<String, Set<String>>();
        try (var statement = connection.prepareStatement("select code, rights from organization.role where company_id = ?")) {
            statement.setObject(1, company);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new TreeSet<>(List.of((String[]) rows.getArray(2).getArray())));
                }
            }
        }
        return found;
    }
}
