package org.huiyin.returns;

import java.util.List;
import java.util.Locale;
import org.huiyin.complaint.LotTrace;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.sheets.Names;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came back of a lot, for the lot's page. */
@Component
class ReturnLots implements LotTrace {

    private final Returns returns;
    private final Calendars calendars;

    ReturnLots(Returns returns, Calendars calendars) {
        this.returns = returns;
        this.calendars = calendars;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(Actor actor, String lot, String part) {
        if (lot.isBlank() || !actor.may("return.read")) {
            return List.of();
        }
        var calendar = calendars.inForce();
        return returns.list(actor, ReturnFilter.all().words(lot).onPage(1, 200)).stream().flatMap(r -> r.lines().stream()
                .filter(l -> Names.key(l.lot()).equals(Names.key(lot)) && (part.isBlank() || Names.key(l.part()).equals(Names.key(part))))
                .map(l -> new Entry(new Sentence("returns.returnStage." + r.stage().name().toLowerCase(Locale.ROOT)), r.number(), calendar.dayOf(r.registeredAt()),
                        new Sentence("web.verbatim", l.shown() + " · " + (l.count() == null ? "–" : l.counted().toPlainString()) + " " + l.unit()), "returns/" + r.number()))).toList();
    }
}
