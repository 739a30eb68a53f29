package org.huiyin.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the sealer work once a second for as long as the application runs, and once more at its end. */
@Component
class SealClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SealClock.class);
    private static final long PAUSE = 1000;

    private final Sealer sealer;
    private volatile boolean running;
    private final Object bell = new Object();

    SealClock(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("audit-sealer").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        synchronized (bell) {
            bell.notifyAll();
        }
        sealer.sealWaiting();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                sealer.sealWaiting();
                synchronized (bell) {
                    if (running) {
                        bell.wait(PAUSE);
                    }
                }
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException failure) {
                log.error("the sealer of the audit chain failed and goes on", failure);
            }
        }
    }
}
