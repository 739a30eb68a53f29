package org.huiyin.complaint;

import java.util.Set;

/** What a list holds. */
public enum ImportKind {
    COMPLAINTS,
    SHIPMENTS,
    INSPECTIONS;

    /** Without these columns the list cannot be read. */
    Set<String> required() {
        return switch (this) {
            case COMPLAINTS -> Set.of("received");
            case SHIPMENTS -> Set.of("part", "shipped", "quantity");
            case INSPECTIONS -> Set.of("lot", "inspected", "result");
        };
    }
}
