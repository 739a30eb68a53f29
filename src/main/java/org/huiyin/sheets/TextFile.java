package org.huiyin.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV or other separated text file. */
final class TextFile implements SheetFile {

    private static final int SAMPLE = 1 << 16;
    private static final Pattern UNCLOSED = Pattern.compile("startline ([\\d,. \u00a0]+)\\) EOF reached before encapsulated token");
    private static final Map<Character, String> NAMES = Map.of('\t', "Tab");

    private final Path file;
    private final Charset charset;
    private final char separator;
    /** Excel's first line "sep=;" is an instruction, not data. */
    private final boolean separatorLine;
    private final SheetLimits limits;
    private final SheetReader.Release release;

    TextFile(Path file, Charset charset, SheetLimits limits, SheetReader.Release release) throws IOException {
        this.file = file;
        this.charset = charset;
        this.limits = limits;
        this.release = release;
        String sample = sample();
        this.separatorLine = sample.matches("(?is)sep=.[\\r\\n].*");
        this.separator = separatorLine ? sample.charAt(4) : Separator.of(sample);
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public String reading() {
        return charset.name() + " " + NAMES.getOrDefault(separator, String.valueOf(separator));
    }

    @Override
    public Stream<Row> rows(int sheet) {
        try {
            CSVParser parser = CSVParser.parse(reader(), format());
            return StreamSupport.stream(new Guarded(parser.stream().spliterator()), false)
                    .skip(separatorLine ? 1 : 0)
                    .map(this::row)
                    .onClose(() -> close(parser));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() {
        try {
            release.now();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private CSVFormat format() {
        return CSVFormat.DEFAULT.builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }

    /** A quote mark that is never closed would make one cell of all that follows; it is said instead. */
    private static final class Guarded extends Spliterators.AbstractSpliterator<CSVRecord> {

        private final Spliterator<CSVRecord> source;

        Guarded(Spliterator<CSVRecord> source) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.source = source;
        }

        @Override
        public boolean tryAdvance(Consumer<? super CSVRecord> action) {
            try {
                return source.tryAdvance(action);
            } catch (UncheckedIOException broken) {
                var open = UNCLOSED.matcher(String.valueOf(broken.getMessage()));
                throw open.find() ? new UnreadableSheet(Say.it("file.quote", open.group(1).replaceAll("\\D", "")), broken) : broken;
            }
        }
    }

    private Row row(CSVRecord line) {
        if (line.getRecordNumber() > limits.rows()) {
            throw new UnreadableSheet(Say.it("rows.many", String.valueOf(limits.rows())));
        }
        if (line.size() > limits.columns()) {
            throw new UnreadableSheet(Say.it("columns.many", String.valueOf(line.getRecordNumber()), String.valueOf(limits.columns())));
        }
        List<Cell> cells = new ArrayList<>(line.size());
        for (String value : line) {
            cells.add(value.isEmpty() ? Cell.BLANK : new Cell.Text(plain(value)));
        }
        return new Row((int) line.getRecordNumber(), cells);
    }

    /** Programs write ="007" to keep Excel from dropping the zeros. */
    private static String plain(String value) {
        boolean wrapped = value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"");
        return wrapped ? value.substring(2, value.length() - 1) : value;
    }

    private String sample() throws IOException {
        try (Reader reader = reader()) {
            char[] buffer = new char[SAMPLE];
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; read = reader.read(buffer, length, SAMPLE - length)) {
                length += read;
            }
            return new String(buffer, 0, length);
        }
    }

    private Reader reader() throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void close(CSVParser parser) {
        try {
            parser.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
