package org.huiyin.complaint.words;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.ComplaintTaken;
import org.huiyin.complaint.ComplaintsBrought;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads complaints for their keywords after they were taken in, so that nobody waits for it; lists block by block. */
@Configuration(proxyBeanMethods = false)
class WordJobs {

    static final String READ = "complaint.words";
    private static final int BLOCK = 500;
    private static final UUID NONE = new UUID(0, 0);

    private final Jobs jobs;

    WordJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Which complaint; without one all that were not read, or all of them again. */
    record Order(@Nullable UUID complaint, boolean again) {}

    @EventListener
    void taken(ComplaintTaken taken) {
        jobs.soon(READ, new Order(taken.complaint().value(), false));
    }

    @EventListener
    void brought(ComplaintsBrought brought) {
        jobs.soon(READ, new Order(null, false));
    }

    @Bean
    JobHandler<Order> complaintWordsReader(WordStore store, Segmenter segmenter, TransactionTemplate transaction) {
        return new JobHandler<>() {
            @Override
            public String name() {
                return READ;
            }

            @Override
            public Class<Order> payload() {
                return Order.class;
            }

            @Override
            public void handle(Order order) {
                var complaint = order.complaint();
                if (complaint != null) {
                    transaction.executeWithoutResult(s -> one(complaint));
                } else {
                    all(store, segmenter, transaction, order.again());
                }
            }

            private void one(UUID complaint) {
                var text = store.text(complaint);
                if (text != null) {
                    store.keep(Map.of(text, segmenter.words(text.words(), store.own())));
                }
            }
        };
    }

    private static void all(WordStore store, Segmenter segmenter, TransactionTemplate transaction, boolean again) {
        UUID last = NONE;
        while (true) {
            UUID from = last;
            var read = Objects.requireNonNull(transaction.execute(s -> {
                var texts = store.behind(from, again, BLOCK);
                var own = store.own();
                Map<WordStore.Text, List<String>> words = new LinkedHashMap<>();
                texts.forEach(text -> words.put(text, segmenter.words(text.words(), own)));
                if (!words.isEmpty()) {
                    store.keep(words);
                }
                return texts;
            }));
            if (read.size() < BLOCK) {
                return;
            }
            last = read.getLast().complaint();
        }
    }

    /** What was never read, such as the complaints of an earlier edition. */
    @Bean
    CompanyRoutine complaintWordsRoutine(WordStore store, TransactionTemplate transaction) {
        return new CompanyRoutine() {
            @Override
            public String name() {
                return READ;
            }

            @Override
            public Duration every() {
                return Duration.ofHours(6);
            }

            @Override
            public void run() {
                transaction.executeWithoutResult(s -> {
                    if (store.unread() > 0) {
                        jobs.soon(READ, new Order(null, false));
                    }
                });
            }
        };
    }
}
