package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huiyin.customer.CustomerId;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons the dates of the stages by the profile (24 hours, 48 hours, ten days) or by what was agreed with the customer; a reopening starts them again. */
@Component
class Stages {

    private final EightDStore store;
    private final CustomerClocks agreed;

    Stages(EightDStore store, CustomerClocks agreed) {
        this.store = store;
        this.agreed = agreed;
    }

    /** The key under which a customer's own date of the stage is kept. */
    static String key(EightDStep step) {
        return "EIGHTD_" + step.name();
    }

    /** The stages of the 8D as they stand, in order; the light form has those of its own steps. */
    List<Stage> of(EightDView eightD, EightDRules rules) {
        List<Stage> stages = new ArrayList<>();
        rules.stages().forEach((step, rule) -> {
            if (eightD.depth().asks(step)) {
                Instant since = store.reopened(eightD.id(), step).orElse(eightD.openedAt());
                stages.add(new Stage(step, since, agreed.deadline(key(step), rule, since, eightD.customer()), reached(eightD, step)));
            }
        });
        return stages;
    }

    /** When the next stage of a new 8D falls due. */
    @Nullable Instant first(EightDDepth depth, @Nullable CustomerId customer, EightDRules rules, Instant opened) {
        for (var entry : rules.stages().entrySet()) {
            ClockRule rule = entry.getValue();
            if (depth.asks(entry.getKey())) {
                return agreed.deadline(key(entry.getKey()), rule, opened, customer).due();
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
