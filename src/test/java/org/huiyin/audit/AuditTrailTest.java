package org.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestDatabase;
import org.huiyin.audit.Finding.Kind;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator does to the trail in SQL, as the owner of every table, the verifier finds. */
@HuiyinTest
class AuditTrailTest {

    @Autowired Cast cast;
    @Autowired Later later;
    @Autowired People people;
    @Autowired AuditTrail trail;
    @Autowired HeadFiles files;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient sql;
    @Autowired org.huiyin.TestClock clock;

    /** A company with a few entries, sealed. */
    private Cast.Troupe troupe() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        for (var name : List.of("铸造车间", "装配车间", "检验科", "仓储科", "售后科", "计划科")) {
            troupe.run(() -> people.addDepartment(admin, name));
        }
        seal(troupe);
        return troupe;
    }

    private void seal(Cast.Troupe troupe) {
        later.runRoutine(troupe.id(), "audit.seal");
    }

    private Verification verify(Cast.Troupe troupe) {
        var admin = troupe.admin();
        return troupe.in(() -> trail.verify(admin));
    }

    private static void asOwner(Cast.Troupe troupe, String... statements) throws SQLException {
        var owner = TestDatabase.server().owner();
        try (var connection = DriverManager.getConnection(TestDatabase.server().jdbcUrl(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var text : statements) {
                assertThat(statement.executeUpdate(text.replace("$company", "'" + troupe.id().value() + "'"))).as(text).isPositive();
            }
            connection.commit();
        }
    }

    private static List<Kind> kinds(Verification verification) {
        return verification.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void an_untouched_trail_is_intact_and_its_head_stands_in_the_file() {
        var troupe = troupe();
        var verification = verify(troupe);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.checked()).isGreaterThanOrEqualTo(6);
        assertThat(verification.head()).isNotNull().extracting(Head::mark).isEqualTo(files.all(troupe.id()).getLast().mark());
    }

    @Test
    void a_changed_entry_is_found() throws SQLException {
        var troupe = troupe();
        asOwner(troupe, "update audit.entry set after = replace(after, '检验科', '质检科') where company_id = $company and after like '%检验科%'");
        assertThat(kinds(verify(troupe))).containsExactly(Kind.CHANGED);
    }

    @Test
    void an_entry_given_to_another_person_is_found() throws SQLException {
        var troupe = troupe();
        asOwner(troupe, "update audit.entry set person_id = gen_random_uuid() where company_id = $company and after like '%检验科%'");
        assertThat(kinds(verify(troupe))).containsExactly(Kind.CHANGED);
    }

    @Test
    void a_removed_entry_is_found() throws SQLException {
        var troupe = troupe();
        asOwner(troupe,
                "delete from audit.seal where company_id = $company and position = 3",
                "delete from audit.entry e where company_id = $company and not exists (select from audit.seal s where s.company_id = e.company_id and s.entry_id = e.id)");
        assertThat(kinds(verify(troupe))).containsExactly(Kind.REMOVED);
    }

    @Test
    void a_removed_entry_is_found_when_the_others_close_the_gap() throws SQLException {
        var troupe = troupe();
        asOwner(troupe,
                "delete from audit.seal where company_id = $company and position = 2",
                "delete from audit.entry e where company_id = $company and not exists (select from audit.seal s where s.company_id = e.company_id and s.entry_id = e.id)",
                "update audit.seal set position = position - 1 where company_id = $company and position = 3",
                "update audit.seal set position = position - 1 where company_id = $company and position = 4",
                "update audit.seal set position = position - 1 where company_id = $company and position > 4");
        assertThat(kinds(verify(troupe))).contains(Kind.OUT_OF_PLACE, Kind.CUT_OFF);
    }

    @Test
    void an_inserted_entry_is_found_and_never_sealed() throws SQLException {
        var troupe = troupe();
        asOwner(troupe,
                "insert into audit.entry select company_id, gen_random_uuid(), at, person_id, subject_type, subject_id, 'close', before, after, mark from audit.entry where company_id = $company limit 1",
                "insert into audit.unsealed select company_id, id from audit.entry where company_id = $company and verb = 'close'");
        seal(troupe);
        assertThat(kinds(verify(troupe))).containsExactly(Kind.INSERTED);
    }

    @Test
    void an_entry_inserted_with_a_seal_is_found() throws SQLException {
        var troupe = troupe();
        asOwner(troupe,
                "insert into audit.entry select company_id, gen_random_uuid(), at, person_id, subject_type, subject_id, 'close', before, after, mark from audit.entry where company_id = $company limit 1",
                "insert into audit.seal select company_id, (select max(position) + 1 from audit.seal where company_id = $company), id, mark, at from audit.entry where company_id = $company and verb = 'close'");
        assertThat(kinds(verify(troupe))).containsExactly(Kind.CHANGED);
    }

    @Test
    void two_entries_that_changed_places_are_found() throws SQLException {
        var troupe = troupe();
        asOwner(troupe,
                "update audit.seal set position = 1000000 where company_id = $company and position = 2",
                "update audit.seal set position = 2 where company_id = $company and position = 3",
                "update audit.seal set position = 3 where company_id = $company and position = 1000000");
        assertThat(kinds(verify(troupe))).contains(Kind.OUT_OF_PLACE).doesNotContain(Kind.CHANGED);
    }

    @Test
    void a_cut_off_end_is_found_by_the_file_of_heads() throws SQLException {
        var troupe = troupe();
        cutOffTheLast(troupe);
        assertThat(kinds(verify(troupe))).containsExactly(Kind.CUT_OFF);
    }

    @Test
    void a_cut_off_end_is_found_after_new_entries_took_its_place() throws SQLException {
        var troupe = troupe();
        cutOffTheLast(troupe);
        var admin = troupe.admin();
        troupe.run(() -> people.addDepartment(admin, "法务科"));
        seal(troupe);
        assertThat(kinds(verify(troupe))).containsExactly(Kind.REWRITTEN);
    }

    @Test
    void a_lost_seal_and_a_lost_file_of_heads_are_found() throws SQLException, IOException {
        var troupe = troupe();
        asOwner(troupe, "delete from audit.seal where company_id = $company and position = 2");
        Files.delete(files.file(troupe.id()));
        assertThat(kinds(verify(troupe))).containsExactlyInAnyOrder(Kind.REMOVED, Kind.UNSEALED, Kind.HEADS_MISSING);
    }

    private static void cutOffTheLast(Cast.Troupe troupe) throws SQLException {
        asOwner(troupe,
                "delete from audit.seal s where company_id = $company and position = (select max(position) from audit.seal where company_id = $company)",
                "delete from audit.entry e where company_id = $company and not exists (select from audit.seal s where s.company_id = e.company_id and s.entry_id = e.id)");
    }

    @Test
    void the_application_itself_may_neither_change_nor_remove_an_entry() {
        var troupe = troupe();
        for (var statement : List.of("update audit.entry set verb = 'x'", "delete from audit.entry", "delete from audit.seal", "truncate audit.entry")) {
            assertThatThrownBy(() -> troupe.run(() -> transaction.executeWithoutResult(s -> sql.sql(statement).update())))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() {
        var troupe = troupe();
        var admin = troupe.admin();
        var before = troupe.in(() -> trail.page(admin, AuditFilter.ALL, 1, 10)).total();
        troupe.run(() -> transaction.executeWithoutResult(status -> {
            people.addDepartment(admin, "不存在的科");
            status.setRollbackOnly();
        }));
        assertThat(troupe.in(() -> trail.page(admin, AuditFilter.ALL, 1, 10)).total()).isEqualTo(before);
    }

    @Test
    void a_happening_outside_a_transaction_is_a_programming_error() {
        var troupe = troupe();
        var happening = Happening.of(new SubjectRef("person", Ids.next()), "add", troupe.admin(), clock.instant());
        assertThatThrownBy(() -> troupe.run(() -> events.publishEvent(happening))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_history_of_a_record_tells_who_changed_what() {
        var troupe = troupe();
        var admin = troupe.admin();
        var id = troupe.in(() -> people.addDepartment(admin, "老名字"));
        troupe.run(() -> people.renameDepartment(admin, id, "新名字"));
        var lines = troupe.in(() -> trail.of(new SubjectRef("department", id)));
        assertThat(lines).extracting(AuditLine::verb).containsExactly("add", "rename");
        assertThat(lines.getLast().before()).containsEntry("name", "老名字");
        assertThat(lines.getLast().after()).containsEntry("name", "新名字");
        assertThat(lines.getLast().byName()).isEqualTo("管理员");
        assertThat(cast.company("P001").in(() -> trail.of(new SubjectRef("department", id)))).isEmpty();
    }

    @Test
    void only_who_may_read_the_trail_reads_it() {
        var troupe = troupe();
        var clerk = troupe.salesClerk();
        assertThatThrownBy(() -> troupe.in(() -> trail.page(clerk, AuditFilter.ALL, 1, 10))).isInstanceOf(BrokenRule.class);
        assertThatThrownBy(() -> troupe.in(() -> trail.verify(clerk))).isInstanceOf(BrokenRule.class);
        var auditor = troupe.auditor();
        var filter = new AuditFilter(troupe.admin().id(), "department", "add", null, null, null);
        assertThat(troupe.in(() -> trail.page(auditor, filter, 1, 50)).total()).isEqualTo(6);
        assertThat(troupe.in(() -> trail.types(auditor))).contains("department", "person");
    }

    @Test
    void the_key_lies_outside_the_database_and_only_the_owner_of_the_process_reads_it() throws IOException {
        var key = java.nio.file.Path.of("target", "test-home", "files", "keys", "audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(Files.size(key)).isEqualTo(32);
    }

    @Test
    void two_sealers_at_once_give_each_entry_one_place() throws Exception {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        troupe.run(() -> transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 500; i++) {
                events.publishEvent(Happening.of(new SubjectRef("sample", UUID.randomUUID()), "add", admin, clock.instant()));
            }
        }));
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                pool.submit(() -> seal(troupe));
            }
        }
        seal(troupe);
        assertThat(verify(troupe).findings()).isEmpty();
        assertThat(verify(troupe).waiting()).isZero();
    }
}
