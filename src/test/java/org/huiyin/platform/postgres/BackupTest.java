package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackupTest {

    private static final Path PROGRAMS = Path.of("target/pg");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path scratch;

    @Test
    void underWriteLoadEverythingAcknowledgedBeforeItsTimeIsRestored() throws Exception {
        var file = scratch.resolve("out/backup.tar.gz");
        var acknowledged = new ConcurrentSkipListMap<Integer, Instant>();
        Backup backup;
        try (var postgres = start("home")) {
            EmbeddedPostgresTest.run(postgres, "create table answer (number int primary key, words text not null)");
            Files.writeString(scratch.resolve("home/audit.key"), "secret of the chain");
            var writing = new AtomicBoolean(true);
            var warm = new CountDownLatch(200);
            var writer = Thread.ofPlatform().start(() -> write(postgres, acknowledged, writing, warm));
            warm.await();
            backup = Backup.of(scratch.resolve("home"), file, CLOCK);
            writing.set(false);
            writer.join();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        var restore = Restore.into(scratch.resolve("fresh"), file, false, CLOCK);
        assertThat(restore.time()).isEqualTo(backup.time());
        assertThat(scratch.resolve("fresh/audit.key")).hasContent("secret of the chain");
        var expected = acknowledged.entrySet().stream().filter(entry -> entry.getValue().isBefore(backup.time())).map(Map.Entry::getKey).toList();
        assertThat(expected).hasSizeGreaterThan(200).hasSizeLessThan(acknowledged.size());
        try (var postgres = start("fresh")) {
            assertThat(EmbeddedPostgresTest.one(postgres, "select count(*) from answer where number <= " + expected.getLast()))
                    .isEqualTo(Integer.toString(expected.size()));
            assertThat(EmbeddedPostgresTest.one(postgres, "select count(*) from answer where words is distinct from repeat('轴承座', 100)")).isEqualTo("0");
        }
    }

    @Test
    void aStoppedHuiyinIsBackedUpAsWell() throws Exception {
        home("home", "one");
        var file = Backup.of(scratch.resolve("home"), scratch.resolve("b.tar.gz"), CLOCK).file();
        Restore.into(scratch.resolve("other"), file, false, CLOCK);
        assertThat(word("other")).isEqualTo("one");
    }

    @Test
    void aRestoredCopyLeavesTheOriginalInPeace() throws Exception {
        var log = scratch.resolve("home/log/postgresql.log");
        home("home", "original");
        try (var original = start("home")) {
            var file = Backup.of(scratch.resolve("home"), scratch.resolve("b.tar.gz"), CLOCK).file();
            var before = Files.readAllLines(log).stream().filter(line -> line.contains("shutdown request")).count();
            Restore.into(scratch.resolve("copy"), file, false, CLOCK);
            try (var copy = start("copy")) {
                assertThat(copy.port()).isNotEqualTo(original.port());
                assertThat(EmbeddedPostgresTest.one(original, "select word from kept")).isEqualTo("original");
                assertThat(EmbeddedPostgresTest.one(copy, "select word from kept")).isEqualTo("original");
            }
            assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("shutdown request")).count()).isEqualTo(before);
        }
    }

    @Test
    void existingDataIsMovedAsideAndOnlyWhenAsked() throws Exception {
        home("home", "backed up");
        var file = Backup.of(scratch.resolve("home"), scratch.resolve("b.tar.gz"), CLOCK).file();
        home("other", "already here");
        assertThatThrownBy(() -> Restore.into(scratch.resolve("other"), file, false, CLOCK)).hasMessageContaining("--replace");
        assertThat(word("other")).isEqualTo("already here");
        var replaced = Restore.into(scratch.resolve("other"), file, true, CLOCK).replaced();
        assertThat(word("other")).isEqualTo("backed up");
        assertThat(replaced).isNotNull().isDirectoryContaining("glob:**/database");
        assertThat(word(scratch.relativize(replaced).toString())).isEqualTo("already here");
    }

    @Test
    void aDamagedOrCutBackupChangesNothing() throws Exception {
        home("home", "kept");
        var file = Backup.of(scratch.resolve("home"), scratch.resolve("b.tar.gz"), CLOCK).file();
        var bytes = Files.readAllBytes(file);
        var cut = Files.write(scratch.resolve("cut.tar.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length / 2] ^= 0x40;
        var damaged = Files.write(scratch.resolve("damaged.tar.gz"), bytes);
        var foreign = Files.writeString(scratch.resolve("foreign.tar.gz"), "no backup at all");
        for (var bad : new Path[] {cut, damaged, foreign}) {
            assertThatThrownBy(() -> Restore.into(scratch.resolve("home"), bad, true, CLOCK)).as(bad.toString()).isInstanceOf(DatabaseNotReady.class);
            assertThat(word("home")).isEqualTo("kept");
        }
    }

    @Test
    void aRunningHuiyinIsNotRestoredOver() throws Exception {
        home("home", "kept");
        var file = Backup.of(scratch.resolve("home"), scratch.resolve("b.tar.gz"), CLOCK).file();
        try (var _ = start("home")) {
            assertThatThrownBy(() -> Restore.into(scratch.resolve("home"), file, true, CLOCK)).hasMessageContaining("in use");
        }
    }

    private static void write(EmbeddedPostgres postgres, Map<Integer, Instant> acknowledged, AtomicBoolean writing, CountDownLatch warm) {
        try (var connection = EmbeddedPostgresTest.connect(postgres, postgres.owner());
                var insert = connection.prepareStatement("insert into answer values (?, repeat('轴承座', 100))")) {
            for (var number = 1; writing.get(); number++) {
                insert.setInt(1, number);
                insert.executeUpdate();
                acknowledged.put(number, CLOCK.instant());
                warm.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void home(String name, String word) throws SQLException {
        try (var postgres = start(name)) {
            EmbeddedPostgresTest.run(postgres, "create table kept as select '%s'::text as word".formatted(word));
        }
    }

    private String word(String name) throws SQLException, IOException {
        try (var postgres = start(name)) {
            return EmbeddedPostgresTest.one(postgres, "select word from kept");
        }
    }

    private EmbeddedPostgres start(String name) {
        return EmbeddedPostgres.start(scratch.resolve(name), PROGRAMS, Durability.FULL);
    }
}
