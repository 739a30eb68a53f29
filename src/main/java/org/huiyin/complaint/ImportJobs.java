package org.huiyin.complaint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Companies;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.SheetReader;
import org.huiyin.sheets.UnreadableSheet;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads, takes over and takes back lists after the request, block by block, so that memory stays flat and a restart goes on. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

    static final String READ = "complaint.import.read";
    static final String TAKE = "complaint.import.take";
    static final String UNDO = "complaint.import.undo";
    private static final int BLOCK = 1_000;
    private static final String UNCLOSED = "sheets.file.quote";

    /** Which list. */
    record Order(UUID id) {}

    private abstract static class Step implements JobHandler<Order> {

        private final String name;
        private final ImportStore store;
        private final TransactionTemplate transaction;

        Step(String name, ImportStore store, TransactionTemplate transaction) {
            this.name = name;
            this.store = store;
            this.transaction = transaction;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Class<Order> payload() {
            return Order.class;
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public void givenUp(Order order, Throwable cause) {
            transaction.executeWithoutResult(s -> store.fail(order.id(), new Sentence("complaint.import.gaveUp")));
        }
    }

    @Bean
    JobHandler<Order> complaintImportRead(ImportStore store, Imports imports, Procedures procedures, TransactionTemplate transaction) {
        return new Step(READ, store, transaction) {
            @Override
            public void handle(Order order) {
                var list = Objects.requireNonNull(transaction.execute(s -> store.find(order.id()))).filter(i -> i.state() == ImportView.State.READING);
                if (list.isEmpty()) {
                    return;
                }
                try {
                    read(list.get());
                } catch (UnreadableSheet unreadable) {
                    transaction.executeWithoutResult(s -> store.fail(order.id(), unreadable.sentence()));
                }
            }

            private void read(ImportView list) {
                var mapping = Objects.requireNonNull(transaction.execute(s -> {
                    store.clear(list.id());
                    return store.mapping(list.id()).orElseThrow();
                }));
                var today = Objects.requireNonNull(transaction.execute(s -> procedures.today()));
                var copy = Objects.requireNonNull(transaction.execute(s -> imports.copy(list)));
                try (var file = new SheetReader().open(copy, list.fileName()); var rows = file.rows(list.sheet())) {
                    stage(list, mapping, new ImportReader(list.kind(), mapping, today), rows.iterator(), !file.reading().equals("xlsx"));
                } finally {
                    Imports.delete(copy);
                }
                transaction.executeWithoutResult(s -> store.become(list.id(), ImportView.State.READING, ImportView.State.READ));
            }

            private void stage(ImportView list, ColumnMapping mapping, ImportReader reader, java.util.Iterator<Row> rows, boolean text) {
                var block = new ArrayList<ImportReader.Read>();
                Row held = null;
                boolean end = false;
                int last = 0;
                Sentence open = null;
                try {
                    while (rows.hasNext()) {
                        var row = rows.next();
                        last = row.number();
                        end = !row.blank();
                        if (row.number() < mapping.firstDataRow() || row.blank()) {
                            continue;
                        }
                        if (held != null) {
                            block.add(reader.read(held, false));
                        }
                        held = row;
                        if (block.size() == BLOCK) {
                            flush(list, block);
                        }
                    }
                } catch (UnreadableSheet unreadable) {
                    if (held == null || !unreadable.sentence().key().equals(UNCLOSED)) {
                        throw unreadable;
                    }
                    open = unreadable.sentence();
                }
                if (held != null) {
                    block.add(reader.read(held, text && end && open == null && held.cells().size() < mapping.headers().size()));
                }
                if (open != null) {
                    block.add(ImportReader.unclosed(last + 1, open));
                }
                flush(list, block);
            }

            private void flush(ImportView list, List<ImportReader.Read> block) {
                if (!block.isEmpty()) {
                    transaction.executeWithoutResult(s -> store.stage(list, block));
                    block.clear();
                }
            }
        };
    }

    @Bean
    JobHandler<Order> complaintImportTake(ImportStore store, BulkComplaints bulk, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        return new Step(TAKE, store, transaction) {
            @Override
            public void handle(Order order) {
                boolean more = true;
                while (more) {
                    more = Boolean.TRUE.equals(transaction.execute(s -> block(order.id())));
                }
            }

            private boolean block(UUID id) {
                var list = store.held(id).filter(i -> i.state() == ImportView.State.TAKING).orElse(null);
                if (list == null) {
                    return false;
                }
                var rows = store.left(list, BLOCK);
                if (!rows.isEmpty()) {
                    store.taken(id, rows, bulk.take(list, rows));
                    return true;
                }
                store.become(id, ImportView.State.TAKING, ImportView.State.DONE);
                if (list.kind() == ImportKind.COMPLAINTS) {
                    events.publishEvent(new ComplaintsBrought(list.taken()));
                }
                events.publishEvent(new Happening(new SubjectRef(Imports.SUBJECT, id), "take", list.by(), Map.of(), Map.of("file", list.fileName(), "taken", list.taken()),
                        clock.instant()));
                return false;
            }
        };
    }

    @Bean
    JobHandler<Order> complaintImportUndo(ImportStore store, TransactionTemplate transaction, Companies companies, Messages messages, Clock clock,
            ApplicationEventPublisher events) {
        return new Step(UNDO, store, transaction) {
            @Override
            public void handle(Order order) {
                transaction.executeWithoutResult(s -> {
                    var list = store.held(order.id()).filter(i -> i.state() == ImportView.State.UNDOING).orElse(null);
                    if (list == null) {
                        return;
                    }
                    var words = messages.in(Language.of(java.util.Locale.forLanguageTag(companies.current().language())), companies.current().zone())
                            .t("complaint.import.undone", list.fileName());
                    int kept = switch (list.kind()) {
                        case SHIPMENTS -> store.dropShipments(list.id());
                        case INSPECTIONS -> store.dropInspections(list.id());
                        case COMPLAINTS -> store.withdraw(list.id(), list.by(), words, clock.instant());
                    };
                    store.kept(list.id(), kept);
                    store.become(list.id(), ImportView.State.UNDOING, ImportView.State.UNDONE);
                    events.publishEvent(new Happening(new SubjectRef(Imports.SUBJECT, list.id()), "undo", list.by(), Map.of(), Map.of("kept", kept), clock.instant()));
                });
            }
        };
    }
}
