package org.huiyin.campaign;

import java.util.List;
import java.util.Objects;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The windows that the procedure opens each year, and whether each has its round (001/5.4.2.1). */
@Service
@Transactional(readOnly = true)
public class Windows {

    private final RoundStore store;
    private final Rounds rounds;
    private final Procedures procedures;

    Windows(RoundStore store, Rounds rounds, Procedures procedures) {
        this.store = store;
        this.rounds = rounds;
        this.procedures = procedures;
    }

    /** The windows of the year by the procedure in force, in their order. */
    public List<WindowView> of(int year) {
        var profile = procedures.inForce();
        var all = store.all();
        var clause = profile.clauseOf("survey.windows");
        return rounds.rule().windows().stream()
                .map(window -> view(window, year, all, clause))
                .sorted(java.util.Comparator.comparing(WindowView::from))
                .toList();
    }

    private WindowView view(SurveyWindow window, int year, List<RoundView> all, String clause) {
        var from = window.firstDay(year);
        var to = window.lastDay(year);
        var inside = all.stream()
                .filter(r -> Objects.equals(r.window(), window.code()) && from.equals(r.windowFrom()) && r.state() != RoundState.CANCELLED)
                .toList();
        var sent = inside.stream().anyMatch(r -> r.state().reached(RoundState.COLLECTING));
        var today = rounds.today();
        return new WindowView(window.code(), window.name(), from, to, inside, !sent && today.isAfter(to) && began(to), !today.isBefore(from) && !today.isAfter(to), clause);
    }

    /** A company that only came to us later is not late for windows before its time. */
    private boolean began(java.time.LocalDate to) {
        var first = procedures.versions().stream().map(v -> v.effectiveFrom()).min(java.time.LocalDate::compareTo);
        return first.isPresent() && !to.isBefore(first.get());
    }
}
