package org.huiyin.kernel;

import java.util.List;

/** Several happenings of one transaction, which the audit writes down together. */
public record Happenings(List<Happening> all) {

    public Happenings {
        all = List.copyOf(all);
    }
}
