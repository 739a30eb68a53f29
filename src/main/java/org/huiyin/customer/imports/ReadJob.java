package org.huiyin.customer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.customer.Today;
import org.huiyin.organization.People;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.SheetFile;
import org.huiyin.sheets.SheetReader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rows of a list into the staging table; begins at the top again when it was cut off. */
@Component
class ReadJob extends ImportWork {

    static final String NAME = "customer.import.read";
    private static final int BLOCK = 2_000;

    private final ImportStore store;
    private final StagingStore staging;
    private final Vocabulary vocabulary;
    private final People people;
    private final Today today;

    ReadJob(ImportStore store, StagingStore staging, Vocabulary vocabulary, People people, Today today, TransactionTemplate transaction) {
        super(ImportState.READING, ImportState.READ, ImportState.FAILED, store, transaction);
        this.store = store;
        this.staging = staging;
        this.vocabulary = vocabulary;
        this.people = people;
        this.today = today;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    Run begin(ImportView list) {
        var mapping = Objects.requireNonNull(transaction().execute(s -> store.mapping(list.id()))).orElseThrow();
        transaction().executeWithoutResult(s -> staging.clear(list.id()));
        var copy = copy(list.id());
        try {
            var file = new SheetReader().open(copy, list.fileName());
            try {
                return new Reading(list, mapping, copy, file);
            } catch (RuntimeException unreadable) {
                file.close();
                throw unreadable;
            }
        } catch (RuntimeException unreadable) {
            delete(copy);
            throw unreadable;
        }
    }

    private RowReader reader(ImportView list, ColumnMapping mapping, SheetFile file) {
        return Objects.requireNonNull(transaction().execute(s -> new RowReader(
                list.kind(), mapping, vocabulary, owners(), list.currency(), today.day(), !file.reading().equals("xlsx"))));
    }

    /** The file from top to bottom, a block at a time. */
    private final class Reading implements Run {

        private final ColumnMapping mapping;
        private final RowReader reader;
        private final Path copy;
        private final SheetFile file;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private int read;

        Reading(ImportView list, ColumnMapping mapping, Path copy, SheetFile file) {
            this.mapping = mapping;
            this.reader = reader(list, mapping, file);
            this.copy = copy;
            this.file = file;
            this.stream = file.rows(list.sheet());
            this.rows = stream.iterator();
        }

        @Override
        public boolean step(ImportView list) {
            if (list.counts().read() != read) {
                throw new IllegalStateException("another run has begun to read the same list");
            }
            if (!rows.hasNext()) {
                staging.recognise(list.id(), list.kind(), seesAll(list) ? null : list.by().value());
                return false;
            }
            var block = new ArrayList<Staged>();
            while (rows.hasNext() && block.size() < BLOCK) {
                var row = rows.next();
                if (row.number() >= mapping.firstDataRow() && !nothing(row, mapping) && !total(row, mapping)) {
                    read++;
                    block.addAll(reader.read(row));
                }
            }
            staging.stage(list.id(), block, read);
            return true;
        }

        @Override
        public void close() {
            stream.close();
            file.close();
            delete(copy);
        }
    }

    private boolean seesAll(ImportView list) {
        return people.actor(list.by()).filter(a -> a.may("customer.readAll")).isPresent();
    }

    private static boolean nothing(Row row, ColumnMapping mapping) {
        return row.blank() || mapping.byColumn().keySet().stream().allMatch(c -> row.cell(c).blank())
                && mapping.months().values().stream().allMatch(c -> row.cell(c).blank());
    }

    /** The last line of many lists adds up the others. */
    private boolean total(Row row, ColumnMapping mapping) {
        return vocabulary.code("total", row.cell(mapping.column("name").orElse(0)).shown()).isPresent()
                || vocabulary.code("total", row.cell(0).shown()).isPresent();
    }

    private Map<String, String> owners() {
        var owners = new LinkedHashMap<String, String>();
        people.all().stream().filter(p -> p.active()).forEach(p -> owners.putIfAbsent(Names.key(p.name()), p.id().value().toString()));
        return owners;
    }

    private Path copy(UUID id) {
        try {
            var copy = Files.createTempFile("import", ".copy");
            try (var out = Files.newOutputStream(copy)) {
                transaction().executeWithoutResult(s -> store.pour(id, out));
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
