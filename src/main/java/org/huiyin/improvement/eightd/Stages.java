package org.huiyin.improvement.eightd;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huiyin.organization.Calendars;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.Precedence;
import org.huiyin.voice.Promise;
import org.huiyin.voice.PromiseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons the dates of the stages by the profile: 24 hours, 48 hours, ten days; a reopening starts them again. */
@Component
class Stages {

    private final EightDStore store;
    private final Calendars calendars;
    private final Clock clock;

    Stages(EightDStore store, Calendars calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The stages of the 8D as they stand, in order; the light form has those of its own steps. */
    List<Stage> of(EightDView eightD, EightDRules rules) {
        var promises = new PromiseClock(calendars.inForce(), Precedence.CUSTOMER_FIRST);
        List<Stage> stages = new ArrayList<>();
        rules.stages().forEach((step, rule) -> {
            if (eightD.depth().asks(step)) {
                Instant since = store.reopened(eightD.id(), step).orElse(eightD.openedAt());
                stages.add(new Stage(step, since, promises.deadline(Promise.byClass(since, rule), clock.instant()), reached(eightD, step)));
            }
        });
        return stages;
    }

    /** When the next stage of a new 8D falls due. */
    @Nullable Instant first(EightDDepth depth, EightDRules rules, Instant opened) {
        var promises = new PromiseClock(calendars.inForce(), Precedence.CUSTOMER_FIRST);
        for (var entry : rules.stages().entrySet()) {
            ClockRule rule = entry.getValue();
            if (depth.asks(entry.getKey())) {
                return promises.deadline(Promise.byClass(opened, rule), opened).due();
            }
        }
        return null;
    }

    private static @Nullable Instant reached(EightDView eightD, EightDStep step) {
        return eightD.done(step) ? Objects.requireNonNull(eightD.done().get(step)).at() : null;
    }

    /** The due instant of the next stage that is not reached. */
    @Nullable Instant next(EightDView eightD, EightDRules rules) {
        return of(eightD, rules).stream().filter(stage -> stage.reached() == null).findFirst().map(stage -> stage.due().due()).orElse(null);
    }
}
