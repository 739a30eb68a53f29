package org.huiyin.customer.imports;

import java.util.Set;

/**
 * Where an import stands: read and shown before anything is taken over, and taken back as far as nobody has worked on it.
 * One that stopped in the middle goes on or is taken back.
 */
public enum ImportState {
    UPLOADED, READING, READ, TAKING, DONE, UNDOING, UNDONE, DROPPED, FAILED, STOPPED;

    /** The states that may follow. */
    public Set<ImportState> leadsTo() {
        return switch (this) {
            case UPLOADED -> Set.of(READING, DROPPED);
            case READING -> Set.of(READ, FAILED);
            case READ -> Set.of(READING, TAKING, DROPPED);
            case TAKING -> Set.of(DONE, STOPPED);
            case DONE -> Set.of(UNDOING);
            case UNDOING -> Set.of(UNDONE, STOPPED);
            case STOPPED -> Set.of(TAKING, UNDOING);
            case FAILED -> Set.of(READING, DROPPED);
            case UNDONE, DROPPED -> Set.of();
        };
    }

    /** Whether a job works on it. */
    public boolean busy() {
        return this == READING || this == TAKING || this == UNDOING;
    }
}
