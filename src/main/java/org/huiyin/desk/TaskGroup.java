package org.huiyin.desk;

import java.util.List;

/** Tasks of one stretch of time. */
public record TaskGroup(Kind kind, List<Task> tasks) {

    /** The stretches in their order. */
    public enum Kind {
        LATE,
        TODAY,
        WEEK,
        LATER,
        UNDATED
    }

    public TaskGroup {
        tasks = List.copyOf(tasks);
    }
}
