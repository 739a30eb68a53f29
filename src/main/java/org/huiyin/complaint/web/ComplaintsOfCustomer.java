package org.huiyin.complaint.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Standing;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The complaints of a customer on its page, the latest first. */
@Component
class ComplaintsOfCustomer implements CustomerPanel {

    private static final int ROWS = 6;
    private static final int COUNTED = 10_000;

    private final Complaints complaints;
    private final Procedures procedures;
    private final Clock clock;

    ComplaintsOfCustomer(Complaints complaints, Procedures procedures, Clock clock) {
        this.complaints = complaints;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("complaint.read")) {
            return null;
        }
        var of = ComplaintFilter.all().of(customer.id());
        long open = complaints.countUpTo(actor, ComplaintFilter.open().of(customer.id()), COUNTED);
        long late = complaints.countUpTo(actor, ComplaintFilter.open().late().of(customer.id()), COUNTED);
        var fact = new Fact(new Sentence("complaint.customer.open"), open, late > 0 ? new Sentence("complaint.customer.late", late) : null, late > 0 ? "bad" : "");
        return new Content("complaints", Place.MIDDLE, new Sentence("complaint.menu"), fact, "complaints?customer=" + customer.id().value(), procedures.inForce().clauseFor("complaint.taken"),
                List.of(new Sentence("complaint.col.title"), new Sentence("complaint.col.received"), new Sentence("complaint.col.triage"), new Sentence("complaint.col.standing")),
                complaints.list(actor, of.onPage(1, ROWS)).stream().map(this::line).toList(), new Sentence("complaint.customer.none"));
    }

    private Line line(ComplaintRow row) {
        var k = row.complaint();
        var late = k.open() && k.dueAt() != null && clock.instant().isAfter(k.dueAt());
        return new Line(List.of(Cell.of(k.number() + " " + k.title()), Cell.of(k.receivedAt()),
                k.triage() == null ? Cell.of("") : Cell.of(word("triageClass", k.triage())), Cell.pill(word("standing", k.standing()), tone(k.standing(), late))),
                "complaints/" + k.number());
    }

    private static String tone(Standing standing, boolean late) {
        return late ? "bad" : switch (standing) {
            case RECEIVED, ASSESSED, WORKING -> "info";
            case ANSWERED, WATCHED -> "warn";
            case CLOSED -> "ok";
            case WITHDRAWN -> "line";
        };
    }

    private static Sentence word(String group, Enum<?> value) {
        return new Sentence("complaint." + group + "." + value.name().toLowerCase(Locale.ROOT));
    }
}
