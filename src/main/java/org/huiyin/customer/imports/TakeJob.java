package org.huiyin.customer.imports;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.platform.jobs.JobHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the good rows over block by block; after a restart it goes on where it was. */
@Component
class TakeJob implements JobHandler<ImportJob> {

    static final String NAME = "customer.import.take";
    private static final int BLOCK = 500;

    private final ImportStore store;
    private final TakingStore taking;
    private final CustomerTaking customers;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeJob(ImportStore store, TakingStore taking, CustomerTaking customers, People people, TransactionTemplate transaction,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.taking = taking;
        this.customers = customers;
        this.people = people;
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

    /** One block in one transaction; false when nothing is left to do. */
    private boolean block(UUID id) {
        var list = store.held(id).filter(i -> i.state() == ImportState.TAKING);
        if (list.isEmpty()) {
            return false;
        }
        int handled = list.get().kind() == ImportKind.SALES ? sales(list.get()) : customers(list.get());
        if (handled > 0) {
            return true;
        }
        finish(Objects.requireNonNull(store.find(id).orElse(null)));
        return false;
    }

    private int sales(ImportView list) {
        return taking.takeSales(list.id(), BLOCK * 4, list.base(), list.by(), clock.instant());
    }

    private int customers(ImportView list) {
        var rows = taking.next(list.id(), BLOCK);
        if (rows.isEmpty()) {
            return 0;
        }
        var actor = people.actor(list.by()).orElseThrow(() -> new IllegalStateException("the importer has left"));
        customers.take(list.kind(), rows, actor);
        taking.handled(list.id(), rows);
        return rows.size();
    }

    private void finish(ImportView list) {
        taking.taken(list.id(), clock.instant());
        store.become(list, ImportState.DONE);
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("file", list.fileName());
        figures.put("kind", list.kind().name());
        figures.put("created", list.counts().created());
        figures.put("updated", list.counts().updated());
        events.publishEvent(new Happening(new SubjectRef("customerImport", list.id()), "take", list.by(), Map.of(), figures, clock.instant()));
    }
}
