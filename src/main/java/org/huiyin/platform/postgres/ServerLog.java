package org.huiyin.platform.postgres;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The server's own words, in log/postgresql.log of the data folder: five files of 10 MB at most, and the last lines at hand. */
final class ServerLog {

    private static final long LIMIT = 10L << 20;
    private static final int KEPT = 4;

    private final Path file;
    private final ArrayDeque<String> tail = new ArrayDeque<>();
    private @Nullable BufferedWriter out;
    private long size;

    ServerLog(Path home) throws IOException {
        file = Files.createDirectories(home.resolve("log")).resolve("postgresql.log");
    }

    synchronized void write(String line) {
        tail.addLast(line);
        if (tail.size() > 12) {
            tail.removeFirst();
        }
        try {
            var writer = writer();
            writer.write(line);
            writer.newLine();
            writer.flush();
            size += line.length() + 1L;
        } catch (IOException _) {
            out = null; // a full disk must not keep the server's pipe from being emptied
        }
    }

    synchronized String tail() {
        return String.join("\n", tail);
    }

    private BufferedWriter writer() throws IOException {
        if (out != null && size > LIMIT) {
            out.close();
            out = null;
        }
        if (out == null) {
            rotate();
            out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            size = Files.size(file);
        }
        return out;
    }

    private void rotate() throws IOException {
        if (Files.notExists(file) || Files.size(file) <= LIMIT) {
            return;
        }
        for (var number = KEPT; number > 0; number--) {
            var older = number == 1 ? file : numbered(number - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling("postgresql.log." + number);
    }
}
