package org.huiyin.complaint.web;

import java.util.List;
import java.util.Map;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.voice.DateStrip;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.huiyin.web.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The promises of complaints as pages draw them. */
@Component
public class Standings {

    private final Complaints complaints;
    private final Calendars calendars;

    Standings(Complaints complaints, Calendars calendars) {
        this.complaints = complaints;
        this.calendars = calendars;
    }

    /** A promise with the explanation of its date. */
    public record Shown(PromiseView promise, Due.Why why) {}

    /** The answer that is due next or was given last, for each row. */
    Map<String, Shown> answers(List<ComplaintRow> rows) {
        var calendar = calendars.inForce();
        var found = new java.util.HashMap<String, Shown>();
        var all = complaints.promises(rows.stream().map(ComplaintRow::complaint).toList());
        for (var row : rows) {
            var promise = answer(all.getOrDefault(row.complaint().id(), List.of()));
            if (promise != null) {
                found.put(row.complaint().number(), shown(calendar, promise));
            }
        }
        return found;
    }

    /** The final report counts where an interim one went out; else the answer of the latest round. */
    static @Nullable PromiseView answer(List<PromiseView> promises) {
        return promises.stream().filter(p -> p.kind() == PromiseKind.FINAL && p.open()).reduce((a, b) -> b)
                .or(() -> promises.stream().filter(p -> p.kind() == PromiseKind.ANSWER && !p.replaced()).reduce((a, b) -> b)).orElse(null);
    }

    /** The latest promise of the kind that was not replaced. */
    @Nullable Shown latest(ComplaintView k, List<PromiseView> promises, PromiseKind kind) {
        return promises.stream().filter(p -> p.kind() == kind && !p.replaced()).reduce((a, b) -> b).map(p -> shown(calendars.inForce(), p)).orElse(null);
    }

    Shown shown(PromiseView promise) {
        return shown(calendars.inForce(), promise);
    }

    private static Shown shown(WorkingCalendar calendar, PromiseView p) {
        return new Shown(p, DateStrip.why(calendar, p));
    }
}
