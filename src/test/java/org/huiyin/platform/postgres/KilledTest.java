package org.huiyin.platform.postgres;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Kill -9 of either process loses nothing that was acknowledged, and the next start works at once. */
class KilledTest {

    private final List<Process> started = new ArrayList<>();
    private Path scratch = Path.of("/tmp");
    private Path home = Path.of("/tmp");
    private Path libraries = Path.of("/tmp");

    @BeforeEach
    void prepare() throws IOException, URISyntaxException {
        scratch = Files.createTempDirectory("huiyin-killed");
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = scratch.resolve("home");
        libraries = ServerProgram.libraries(scratch.resolve("lib"));
    }

    @AfterEach
    void end() throws Exception {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
        if (DataFolder.in(home).exists()) {
            DataFolder.in(home).processes().end(home.resolve("database"));
        }
        deleteScratch();
    }

    @Test
    void theServerEndsWithItsKilledHuiyinAndStartsAgain() throws Exception {
        var first = start(List.of());
        insert("before the kill");
        first.destroyForcibly().waitFor();
        var second = start(List.of());
        assertThat(words()).containsExactly("before the kill");
        second.getOutputStream().close();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).as("ends when its input ends").isTrue();
        assertThat(Files.exists(home.resolve("database/postmaster.pid"))).as("a clean stop").isFalse();
    }

    @Test
    void bothKilledAtOnceRecover() throws Exception {
        for (var round = 0; round < 3; round++) {
            var huiyin = start(List.of());
            insert("round " + round);
            var server = server();
            huiyin.destroyForcibly();
            Shell.signal("KILL", server);
            huiyin.waitFor();
        }
        start(List.of());
        assertThat(words()).containsExactly("round 0", "round 1", "round 2");
    }

    @Test
    void aKilledServerIsStartedAgainByItsHuiyin() throws Exception {
        var _ = start(List.of());
        insert("kept");
        Shell.signal("KILL", server());
        assertThat(eventually()).containsExactly("kept");
    }

    @Test
    void aKilledHuiyinLeavesNoServerEvenWithoutTheDeathSignal() throws Exception {
        var huiyin = start(List.of());
        insert("kept");
        // The server stops answering the death signal, as where the system knows none.
        Shell.signal("STOP", server());
        huiyin.destroyForcibly().waitFor();
        Shell.signal("CONT", server());
        var _ = start(List.of());
        assertThat(words()).containsExactly("kept");
    }

    @Test
    void aSecondHuiyinIsToldTheFolderAndTheProcess() throws Exception {
        var first = start(List.of());
        var second = ServerProgram.start(List.of(), libraries, home, scratch.resolve("pg"));
        started.add(second);
        assertThat(ServerProgram.firstLine(second)).startsWith("refused").contains(home.toRealPath().toString(), Long.toString(first.pid()));
    }

    @Test
    void anOrdinaryUserRunsItToo() throws Exception {
        assumeTrue(ServerAccount.current().root(), "only root may become another user");
        Files.createDirectory(home);
        Files.createDirectory(scratch.resolve("pg"));
        Files.setAttribute(home, "unix:uid", 65534);
        Files.setAttribute(scratch.resolve("pg"), "unix:uid", 65534);
        var ordinary = start(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        insert("by nobody");
        ordinary.destroyForcibly().waitFor();
        start(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        assertThat(words()).containsExactly("by nobody");
    }

    @Test
    void aFolderBelowAClosedOneServesRootAsWell() throws Exception {
        assumeTrue(ServerAccount.current().root(), "only root hands the server to another user");
        home = Files.createDirectories(scratch.resolve("closed/home"));
        Files.setPosixFilePermissions(home.getParent(), PosixFilePermissions.fromString("rwx------"));
        var process = start(List.of());
        insert("behind a closed door");
        process.destroyForcibly().waitFor();
        start(List.of());
        assertThat(words()).containsExactly("behind a closed door");
    }

    private Process start(List<String> prefix) throws IOException {
        var process = ServerProgram.start(prefix, libraries, home, scratch.resolve("pg"));
        started.add(process);
        assertThat(ServerProgram.firstLine(process)).startsWith("ready");
        return process;
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("database/postmaster.pid")).getFirst());
    }

    private Connection connect() throws SQLException, IOException {
        var secrets = DatabaseSecrets.read(home);
        return DriverManager.getConnection(EmbeddedPostgres.url(secrets.port(), "huiyin"), secrets.owner().user(), secrets.owner().password());
    }

    private void insert(String word) throws SQLException, IOException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (number int generated always as identity, word text)");
            statement.execute("insert into kept (word) values ('" + word + "')");
        }
    }

    private List<String> words() throws SQLException, IOException {
        var words = new ArrayList<String>();
        try (var connection = connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from kept order by number")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private List<String> eventually() throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                return words();
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private void deleteScratch() throws IOException {
        try (Stream<Path> paths = Files.walk(scratch)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
