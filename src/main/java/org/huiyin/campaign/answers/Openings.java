package org.huiyin.campaign.answers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.campaign.InvitationId;
import org.huiyin.kernel.CompanyId;
import org.huiyin.platform.CompanyScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes who has opened her form, within a second and for all of them at once: nobody waits for it and nobody was told of
 * it, so that a crash may forget the last second (ADR 8).
 */
@Component
class Openings implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Openings.class);
    private static final long PAUSE = 1000;
    private static final int AT_ONCE = 500;

    private final OpeningStore store;
    private final TransactionTemplate transaction;
    private final Map<CompanyId, Map<InvitationId, Instant>> noted = new ConcurrentHashMap<>();
    private final Object bell = new Object();
    private volatile boolean running;

    Openings(OpeningStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    void note(CompanyId company, InvitationId invitation, Instant at) {
        noted.computeIfAbsent(company, c -> new ConcurrentHashMap<>()).putIfAbsent(invitation, at);
    }

    /** Writes down what was noted so far. */
    synchronized void write() {
        noted.forEach((company, openings) -> {
            while (!openings.isEmpty()) {
                var some = new HashMap<InvitationId, Instant>();
                openings.entrySet().stream().limit(AT_ONCE).forEach(one -> some.put(one.getKey(), one.getValue()));
                CompanyScope.run(company, () -> transaction.executeWithoutResult(status -> store.opened(some)));
                openings.keySet().removeAll(List.copyOf(some.keySet()));
            }
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("openings").start(this::work);
    }

    /** What was noted before the end is written. */
    @Override
    public void stop() {
        running = false;
        synchronized (bell) {
            bell.notifyAll();
        }
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                write();
            } catch (RuntimeException failure) {
                log.error("openings could not be noted and are tried again", failure);
            }
            try {
                synchronized (bell) {
                    if (running) {
                        bell.wait(PAUSE);
                    }
                }
            } catch (InterruptedException asked) {
                return;
            }
        }
    }
}
