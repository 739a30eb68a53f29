package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.campaign.RoundStage;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Runs the commands of docs/api.md with a real shell and curl, as they stand. */
@HuiyinTest
@Import(RoundStage.class)
class ApiWalkTest {

    private static final Pattern STEP = Pattern.compile("<!-- clock (\\S+) -->|```sh\\n(.*?)```", Pattern.DOTALL);

    @Autowired Cast cast;
    @Autowired ApiTokens tokens;
    @Autowired TestClock clock;
    @Autowired Later later;
    @LocalServerPort int port;

    @Test
    @Clause({"001/5.4.2", "001/5.4.6.3"})
    void the_walk_of_the_manual_leads_to_the_customer_who_was_told() throws Exception {
        clock.set("2026-09-01T09:00");
        var company = cast.company("P001");
        Map<String, String> people = new LinkedHashMap<>();
        people.put("CLERK", token(company, company.salesClerk()));
        people.put("HEAD", token(company, company.salesHead()));
        people.put("QUALITY", token(company, company.quality()));
        people.put("QHEAD", token(company, company.qualityHead()));
        people.put("DEPARTMENT", token(company, company.departmentHead()));
        var folder = Files.createTempDirectory("walk");
        var state = folder.resolve("state");
        Files.writeString(state, "");
        String said = "";
        int steps = 0;
        var found = STEP.matcher(Files.readString(Path.of("docs/api.md")));
        while (found.find()) {
            if (found.group(1) != null) {
                clock.set(found.group(1));
            } else {
                said = run(folder, state, found.group(2), people);
                steps++;
            }
        }
        assertThat(steps).isGreaterThan(6);
        assertThat(said).endsWith("closed\n");
    }

    private String token(Cast.Troupe company, Actor actor) {
        return company.in(() -> tokens.make(actor, "ERP", actor.rights(), null)).secret();
    }

    /** One block in a shell of its own; functions and variables go on to the next. */
    private String run(Path folder, Path state, String block, Map<String, String> people) throws IOException, InterruptedException {
        var script = folder.resolve("step.sh");
        Files.writeString(script, "set -e -o pipefail\n. " + state + "\n" + block + "\n{ declare -f; declare -p | grep -E '^declare -- [A-Z]+='; } > " + state + "\n");
        var builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        builder.environment().putAll(people);
        builder.environment().put("HUIYIN", "http://localhost:" + port + "/api/v1");
        var output = folder.resolve("output");
        var process = builder.redirectOutput(output.toFile()).start();
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            later.runDueJobs();
        }
        var said = Files.readString(output);
        assertThat(process.exitValue()).as(block + "\n" + said).isZero();
        return said;
    }
}
