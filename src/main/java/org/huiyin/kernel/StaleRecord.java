package org.huiyin.kernel;

import java.time.Instant;
import java.util.List;

/** Somebody else changed the record in between; carries the other's change, so that both texts can be shown; 409. */
public final class StaleRecord extends RuntimeException {

    private final String who;
    private final transient Instant when;
    private final transient List<Change> changes;

    public StaleRecord(String who, Instant when, List<Change> changes) {
        super(who);
        this.who = who;
        this.when = when;
        this.changes = List.copyOf(changes);
    }

    public String who() {
        return who;
    }

    public Instant when() {
        return when;
    }

    public List<Change> changes() {
        return changes;
    }

    /** One field as the other person left it and as this person wanted it. */
    public record Change(Sentence field, String theirs, String yours) {}
}
