package org.huiyin.voice.web;

import java.util.List;
import java.util.Locale;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClockView;
import org.huiyin.voice.CustomerClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was agreed with a customer about answering him, on its page. */
@Component
class CustomerClockPanel implements CustomerPanel {

    private final CustomerClocks clocks;

    CustomerClockPanel(CustomerClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("voice.read")) {
            return null;
        }
        var path = "customers/" + customer.code() + "/clocks";
        return new Content("clocks", Place.SIDE, new Sentence("voice.agreed"), null, path, null, List.of(),
                clocks.of(actor, customer.id()).stream().filter(CustomerClockView::active)
                        .map(c -> new Line(List.of(Cell.of(new Sentence("procedure.setting.clock.rules." + c.key())), Cell.of(words(c.rule()))), path)).toList(),
                new Sentence("voice.agreed.none"));
    }

    static Sentence words(ClockRule rule) {
        return rule.unit() == ClockRule.Unit.SAME_DAY ? new Sentence("voice.clock.amount.sameDay")
                : new Sentence("voice.clock.amount", rule.amount(), new Sentence("voice.clock.unit." + rule.unit().name().toLowerCase(Locale.ROOT)));
    }
}
