package org.huiyin.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.huiyin.kernel.CompanyId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Heads of the chains in files beside the database, a line for each batch: a chain that was cut off no longer fits. */
@Component
class HeadFiles {

    private final Path folder;
    private final Map<CompanyId, Long> last = new ConcurrentHashMap<>();

    HeadFiles(@Value("${huiyin.home:data}") Path home) {
        this.folder = home.resolve("audit");
    }

    Path file(CompanyId company) {
        return folder.resolve("heads-" + company.value() + ".log");
    }

    /** Appends the head unless the file knows it, or a later one, already. */
    synchronized void append(CompanyId company, Head head) {
        if (head.position() <= last.computeIfAbsent(company, this::lastWritten)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(file(company), head.line() + "\n", StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
            last.put(company, head.position());
        } catch (IOException failure) {
            throw new UncheckedIOException("The head of the audit chain cannot be written: " + file(company), failure);
        }
    }

    /** Every head ever written, the oldest first; lines that are no heads are left out. */
    List<Head> all(CompanyId company) {
        try (var lines = lines(company)) {
            return lines.map(Head::parse).flatMap(Optional::stream).toList();
        }
    }

    private long lastWritten(CompanyId company) {
        try (var lines = lines(company)) {
            return lines.map(Head::parse).flatMap(Optional::stream).mapToLong(Head::position).max().orElse(0);
        }
    }

    private Stream<String> lines(CompanyId company) {
        try {
            return Files.exists(file(company)) ? Files.lines(file(company), StandardCharsets.US_ASCII) : Stream.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
