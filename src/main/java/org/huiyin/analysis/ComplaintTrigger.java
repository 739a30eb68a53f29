package org.huiyin.analysis;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the section "triggers" that says which items, answered how badly, go the way of a complaint (000/5-8). */
record ComplaintTrigger(@Nullable Set<String> complaintItems, @Nullable Set<String> lowDegrees) {

    boolean takes(String item, @Nullable String degree) {
        return degree != null && complaintItems != null && lowDegrees != null && complaintItems.contains(item) && lowDegrees.contains(degree);
    }
}
