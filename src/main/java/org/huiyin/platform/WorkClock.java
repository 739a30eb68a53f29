package org.huiyin.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock: the system's time, or the moment at which a piece of the demo company's past is said to have happened.
 * Nothing but the making of demo data may bind a moment.
 */
public final class WorkClock extends Clock {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final Clock now;

    public WorkClock(Clock now) {
        this.now = now;
    }

    /** Lets the work happen at a moment of the past. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return now.withZone(zone);
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : now.instant();
    }
}
