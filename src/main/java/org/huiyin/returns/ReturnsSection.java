package org.huiyin.returns;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.huiyin.kernel.Label;
import org.huiyin.procedure.ProfileVersion;
import org.jspecify.annotations.Nullable;

/**
 * The section "returns" of the profile: who does which step, where returned goods stand, how early an alert comes. Versions
 * older than a setting let everybody with the right do the step.
 *
 * @param alertDays working days before the date of being back from which a rework that nobody scheduled is an alert (001/3.6)
 */
public record ReturnsSection(Set<String> owner, Set<String> fetches, Set<String> counts, Set<String> judges, Set<String> drafts, Set<String> schedules,
        Set<String> reworks, @Nullable Label area, int alertDays) {

    public ReturnsSection(@Nullable Set<String> owner, @Nullable Set<String> fetches, @Nullable Set<String> counts, @Nullable Set<String> judges,
            @Nullable Set<String> drafts, @Nullable Set<String> schedules, @Nullable Set<String> reworks, @Nullable Label area, int alertDays) {
        this.owner = Objects.requireNonNullElse(owner, Set.of());
        this.fetches = Objects.requireNonNullElse(fetches, Set.of());
        this.counts = Objects.requireNonNullElse(counts, Set.of());
        this.judges = Objects.requireNonNullElse(judges, Set.of());
        this.drafts = Objects.requireNonNullElse(drafts, Set.of());
        this.schedules = Objects.requireNonNullElse(schedules, Set.of());
        this.reworks = Objects.requireNonNullElse(reworks, Set.of());
        this.area = area;
        this.alertDays = alertDays;
    }

    static ReturnsSection of(ProfileVersion profile) {
        return profile.section("returns").isMissingNode() ? new ReturnsSection(null, null, null, null, null, null, null, null, 0)
                : profile.section("returns", ReturnsSection.class);
    }

    /** Everybody who has a step to do, and so sees every return. */
    Set<String> workers() {
        var all = new HashSet<String>();
        java.util.stream.Stream.of(fetches, counts, judges, drafts, schedules, reworks).forEach(all::addAll);
        return all;
    }
}
