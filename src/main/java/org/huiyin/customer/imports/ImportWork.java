package org.huiyin.customer.imports;

import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.sheets.UnreadableSheet;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on an import, step by step. Each step is a transaction that holds the import, so that nothing is done twice, what a
 * cut-off run has done stays done, and the next run goes on from there; the last step lets the import become what follows.
 */
abstract class ImportWork implements JobHandler<ImportJob> {

    private static final int ATTEMPTS = 3;

    private final ImportState during;
    private final ImportState then;
    private final ImportState stopped;
    private final ImportStore store;
    private final TransactionTemplate transaction;

    /**
     * @param during the state in which there is something to do
     * @param then what the import becomes when it is done
     * @param stopped what it becomes when it cannot be done
     */
    ImportWork(ImportState during, ImportState then, ImportState stopped, ImportStore store, TransactionTemplate transaction) {
        this.during = during;
        this.then = then;
        this.stopped = stopped;
        this.store = store;
        this.transaction = transaction;
    }

    /** One run over the steps that are left; it may remember what it has read. */
    interface Run extends AutoCloseable {

        /** Does the next step inside its transaction; false when nothing was left to do. */
        boolean step(ImportView list);

        @Override
        default void close() {}
    }

    /** Begins a run, outside of any transaction. */
    abstract Run begin(ImportView list);

    /** What belongs to the last step. */
    void end(ImportView list) {}

    @Override
    public final Class<ImportJob> payload() {
        return ImportJob.class;
    }

    @Override
    public final int attempts() {
        return ATTEMPTS;
    }

    @Override
    public final void handle(ImportJob job) {
        var list = Objects.requireNonNull(transaction.execute(s -> store.find(job.id())));
        if (list.isEmpty() || list.get().state() != during) {
            return;
        }
        try (var run = begin(list.get())) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(s -> step(job.id(), run)));
            }
        } catch (UnreadableSheet unreadable) {
            stop(job.id(), unreadable.sentence());
        }
    }

    @Override
    public final void givenUp(ImportJob job, Throwable cause) {
        stop(job.id(), new Sentence("customer.import.gaveUp"));
    }

    private boolean step(UUID id, Run run) {
        var list = store.held(id).filter(i -> i.state() == during);
        if (list.isEmpty()) {
            return false;
        }
        if (run.step(list.get())) {
            return true;
        }
        var whole = store.find(id).orElseThrow();
        end(whole);
        store.become(whole, then);
        return false;
    }

    private void stop(UUID id, Sentence why) {
        transaction.executeWithoutResult(s -> store.held(id).filter(i -> i.state() == during).ifPresent(i -> store.stop(i, stopped, why)));
    }

    /** For a run that does more than one thing in a transaction. */
    final TransactionTemplate transaction() {
        return transaction;
    }
}
