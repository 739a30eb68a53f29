package org.huiyin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock of the tests: stands still until a test moves it; speaks Shanghai time. */
public final class TestClock extends Clock {

    /** The company's zone in tests. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final String START = "2026-03-16T09:00";

    private volatile Instant now = at(START);
    private final ZoneId zone;

    TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Sets the wall clock of Shanghai, such as {@code 2026-04-01T09:00}. */
    public void set(String wallClock) {
        now = at(wallClock);
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** The instant at which Shanghai's clocks show this. */
    public static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(ZONE).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
