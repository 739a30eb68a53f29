package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Short helper programs: run, waited for, their words kept for the message. */
final class Shell {

    private Shell() {}

    record Outcome(int status, String words) {
        boolean good() {
            return status == 0;
        }
    }

    static Outcome run(Path folder, List<String> command) {
        try {
            var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var words = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Outcome(process.waitFor(), words.strip());
        } catch (IOException e) {
            return new Outcome(127, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }

    static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder, program)));
    }

    static void signal(String name, long pid) {
        run(Path.of("/"), List.of("sh", "-c", "kill -" + name + " " + pid));
    }
}
