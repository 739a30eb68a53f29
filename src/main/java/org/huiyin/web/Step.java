package org.huiyin.web;

import org.jspecify.annotations.Nullable;

/** A step of a process; done, now or to do. */
public record Step(State state, String title, String note, @Nullable String href) {

    /** Where a step stands. */
    public enum State {
        DONE, NOW, TODO
    }
}
