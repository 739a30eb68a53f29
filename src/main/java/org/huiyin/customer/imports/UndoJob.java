package org.huiyin.customer.imports;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.jobs.JobHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an import back, the last row first; what somebody has worked on since stays and is said. Numbers stay used. */
@Component
class UndoJob implements JobHandler<ImportJob> {

    static final String NAME = "customer.import.undo";
    private static final int BLOCK = 200;

    private final ImportStore store;
    private final UndoStore undoing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndoJob(ImportStore store, UndoStore undoing, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.undoing = undoing;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
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
        while (Boolean.TRUE.equals(transaction.execute(s -> block(job.id())))) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void givenUp(ImportJob job, Throwable cause) {
        transaction.executeWithoutResult(s -> store.fail(job.id(), new Sentence("customer.import.gaveUp")));
    }

    private boolean block(UUID id) {
        var list = store.held(id).filter(i -> i.state() == ImportState.UNDOING);
        if (list.isEmpty()) {
            return false;
        }
        var taken = Objects.requireNonNull(list.get().takenAt());
        int handled = list.get().kind() == ImportKind.SALES
                ? undoing.sales(id)
                : undoing.customers(id, BLOCK, taken, list.get().by());
        if (handled > 0) {
            return true;
        }
        finish(store.find(id).orElseThrow());
        return false;
    }

    private void finish(ImportView list) {
        store.become(list, ImportState.UNDONE);
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("file", list.fileName());
        figures.put("undone", list.counts().undone());
        figures.put("kept", list.counts().kept());
        events.publishEvent(new Happening(new SubjectRef("customerImport", list.id()), "undo", list.by(), Map.of(), figures, clock.instant()));
    }
}
