package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up the orders of one return, so that nobody passes below the limit in small steps (001/5.3.4; decisions.md D15): those
 * proposed, the last time, not more than so many calendar days before today, that day included, unless refused or taken back.
 * What is ordered directly for the complaint behind a return counts as of the same return.
 */
@Component
class Cumulation {

    private final ReplenishmentStore store;
    private final Procedures procedures;

    Cumulation(ReplenishmentStore store, Procedures procedures) {
        this.store = store;
        this.procedures = procedures;
    }

    static ReplenishmentSection rules(ProfileVersion profile) {
        return profile.section("replenishment", ReplenishmentSection.class);
    }

    /** Whoever orders for the same return or complaint at the same time waits here until the commit, and is then added up. */
    void lock(SubjectRef source, ReplenishmentSource.Line line) {
        store.lock(line.complaint().value());
        if (!source.id().equals(line.complaint().value())) {
            store.lock(source.id());
        }
    }

    AddedUp of(SubjectRef source, ReplenishmentSource.Line line, @Nullable ReplenishmentId self, BigDecimal amount, ProfileVersion profile) {
        var rules = rules(profile);
        LocalDate from = procedures.today().minusDays(rules.cumulateDays());
        var counted = store.near(source, line.complaint(), self, from);
        List<Counted> alike = line.customer() == null ? List.of() : store.near(line.customer(), self, from).stream()
                .filter(other -> counted.stream().noneMatch(c -> c.id().equals(other.id()))).toList();
        return new AddedUp(amount, counted, alike, rules);
    }
}
