package org.huiyin.audit;

import java.util.List;

/** A page of entries, the newest first, and how many there are in all. */
public record AuditPage(List<AuditLine> lines, long total) {

    public AuditPage {
        lines = List.copyOf(lines);
    }
}
