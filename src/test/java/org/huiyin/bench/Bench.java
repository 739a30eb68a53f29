package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Measures the real application, each part on a data folder of its own, and prints one table. Started by bench/run, which
 * hands over the start script and the extracted application.
 */
public final class Bench {

    private static final List<String> PARTS = List.of("start", "answers", "results", "sheets", "search", "complaints");

    final Path script = Path.of(System.getProperty("bench.script"));
    final Path app = Path.of(System.getProperty("bench.app"));
    final Path scratch;
    final boolean small;
    final Table table = new Table();

    private Bench(Path scratch, boolean small) {
        this.scratch = scratch;
        this.small = small;
    }

    /** A part of the measuring. */
    @FunctionalInterface
    interface Part {
        void measure(Bench bench) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        var words = new TreeSet<>(Arrays.asList(args));
        boolean small = words.remove("--small");
        if (!PARTS.containsAll(words)) {
            throw new IllegalArgumentException("bench/run [--small] " + String.join(" ", PARTS));
        }
        var conditions = Table.conditions(small);
        var kept = System.getenv("BENCH_KEEP");
        var scratch = kept == null ? Files.createTempDirectory("huiyin-bench") : Files.createDirectories(Path.of(kept));
        try {
            new Bench(scratch, small).measure(words.isEmpty() ? new TreeSet<>(PARTS) : words, conditions);
        } finally {
            if (kept == null) {
                delete(scratch);
            }
        }
        System.exit(0);
    }

    private void measure(Set<String> wanted, String conditions) throws Exception {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("start", StartPart::measure);
        parts.put("answers", AnswersPart::measure);
        parts.put("results", ResultsPart::measure);
        parts.put("sheets", SheetsPart::measure);
        parts.put("search", SearchPart::measure);
        parts.put("complaints", ComplaintsPart::measure);
        for (var part : parts.entrySet()) {
            if (wanted.contains(part.getKey())) {
                try {
                    part.getValue().measure(this);
                } catch (Exception failure) {
                    failure.printStackTrace();
                    table.add(part.getKey(), "**failed**: " + f("%.120s", failure.toString().replace('\n', ' ')), "");
                }
            }
        }
        table.print(conditions);
    }

    /** As large as it is meant, or a hundredth to see whether it works. */
    int size(int large) {
        return small ? Math.max(10, large / 100) : large;
    }

    Path home(String name) {
        return scratch.resolve(name);
    }

    /** The way of operators: the script, the extracted program, the start cache. */
    House open(Path home, String... settings) {
        var environment = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return House.start(home, List.of(script.toString()), environment);
    }

    /** A data folder with the company of the measurements. */
    Path founded(String name) throws IOException {
        var home = home(name);
        Files.createDirectories(home);
        Founding.start(home).close();
        return home;
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
