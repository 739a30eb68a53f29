package org.huiyin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real Huiyin with its PostgreSQL in a data folder of its own: started like an operator's, watched through /proc, ended or killed. */
final class House implements AutoCloseable {

    private static final double TICKS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    final Path home;
    final int port;
    private final Process process;
    private final Duration firstPage;

    private House(Path home, int port, Process process, Duration firstPage) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.firstPage = firstPage;
    }

    /** Seconds of processor time used so far. */
    record Cpu(double jvm, double postgres) {
        Cpu since(Cpu before) {
            return new Cpu(jvm - before.jvm, postgres - before.postgres);
        }

        double total() {
            return jvm + postgres;
        }
    }

    /** Megabytes of memory: shared pages counted in parts (PSS), and in full (RSS). */
    record Memory(int jvmPss, int jvmRss, int postgresPss) {}

    /** Starts the command, which must end as the Java process, and waits for its first page. */
    static House start(Path home, List<String> command, Map<String, String> settings) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolveSibling(home.getFileName() + ".log").toFile()));
            var environment = new HashMap<>(settings);
            environment.put("HUIYIN_HOME", home.toString());
            environment.put("HUIYIN_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            long begin = System.nanoTime();
            var process = builder.start();
            awaitFirstPage(process, port, home);
            return new House(home, port, process, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitFirstPage(Process process, int port, Path home) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (var wire = new Wire(port)) {
                var status = wire.get("/login").status();
                if (status == 200 || status == 302) {
                    return;
                }
            } catch (IOException _) {
                pause(10);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("Huiyin in %s does not start; see %s.log".formatted(home, home));
    }

    /** From the command to the first page. */
    Duration firstPage() {
        return firstPage;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The server of the embedded database, a child of the Java process; 0 while it is being started again. */
    long postmaster() {
        return process.children().map(ProcessHandle::pid).filter(pid -> read("/proc/" + pid + "/cmdline").contains("cluster_name=")).findFirst().orElse(0L);
    }

    Cpu cpu() {
        double jvm = ticks(pid(), 13, 14);
        double postgres = process.descendants().mapToDouble(p -> ticks(p.pid(), 13, 14)).sum();
        return new Cpu(jvm / TICKS, (postgres + ticks(postmaster(), 15, 16)) / TICKS);
    }

    private static double ticks(long pid, int... fields) {
        var stat = read("/proc/" + pid + "/stat");
        if (stat.isEmpty()) {
            return 0;
        }
        var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(words[field - 2]);
        }
        return sum;
    }

    Memory memory() {
        int postgres = process.descendants().mapToInt(p -> megabytes(p.pid(), "smaps_rollup", "Pss:")).sum();
        return new Memory(megabytes(pid(), "smaps_rollup", "Pss:"), megabytes(pid(), "status", "VmRSS:"), postgres);
    }

    /** Forgets the peak so far, so that the next {@link #peak} is that of the work in between. */
    void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc", Long.toString(pid()), "clear_refs"), "5");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The most megabytes that the Java process held at once. */
    int peak() {
        return megabytes(pid(), "status", "VmHWM:");
    }

    private static int megabytes(long pid, String file, String name) {
        return read("/proc/" + pid + "/" + file).lines().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> Integer.parseInt(line.replaceAll("\\D+", "")) / 1024).orElse(0);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    int databasePort() {
        return Integer.parseInt(secret("port"));
    }

    String secret(String name) {
        var values = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("database.properties"))) {
            values.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return values.getProperty(name);
    }

    /** A connection past row-level security, to fill and to look at the database. */
    Connection superuser() {
        return connection("postgres", secret("superuser.password"));
    }

    private Connection connection(String user, String password) {
        try {
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/huiyin".formatted(databasePort()), user, password);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The signal that nothing survives. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    void killPostgres() {
        long pid = postmaster();
        if (pid != 0) {
            signal(pid);
        }
    }

    /** One of the server's own processes; PostgreSQL then resets all of them. */
    void killBackend() {
        process.descendants().map(ProcessHandle::pid).filter(pid -> read("/proc/" + pid + "/cmdline").contains("huiyin_app"))
                .findAny().ifPresent(House::signal);
    }

    private static void signal(long pid) {
        try {
            new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }
}
