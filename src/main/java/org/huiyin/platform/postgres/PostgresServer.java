package org.huiyin.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The running server. One platform thread starts it, reads its words and starts it again when it dies unasked. The
 * kernel ties the server's death signal to that very thread, which is why the thread may not end before the server.
 */
final class PostgresServer {

    private static final String READY = "database system is ready to accept connections";
    private static final long LONGEST_PAUSE = 30_000;

    private final Path folder;
    private final List<String> command;
    private final ServerProcesses processes;
    private final ServerLog log;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread keeper;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Process process;

    private PostgresServer(Path folder, List<String> command, ServerProcesses processes, ServerLog log) {
        this.folder = folder;
        this.command = command;
        this.processes = processes;
        this.log = log;
        keeper = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(this::keep);
    }

    /** Returns when the server takes connections; crash recovery may come first. */
    static PostgresServer start(Path folder, List<String> command, ServerProcesses processes, ServerLog log) {
        var server = new PostgresServer(folder, command, processes, log);
        server.keeper.start();
        server.awaitReady();
        return server;
    }

    private void awaitReady() {
        try {
            if (!ready.get(15, TimeUnit.MINUTES)) {
                throw new DatabaseNotReady("PostgreSQL does not start in %s. Its last words:%n%s".formatted(folder, log.tail()));
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new DatabaseNotReady("Interrupted while PostgreSQL was starting", e);
        } catch (ExecutionException | TimeoutException e) {
            stop();
            throw new DatabaseNotReady("PostgreSQL does not start in %s: %s".formatted(folder, e), e);
        }
    }

    private void keep() {
        var pause = 200L;
        while (!closing()) {
            var begun = System.nanoTime();
            run();
            if (ready.complete(false)) {
                return; // it has never been ready: that is for the starter to tell
            }
            if (!closing()) {
                log.write("huiyin: the server ended unasked and is started again");
                pause = System.nanoTime() - begun > 60_000_000_000L ? 200L : Math.min(pause * 2, LONGEST_PAUSE);
                rest(pause);
            }
        }
    }

    private void run() {
        try {
            processes.end(folder);
            var started = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            process = started;
            started.getOutputStream().close();
            if (closing()) {
                Shell.signal("INT", started.pid());
            }
            listen(started);
            started.waitFor();
        } catch (IOException | RuntimeException e) {
            log.write("huiyin: " + e);
        } catch (InterruptedException _) {
            log.write("huiyin: the keeper was interrupted"); // by nobody: the thread is ours alone
        }
    }

    private void listen(Process started) throws IOException {
        try (var words = new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8))) {
            for (var line = words.readLine(); line != null; line = words.readLine()) {
                log.write(line);
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        }
    }

    /** Ends sessions, writes what is to be written, and returns when the server is gone. */
    void stop() {
        closing.countDown();
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            var running = process;
            if (running != null && running.isAlive()) {
                Shell.signal(signal, running.pid());
            }
            if (ended(signal.equals("INT") ? 60_000 : 10_000)) {
                return;
            }
        }
        throw new DatabaseNotReady("PostgreSQL in %s does not stop".formatted(folder));
    }

    private boolean ended(long millis) {
        try {
            keeper.join(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return !keeper.isAlive();
    }

    private boolean closing() {
        return closing.getCount() == 0;
    }

    private void rest(long millis) {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                log.write("huiyin: closing");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
