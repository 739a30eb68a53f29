package org.huiyin.customer.imports;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an import back, the last row first; what somebody has worked on since stays and is said. Numbers stay used. */
@Component
class UndoJob extends ImportWork {

    static final String NAME = "customer.import.undo";
    private static final int BLOCK = 1_000;

    private final UndoStore store;
    private final CustomerUndoing undoing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndoJob(ImportStore imports, UndoStore store, CustomerUndoing undoing, TransactionTemplate transaction, ApplicationEventPublisher events,
            Clock clock) {
        super(ImportState.UNDOING, ImportState.UNDONE, ImportState.STOPPED, imports, transaction);
        this.store = store;
        this.undoing = undoing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    Run begin(ImportView list) {
        return list.kind() == ImportKind.SALES ? now -> store.sales(now.id()) > 0 : this::customers;
    }

    private boolean customers(ImportView list) {
        var rows = store.next(list.id(), BLOCK);
        if (!rows.isEmpty()) {
            undoing.undo(list, rows);
        }
        return !rows.isEmpty();
    }

    @Override
    void end(ImportView list) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("file", list.fileName());
        figures.put("undone", list.counts().undone());
        figures.put("kept", list.counts().kept());
        events.publishEvent(new Happening(new SubjectRef("customerImport", list.id()), "undo", list.by(), Map.of(), figures, clock.instant()));
    }
}
