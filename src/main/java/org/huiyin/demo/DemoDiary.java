package org.huiyin.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huiyin.platform.WorkClock;

/** What happened when: entered in any order, played in the order of time, up to now; what lies ahead has not happened. */
final class DemoDiary {

    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, Runnable work) {}

    DemoDiary(Instant now) {
        this.now = now;
    }

    void enter(Instant at, Runnable work) {
        entries.add(new Entry(at, work));
    }

    void play() {
        entries.stream().filter(entry -> !entry.at().isAfter(now)).sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> WorkClock.at(entry.at(), entry.work()));
    }
}
