package org.huiyin.complaint.web;

import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.KeptPick;
import org.huiyin.complaint.Measure;
import org.huiyin.complaint.Phase;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.TriageClass;
import org.huiyin.complaint.words.Keywords;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** Reads the filters of the register from the address. */
final class ListQuery {

    private ListQuery() {}

    static ComplaintFilter read(Actor actor, Page page, int rows) {
        int number = page.pageNumber();
        boolean due = page.query("sort").equals("due") || !page.query("late").isEmpty();
        return new ComplaintFilter(page.query("q"), Typed.maybe(FeedbackKind.class, page.query("kind")), Typed.maybe(Phase.class, page.query("phase")),
                Typed.maybe(Standing.class, page.query("standing")), Typed.maybe(TriageClass.class, page.query("triage")), !page.query("open").isEmpty(),
                !page.query("late").isEmpty(), !page.query("safety").isEmpty(), !page.query("stubborn").isEmpty(), customer(page), filled(page.query("segment")),
                filled(page.query("part")), filled(page.query("defect")), page.query("mine").isEmpty() ? null : new PersonId(actor.id().value()),
                Typed.maybeDay(page.query("from")), Typed.maybeDay(page.query("to")), due ? ComplaintFilter.Sort.DUE : ComplaintFilter.Sort.RECEIVED, number, rows,
                Measure.read(page.query("figure")), KeptPick.read(page.query("promise"), page.query("kept")), filled(Keywords.key(page.query("word"))));
    }

    private static @Nullable CustomerId customer(Page page) {
        var id = Typed.maybeId(page.query("customer"));
        return id == null ? null : new CustomerId(id);
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }

    /** The query of the address as it is sent along to files. */
    static String query(Page page) {
        return page.back().contains("?") ? page.back().substring(page.back().indexOf('?')) : "";
    }
}
