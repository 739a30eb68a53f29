package org.huiyin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of the run which clause is proved by which passing test, and which clause is missing and why. */
public final class ClauseReport implements TestExecutionListener {

    private final Map<String, TreeSet<String>> proved = new TreeMap<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(this::note);
    }

    private void note(MethodSource source) {
        var name = source.getJavaClass().getSimpleName() + "." + source.getMethodName();
        Stream.of(source.getJavaMethod().getAnnotation(Clause.class), source.getJavaClass().getAnnotation(Clause.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(clause -> Stream.of(clause.value()))
                .forEach(row -> proved.computeIfAbsent(row, r -> new TreeSet<>()).add(name));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (proved.isEmpty()) {
            return;
        }
        var report = new StringBuilder("Clauses and the tests that prove them\n");
        wanted().forEach(line -> {
            var row = line.split(",", 2);
            var tests = proved.getOrDefault(row[0], new TreeSet<>());
            report.append(tests.isEmpty() ? "  MISSING " : "  proved  ").append(row[0]).append("  ");
            report.append(tests.isEmpty() ? (row.length > 1 && !row[1].isBlank() ? row[1] : "no reason given") : String.join(", ", tests));
            report.append('\n');
        });
        write(report.toString());
    }

    private static List<String> wanted() {
        try (var file = ClauseReport.class.getResourceAsStream("/clauses.csv")) {
            return file == null ? List.of() : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(String report) {
        System.out.println(report);
        try {
            Files.writeString(Path.of("target", "clauses.txt"), report);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
