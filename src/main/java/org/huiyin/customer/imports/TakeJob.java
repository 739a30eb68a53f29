package org.huiyin.customer.imports;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the good rows over, block by block. */
@Component
class TakeJob extends ImportWork {

    static final String NAME = "customer.import.take";
    private static final int CUSTOMERS = 1_000;
    private static final int SALES = 4_000;

    private final TakingStore taking;
    private final CustomerTaking customers;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeJob(ImportStore store, TakingStore taking, CustomerTaking customers, People people, TransactionTemplate transaction,
            ApplicationEventPublisher events, Clock clock) {
        super(ImportState.TAKING, ImportState.DONE, ImportState.STOPPED, store, transaction);
        this.taking = taking;
        this.customers = customers;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    Run begin(ImportView list) {
        return list.kind() == ImportKind.SALES ? this::sales : new Customers();
    }

    private boolean sales(ImportView list) {
        return taking.takeSales(list.id(), SALES, list.base(), list.by(), clock.instant()) > 0;
    }

    /** Goes through the file from top to bottom and remembers how far it is. */
    private final class Customers implements Run {

        private int last = -1;

        @Override
        public boolean step(ImportView list) {
            var rows = taking.next(list.id(), last, CUSTOMERS);
            if (rows.isEmpty()) {
                return false;
            }
            var actor = people.actor(list.by()).orElseThrow(() -> new IllegalStateException("the importer has left"));
            customers.take(list, rows, actor);
            taking.handled(list.id(), rows);
            last = rows.getLast().row_no;
            return true;
        }
    }

    @Override
    void end(ImportView list) {
        taking.taken(list.id(), clock.instant());
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("file", list.fileName());
        figures.put("kind", list.kind().name());
        figures.put("created", list.counts().created());
        figures.put("updated", list.counts().updated());
        events.publishEvent(new Happening(new SubjectRef("customerImport", list.id()), "take", list.by(), Map.of(), figures, clock.instant()));
    }
}
