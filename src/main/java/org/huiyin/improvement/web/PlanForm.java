package org.huiyin.improvement.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan as the page sends it. */
public record PlanForm(@Nullable String title, @Nullable String opinion, @Nullable List<String> actions, int version) {

    @Override
    public List<String> actions() {
        return Objects.requireNonNullElse(actions, List.of());
    }
}
