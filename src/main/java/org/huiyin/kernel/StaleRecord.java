package org.huiyin.kernel;

import java.time.Instant;
import java.util.List;

/** Somebody else changed the record in between; carries the other's change, so that both texts can be shown; 409. */
public final class StaleRecord extends RuntimeException {

    private static final int UNKNOWN = -1;

    private final String who;
    private final transient Instant when;
    private final int version;
    private final transient List<Change> changes;

    /** Of a record that is not simply saved again, such as one that has gone on meanwhile. */
    public StaleRecord(String who, Instant when, List<Change> changes) {
        this(who, when, UNKNOWN, changes);
    }

    /** @param version the version that stands now, under which the form may be sent again */
    public StaleRecord(String who, Instant when, int version, List<Change> changes) {
        super(who);
        this.who = who;
        this.when = when;
        this.version = version;
        this.changes = List.copyOf(changes);
    }

    public String who() {
        return who;
    }

    public Instant when() {
        return when;
    }

    public int version() {
        return version;
    }

    /** Whether what was typed can be sent again under the version that stands now. */
    public boolean again() {
        return version != UNKNOWN;
    }

    public List<Change> changes() {
        return changes;
    }

    /**
     * One field as the other person left it and as this person wanted it: texts, days, sentences.
     *
     * @param name the field of the form, NAME#3 for the fourth of a repeated one; empty where it cannot be taken over by itself
     * @param typed what the other would have had to type into it
     */
    public record Change(Sentence field, Object theirs, Object yours, String name, List<String> typed) {

        public Change {
            typed = List.copyOf(typed);
        }

        /** For showing only. */
        public Change(Sentence field, Object theirs, Object yours) {
            this(field, theirs, yours, "", List.of());
        }

        /** A field with one text. */
        public static Change of(String name, Sentence field, String theirs, String yours) {
            return new Change(field, theirs, yours, name, List.of(theirs));
        }

        /** A field whose value is shown in other words than it is typed. */
        public static Change of(String name, Sentence field, Object theirs, Object yours, String typed) {
            return new Change(field, theirs, yours, name, List.of(typed));
        }

        /** A field with several values, such as check boxes. */
        public static Change of(String name, Sentence field, List<String> theirs, List<String> yours) {
            return new Change(field, String.join("、", theirs), String.join("、", yours), name, theirs);
        }
    }
}
