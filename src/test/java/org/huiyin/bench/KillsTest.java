package org.huiyin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What bench/kill does a hundred times, twice: once to PostgreSQL and once to the whole process. Runs with -Dkills=true:
 * it starts whole applications, which takes longer than a test of the suite may on a busy machine.
 */
@EnabledIfSystemProperty(named = "kills", matches = "true")
class KillsTest {

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalf() throws Exception {
        var scratch = Files.createTempDirectory("huiyin-kills");
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = scratch.resolve("home");
        try {
            var verdict = new Kills(Founding.start(home), () -> Founding.again(home), 2, 7).run(false);
            assertThat(verdict.differences()).as(verdict.toString()).isEmpty();
            assertThat(verdict.answersAcknowledged()).isPositive();
        } finally {
            Bench.delete(scratch);
        }
    }
}
