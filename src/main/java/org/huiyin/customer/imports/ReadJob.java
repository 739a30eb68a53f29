package org.huiyin.customer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.Today;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.SheetReader;
import org.huiyin.sheets.UnreadableSheet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rows of a list into the staging table, a thousand at a time; begins again when it was cut off. */
@Component
class ReadJob implements JobHandler<ImportJob> {

    static final String NAME = "customer.import.read";
    private static final int BLOCK = 1_000;

    private final ImportStore store;
    private final StagingStore staging;
    private final Vocabulary vocabulary;
    private final People people;
    private final Today today;
    private final TransactionTemplate transaction;

    ReadJob(ImportStore store, StagingStore staging, Vocabulary vocabulary, People people, Today today, TransactionTemplate transaction) {
        this.store = store;
        this.staging = staging;
        this.vocabulary = vocabulary;
        this.people = people;
        this.today = today;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ImportJob> payload() {
        return ImportJob.class;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public void handle(ImportJob job) {
        var asked = Objects.requireNonNull(transaction.execute(s -> store.find(job.id())));
        if (asked.isEmpty() || asked.get().state() != ImportState.READING) {
            return;
        }
        try {
            read(asked.get());
        } catch (UnreadableSheet unreadable) {
            transaction.executeWithoutResult(s -> store.fail(job.id(), unreadable.sentence()));
        }
    }

    @Override
    public void givenUp(ImportJob job, Throwable cause) {
        transaction.executeWithoutResult(s -> store.fail(job.id(), new Sentence("customer.import.gaveUp")));
    }

    private void read(ImportView list) {
        var mapping = Objects.requireNonNull(transaction.execute(s -> store.mapping(list.id()))).orElseThrow();
        var reader = Objects.requireNonNull(transaction.execute(s -> {
            staging.clear(list.id());
            return new RowReader(list.kind(), mapping, vocabulary, owners(), list.currency(), today.day());
        }));
        var copy = copy(list.id());
        try (var file = new SheetReader().open(copy, list.fileName()); var rows = file.rows(list.sheet())) {
            stage(list, mapping, reader, rows.iterator());
        } finally {
            delete(copy);
        }
        transaction.executeWithoutResult(s -> {
            var all = people.actor(list.by()).filter(a -> a.may("customer.readAll")).isPresent();
            staging.recognise(list.id(), list.kind(), all ? null : list.by().value());
            store.find(list.id()).filter(i -> i.state() == ImportState.READING).ifPresent(i -> store.become(i, ImportState.READ));
        });
    }

    private void stage(ImportView list, ColumnMapping mapping, RowReader reader, java.util.Iterator<Row> rows) {
        var block = new ArrayList<Staged>();
        int read = 0;
        while (rows.hasNext()) {
            var row = rows.next();
            if (row.number() < mapping.firstDataRow() || nothing(row, mapping) || total(row, mapping)) {
                continue;
            }
            read++;
            block.addAll(reader.read(row));
            if (block.size() >= BLOCK) {
                flush(list.id(), block, read);
            }
        }
        flush(list.id(), block, read);
    }

    private void flush(UUID id, List<Staged> block, int read) {
        transaction.executeWithoutResult(s -> staging.stage(id, block, read));
        block.clear();
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
                transaction.executeWithoutResult(s -> store.pour(id, out));
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
