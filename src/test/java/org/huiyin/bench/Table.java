package org.huiyin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one table that a run prints: what was measured, the figure, the target beside it. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    void add(String what, String figure, String target) {
        var line = "| " + what + " | " + figure + " | " + target + " |";
        lines.add(line);
        System.err.println(line);
    }

    static String f(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** How the machine stood. */
    static String conditions(boolean small) {
        return f("%d cores (%s), %s, JDK %s, PostgreSQL 18.6 with fsync and synchronous_commit, load before %s, %s UTC%s",
                Runtime.getRuntime().availableProcessors(), processor(), system(), System.getProperty("java.runtime.version"), load(),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(LocalDateTime.now(ZoneOffset.UTC)), small ? ", **small run: no measure of anything**" : "");
    }

    private static String processor() {
        return lines("/proc/cpuinfo").stream().filter(line -> line.startsWith("model name")).findFirst().map(line -> line.replaceFirst(".*: ", "")).orElse("?");
    }

    private static String system() {
        return lines("/etc/os-release").stream().filter(line -> line.startsWith("PRETTY_NAME=")).findFirst().map(line -> line.substring(12).replace("\"", "")).orElse("?");
    }

    private static String load() {
        return lines("/proc/loadavg").getFirst().split(" ")[0];
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return List.of("?");
        }
    }

    void print(String conditions) {
        System.out.println(conditions + "\n\n| measure | figure | target |\n|---|---|---|");
        lines.forEach(System.out::println);
    }
}
