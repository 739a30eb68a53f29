package org.huiyin.customer.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.jobs.Jobs;
import org.huiyin.sheets.SheetFile;
import org.huiyin.sheets.SheetReader;
import org.huiyin.sheets.UnreadableSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings lists in from Excel and CSV as people have them: upload, columns as understood, preview with a sentence for each
 * bad cell, taking over, taking back; the file is kept with the record of what became of it.
 */
@Service
@Transactional
public class Imports {

    static final String RIGHT = "customer.import";
    /** The largest file that is read; an upload itself may be limited further by the server. */
    private static final long MOST_BYTES = 60L << 20;

    private final ImportStore store;
    private final StagingStore staging;
    private final ColumnProposals proposals;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(ImportStore store, StagingStore staging, ColumnProposals proposals, Jobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.staging = staging;
        this.proposals = proposals;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the file as it came, if it can be read as a table at all. */
    public UUID upload(Actor actor, ImportKind kind, String name, InputStream content) {
        actor.mustHave(RIGHT);
        var shortName = name.isBlank() ? "?" : name.strip().substring(Math.max(0, name.strip().length() - 200));
        return withCopy(content, shortName, copy -> {
            try (var file = new SheetReader().open(copy.path(), shortName)) {
                refuseEmpty(file, shortName);
            } catch (UnreadableSheet unreadable) {
                throw new InvalidInput(Map.of("file", unreadable.sentence()));
            }
            var id = Ids.next();
            store.insert(id, kind, shortName, copy.size(), copy.sha256(), actor.id(), clock.instant());
            store.keep(id, copy.path());
            tell(actor, id, "upload", Map.of("file", shortName, "kind", kind.name(), "sha256", copy.sha256()));
            return id;
        });
    }

    /** The import, if it is the actor's own or she sees all. */
    @Transactional(readOnly = true)
    public ImportView get(Actor actor, UUID id) {
        actor.mustHave(RIGHT);
        return store.find(id)
                .filter(i -> i.by().equals(actor.id()) || actor.may("customer.readAll"))
                .orElseThrow(NotFound::new);
    }

    /** The imports so far, the latest first. */
    @Transactional(readOnly = true)
    public List<ImportView> history(Actor actor) {
        actor.mustHave(RIGHT);
        return store.history(actor.may("customer.readAll") ? null : actor.id().value());
    }

    /** How the columns of a sheet are understood: as the person said, as lists with these headers were before, or by their names. */
    @Transactional(readOnly = true)
    public Proposal proposal(Actor actor, UUID id, int sheet) {
        var list = get(actor, id);
        return read(list, file -> proposals.of(list, file, sheet));
    }

    /** Says which column is which, and has the rows read. */
    public void map(Actor actor, UUID id, int sheet, Map<Integer, String> chosen, String currency, @Nullable String base) {
        var list = get(actor, id);
        if (Currency.getAvailableCurrencies().stream().noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            throw new InvalidInput("currency", "customer.sale.invalid.currency", currency);
        }
        var proposal = read(list, file -> proposals.chosen(list, file, sheet, chosen));
        if (!proposal.missing().isEmpty()) {
            throw new InvalidInput("columns", "customer.import.missingColumns." + list.kind().name().toLowerCase(java.util.Locale.ROOT));
        }
        store.settings(id, sheet, proposal.mapping(), currency, base == null || base.isBlank() ? null : base.strip(), list.kind(),
                ColumnProposals.signature(proposal.mapping().headers()), clock.instant());
        store.become(list, ImportState.READING);
        jobs.soon(ReadJob.NAME, new ImportJob(id));
    }

    /** Cells that were not understood. */
    @Transactional(readOnly = true)
    public List<BadRow> bad(Actor actor, UUID id, int page, int size) {
        get(actor, id);
        return staging.bad(id, (Math.max(1, page) - 1) * size, size);
    }

    /** Rows as they will be taken over or were: all good ones, "doubles", or "kept" ones that could not be taken back. */
    @Transactional(readOnly = true)
    public List<RowView> rows(Actor actor, UUID id, String which, int page, int size) {
        get(actor, id);
        return staging.rows(id, which, (Math.max(1, page) - 1) * size, size);
    }

    /** Takes the rows over: all of them, or by choice the good ones only; goes on where it stopped. */
    public void take(Actor actor, UUID id, boolean goodOnly) {
        var list = get(actor, id);
        if (list.counts().bad() > 0 && !goodOnly) {
            throw new BrokenRule("customer.import.badLeft", list.counts().bad());
        }
        if (list.counts().good() == 0) {
            throw new BrokenRule("customer.import.nothingGood");
        }
        if (list.goingBack()) {
            throw new BrokenRule("customer.import.goingBack", list.fileName());
        }
        store.become(list, ImportState.TAKING);
        jobs.soon(TakeJob.NAME, new ImportJob(id));
        tell(actor, id, "order", Map.of("good", list.counts().good(), "bad", list.counts().bad(), "goodOnly", goodOnly));
    }

    /** Takes the import back, as far as nobody has worked on it since. */
    public void undo(Actor actor, UUID id) {
        var list = get(actor, id);
        store.become(list, ImportState.UNDOING);
        jobs.soon(UndoJob.NAME, new ImportJob(id));
        tell(actor, id, "orderUndo", Map.of());
    }

    /** Lays the list aside; nothing was taken over. */
    public void drop(Actor actor, UUID id) {
        store.become(get(actor, id), ImportState.DROPPED);
        tell(actor, id, "drop", Map.of());
    }

    /** The file as it came. */
    @Transactional(readOnly = true)
    public void file(Actor actor, UUID id, OutputStream out) {
        get(actor, id);
        store.pour(id, out);
    }

    /** The fields of a kind in the order of the sample sheet. */
    public List<String> fields(ImportKind kind) {
        return proposals.fields(kind);
    }

    private void refuseEmpty(SheetFile file, String name) {
        boolean empty = true;
        for (int sheet = 0; empty && sheet < file.sheets().size(); sheet++) {
            empty = file.top(sheet, 50).stream().allMatch(row -> row.blank());
        }
        if (empty) {
            throw new InvalidInput("file", "customer.import.empty", name);
        }
    }

    private <T> T read(ImportView list, Function<SheetFile, T> work) {
        try {
            var copy = Files.createTempFile("import", ".copy");
            try {
                try (var out = Files.newOutputStream(copy)) {
                    store.pour(list.id(), out);
                }
                try (var file = new SheetReader().open(copy, list.fileName())) {
                    return work.apply(file);
                }
            } catch (UnreadableSheet unreadable) {
                throw new BrokenRule(unreadable.sentence().key(), unreadable.sentence().args().toArray());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Copy(Path path, long size, String sha256) {}

    private static <T> T withCopy(InputStream content, String name, Function<Copy, T> work) {
        try {
            var path = Files.createTempFile("import", ".upload");
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                long size;
                try (var in = new DigestInputStream(content, digest); var out = Files.newOutputStream(path)) {
                    size = pour(in, out, name);
                }
                return work.apply(new Copy(path, size, HexFormat.of().formatHex(digest.digest())));
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long pour(InputStream in, OutputStream out, String name) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > MOST_BYTES) {
                throw new InvalidInput("file", "sheets.file.large", name, String.valueOf(MOST_BYTES >> 20));
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    private void tell(Actor actor, UUID id, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(new SubjectRef("customerImport", Objects.requireNonNull(id)), verb, actor.id(), Map.of(), after, clock.instant()));
    }
}
