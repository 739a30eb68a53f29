package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The processes of one data folder's server, found by the name in their titles, which every account may read.
 * A dead process that nobody has reaped has no title and does not count.
 */
record ServerProcesses(String name) {

    private static final Path PROC = Path.of("/proc");

    /** Stops what a killed Huiyin left behind; the caller holds the lock of the folder. */
    void end(Path dataFolder) throws IOException {
        if (Files.notExists(PROC.resolve("self"))) {
            endByPidFile(dataFolder.resolve("postmaster.pid"));
            return;
        }
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            if (alive().isEmpty()) {
                break;
            }
            postmasters().forEach(pid -> Shell.signal(signal, pid));
            await(Duration.ofSeconds(20));
            if (!signal.equals("INT")) {
                alive().forEach(pid -> Shell.signal(signal, pid));
            }
        }
        await(Duration.ofSeconds(5));
        if (!alive().isEmpty()) {
            throw new DatabaseNotReady("Processes of an earlier PostgreSQL in %s cannot be ended: %s".formatted(dataFolder, alive()));
        }
        // PostgreSQL would take a zombie, or a stranger who got the number, for its own postmaster.
        Files.deleteIfExists(dataFolder.resolve("postmaster.pid"));
    }

    private void await(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (!alive().isEmpty() && System.nanoTime() < end) {
            pause();
        }
    }

    private List<Long> alive() {
        return pids().filter(pid -> title(pid).contains(name)).toList();
    }

    private List<Long> postmasters() {
        return pids().filter(pid -> title(pid).contains("cluster_name=" + name)).toList();
    }

    private static Stream<Long> pids() {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid);
    }

    private static String title(long pid) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve("cmdline"), ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private static void endByPidFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var process = ProcessHandle.of(pid).filter(handle -> handle.info().command().orElse("").contains("postgres"));
        if (process.isPresent()) {
            Shell.signal("INT", pid);
            for (var round = 0; round < 2000 && process.get().isAlive(); round++) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseNotReady("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
