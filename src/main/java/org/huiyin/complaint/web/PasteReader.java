package org.huiyin.complaint.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintSection;
import org.huiyin.complaint.PastedText;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Page;
import org.springframework.stereotype.Component;

/** Fills the form of the intake from a pasted mail or chat, and says what it saw, so that somebody looks before it is sent. */
@Component
class PasteReader {

    private final Customers customers;
    private final Catalogue catalogue;
    private final Procedures procedures;

    PasteReader(Customers customers, Catalogue catalogue, Procedures procedures) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.procedures = procedures;
    }

    record Read(IntakeForm form, List<CustomerRow> hits, List<PastedText.Seen> seen) {}

    Read read(Actor actor, Page page, String text, IntakeForm empty) {
        var pasted = PastedText.of(text, catalogue.defects().stream().filter(Catalogue.Defect::active).map(Catalogue.Defect::name).toList(), page.today());
        var seen = new ArrayList<PastedText.Seen>();
        var hits = customers(actor, text, pasted.names());
        var one = hits.size() == 1 ? hits.getFirst() : null;
        if (one != null) {
            seen.add(new PastedText.Seen("who", one.name()));
        }
        seen.addAll(pasted.seen());
        var wish = pasted.wish();
        if (wish != null) {
            seen.add(new PastedText.Seen("date", page.date(wish)));
        }
        procedures.inForce().section("complaint", ComplaintSection.class).hints(text).forEach(word -> seen.add(new PastedText.Seen("safety", word)));
        var lines = pasted.lines().stream().map(l -> new LineForm(l.part(), "", l.lot(), "", l.quantity(), l.defect(), "", "", "")).toList();
        var form = new IntakeForm(empty.id(), one == null ? "" : one.id().value().toString(), one == null ? "" : one.name(), "", "", pasted.phone(), pasted.mail(),
                empty.receivedAt(), empty.receivedBy(), pasted.isMail() ? "MAIL" : "WECHAT", text.strip(), "COMPLAINT", "AFTER", "", wish == null ? "" : wish.toString(), "",
                pasted.theirs(), false, false, lines);
        return new Read(form.with(lines), hits.size() > 1 ? hits : List.of(), seen);
    }

    /** Short lines and what looks like a company are held against the customer list. */
    private List<CustomerRow> customers(Actor actor, String text, List<String> names) {
        if (!actor.may("customer.read")) {
            return List.of();
        }
        Set<CustomerRow> found = new LinkedHashSet<>();
        for (String name : names) {
            customers.search(actor, name, 3).stream().filter(row -> text.contains(row.name()) || row.shortName() != null && text.contains(row.shortName())
                    || row.name().contains(name)).forEach(found::add);
        }
        return List.copyOf(found);
    }
}
