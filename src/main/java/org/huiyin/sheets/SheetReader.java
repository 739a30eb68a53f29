package org.huiyin.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what a person uploads as a table, judged by its content and never by its name. */
public final class SheetReader {

    private final SheetLimits limits;

    public SheetReader() {
        this(SheetLimits.usual());
    }

    public SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /** Opens a file that stays the caller's; throws {@link UnreadableSheet} with the reason. */
    public SheetFile open(Path file, String name) {
        try {
            return opened(file, name, () -> {});
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Opens an upload; it is kept in a temporary file until the sheet file is closed. */
    public SheetFile open(InputStream upload, String name) {
        try {
            Path copy = Files.createTempFile("sheet", ".upload");
            try {
                copy(upload, copy, name);
                return opened(copy, name, () -> Files.deleteIfExists(copy));
            } catch (IOException | RuntimeException problem) {
                Files.deleteIfExists(copy);
                throw problem;
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Opens text in an encoding that the person chose, where the guess was wrong. */
    public SheetFile openText(Path file, Charset charset) {
        try {
            return new TextFile(file, charset, limits, () -> {});
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private SheetFile opened(Path file, String name, Release release) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw tooLarge(name);
        }
        return switch (FileKind.of(file, name)) {
            case WORKBOOK -> {
                ZipGuard.check(file, name, limits);
                yield new WorkbookFile(file, name, limits, release);
            }
            case TEXT -> new TextFile(file, Encodings.of(file), limits, release);
        };
    }

    private void copy(InputStream upload, Path target, String name) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int read = upload.read(buffer); read >= 0; read = upload.read(buffer)) {
                total += read;
                if (total > limits.fileBytes()) {
                    throw tooLarge(name);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private UnreadableSheet tooLarge(String name) {
        return new UnreadableSheet(Say.it("file.large", name, String.valueOf(limits.fileBytes() >> 20)));
    }

    /** What is to be freed with the sheet file. */
    @FunctionalInterface
    interface Release {
        void now() throws IOException;
    }
}
