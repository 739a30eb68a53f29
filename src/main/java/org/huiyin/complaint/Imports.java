package org.huiyin.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.jobs.Jobs;
import org.huiyin.records.Attachments;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.ColumnMatcher;
import org.huiyin.sheets.SheetFile;
import org.huiyin.sheets.SheetReader;
import org.huiyin.sheets.UnreadableSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings complaints and shipments in from Excel and CSV as people have them: upload, columns, preview with sentences, taking over, taking back. */
@Service
@Transactional
public class Imports {

    static final String RIGHT = "complaint.import";
    static final String SUBJECT = "complaint.import";

    private final ImportStore store;
    private final ImportColumns columns;
    private final Attachments attachments;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(ImportStore store, ImportColumns columns, Attachments attachments, Jobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.columns = columns;
        this.attachments = attachments;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** A column of the list with what stands in it. */
    public record Column(int index, String header, String field, List<String> samples) {}

    /** How the list is understood. */
    public record Proposal(List<String> sheets, int sheet, String reading, List<Column> columns, List<String> fields, List<String> missing) {}

    /** A row and what is wrong with it. */
    public record BadRow(int row, List<Sentence> problems) {}

    /** A row as it will be taken over. */
    public record GoodRow(int row, Map<String, String> fields) {}

    /** Keeps the file as it came, if it can be read as a table at all. */
    public UUID upload(Actor actor, ImportKind kind, String name, InputStream content) {
        actor.mustHave(RIGHT);
        var id = Ids.next();
        var shortName = name.isBlank() ? "list" : name.strip().substring(Math.max(0, name.strip().length() - 200));
        var file = attachments.store(actor, new SubjectRef(SUBJECT, id), shortName, content);
        store.insert(id, kind, shortName, file.id(), actor.id(), clock.instant());
        try {
            read(store.find(id).orElseThrow(), sheet -> sheet.top(0, 5));
        } catch (BrokenRule unreadable) {
            throw new InvalidInput(Map.of("file", unreadable.sentence()));
        }
        happen(actor, id, "upload", Map.of("file", shortName, "kind", kind.name(), "sha256", file.sha256()));
        return id;
    }

    @Transactional(readOnly = true)
    public ImportView get(Actor actor, UUID id) {
        actor.mustHave(RIGHT);
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The lists so far, the latest first. */
    @Transactional(readOnly = true)
    public List<ImportView> history(Actor actor) {
        actor.mustHave(RIGHT);
        return store.history();
    }

    /** How the columns are understood: as somebody said, else by their names. */
    @Transactional(readOnly = true)
    public Proposal proposal(Actor actor, UUID id, int sheet) {
        var list = get(actor, id);
        return read(list, file -> {
            int within = Math.clamp(sheet, 0, file.sheets().size() - 1);
            var top = file.top(within, ColumnMatcher.TOP);
            var mapping = store.mapping(id).filter(m -> list.sheet() == within).orElseGet(() -> columns.propose(list.kind(), top));
            var shown = new ArrayList<Column>();
            for (int i = 0; i < mapping.headers().size(); i++) {
                int index = i;
                shown.add(new Column(i, mapping.headers().get(i), mapping.byColumn().getOrDefault(i, ""), top.stream().filter(r -> r.number() >= mapping.firstDataRow())
                        .map(r -> r.cell(index).shown()).filter(t -> !t.isBlank()).limit(2).toList()));
            }
            return new Proposal(file.sheets(), within, file.reading(), shown, columns.fields(list.kind()),
                    list.kind().required().stream().filter(f -> mapping.column(f).isEmpty()).sorted().toList());
        });
    }

    /** Says which column is which and whether the complaints are history, and has the rows read. */
    public void map(Actor actor, UUID id, int sheet, Map<Integer, String> chosen, boolean history) {
        var list = get(actor, id);
        var mapping = read(list, file -> columns.choose(list.kind(), columns.propose(list.kind(), file.top(sheet, ColumnMatcher.TOP)), known(list.kind(), chosen)));
        var missing = list.kind().required().stream().filter(f -> mapping.column(f).isEmpty()).sorted().toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput("columns", "complaint.import.missingColumn", new Sentence("complaint.field." + missing.getFirst()));
        }
        store.settings(id, sheet, unnamed(mapping, chosen), history);
        if (!store.become(id, ImportView.State.UPLOADED, ImportView.State.READING) && !store.become(id, ImportView.State.READ, ImportView.State.READING)) {
            throw new BrokenRule("complaint.import.busy");
        }
        jobs.soon(ImportJobs.READ, new ImportJobs.Order(id));
    }

    private Map<Integer, String> known(ImportKind kind, Map<Integer, String> chosen) {
        var fields = columns.fields(kind);
        var known = new java.util.LinkedHashMap<Integer, String>();
        chosen.forEach((column, field) -> {
            if (field.isEmpty() || field.equals("-") || fields.contains(field)) {
                known.put(column, field.equals("-") ? "" : field);
            }
        });
        return known;
    }

    /** A column without a field is kept as words; only "-" leaves it out. */
    private static ColumnMapping unnamed(ColumnMapping mapping, Map<Integer, String> chosen) {
        var ignored = mapping.ignored().stream().filter(c -> "-".equals(chosen.get(c))).toList();
        return new ColumnMapping(mapping.firstDataRow(), mapping.headers(), mapping.byColumn(), ignored, mapping.missing(), mapping.proposals());
    }

    /** Rows with cells that were not understood. */
    @Transactional(readOnly = true)
    public List<BadRow> bad(Actor actor, UUID id, int page, int size) {
        get(actor, id);
        return store.rows(id, true, (Math.max(1, page) - 1) * size, size).stream().map(r -> new BadRow(r.row(), r.problems())).toList();
    }

    /** Rows as they will be taken over. */
    @Transactional(readOnly = true)
    public List<GoodRow> good(Actor actor, UUID id, int size) {
        get(actor, id);
        return store.rows(id, false, 0, size).stream().map(r -> new GoodRow(r.row(), r.fields())).toList();
    }

    /** What becomes of shipments of which the list gives another quantity than is recorded. */
    public enum Differing {
        KEEP, REPLACE
    }

    /** Takes the rows over: all of them, or by choice the good ones only; what is recorded otherwise is asked about. */
    public void take(Actor actor, UUID id, boolean goodOnly, @Nullable Differing differing) {
        var list = get(actor, id);
        if (list.bad() > 0 && !goodOnly) {
            throw new BrokenRule("complaint.import.badLeft", list.bad());
        }
        if (list.changed() > 0 && differing == null) {
            throw new BrokenRule("complaint.import.changedLeft", list.changed());
        }
        boolean replacing = differing == Differing.REPLACE;
        if (list.good() + (replacing ? list.changed() : 0) == 0) {
            throw new BrokenRule("complaint.import.nothingGood");
        }
        if (!store.become(id, ImportView.State.READ, ImportView.State.TAKING)) {
            throw new BrokenRule("complaint.import.busy");
        }
        store.replace(id, replacing);
        jobs.soon(ImportJobs.TAKE, new ImportJobs.Order(id));
        happen(actor, id, "order", Map.of("good", list.good(), "bad", list.bad(), "known", list.known(), "changed", list.changed(), "goodOnly", goodOnly, "replacing", replacing));
    }

    /** A row that gives another quantity than is recorded. */
    public record ChangedRow(int row, Map<String, String> fields, BigDecimal recorded, String unit) {}

    /** Rows whose shipment is recorded with another quantity. */
    @Transactional(readOnly = true)
    public List<ChangedRow> changed(Actor actor, UUID id, int page, int size) {
        get(actor, id);
        return store.changed(id, (Math.max(1, page) - 1) * size, size).stream().map(r -> new ChangedRow(r.row(), r.fields(), r.former().quantity(), r.former().unit())).toList();
    }

    /** Takes the import back as far as nobody has worked on it since; numbers stay used. */
    public void undo(Actor actor, UUID id) {
        get(actor, id);
        if (!store.become(id, ImportView.State.DONE, ImportView.State.UNDOING)) {
            throw new BrokenRule("complaint.import.busy");
        }
        jobs.soon(ImportJobs.UNDO, new ImportJobs.Order(id));
        happen(actor, id, "orderUndo", Map.of());
    }

    /** Lays the list aside; nothing was taken over. */
    public void drop(Actor actor, UUID id) {
        get(actor, id);
        if (!store.become(id, ImportView.State.UPLOADED, ImportView.State.DROPPED) && !store.become(id, ImportView.State.READ, ImportView.State.DROPPED)) {
            throw new BrokenRule("complaint.import.busy");
        }
        happen(actor, id, "drop", Map.of());
    }

    private <T> T read(ImportView list, Function<SheetFile, T> work) {
        var copy = copy(list);
        try (var file = new SheetReader().open(copy, list.fileName())) {
            return work.apply(file);
        } catch (UnreadableSheet unreadable) {
            throw new BrokenRule(unreadable.sentence().key(), unreadable.sentence().args().toArray());
        } finally {
            delete(copy);
        }
    }

    /** The file on disk while it is read. */
    Path copy(ImportView list) {
        try {
            var copy = Files.createTempFile("complaints", ".copy");
            try (var out = Files.newOutputStream(copy)) {
                attachments.open(list.file()).writeTo(out);
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void happen(Actor actor, UUID id, String verb, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef(SUBJECT, id), verb, actor.id(), Map.of(), new java.util.LinkedHashMap<>(after), clock.instant()));
    }
}
