package org.huiyin.complaint.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.ExpenseKind;
import org.huiyin.complaint.Expenses;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The costs that are typed on a complaint, and their taking back. */
@Controller
class ExpensePages {

    private static final String COSTS = "/c/{company}/complaints/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}/costs";

    private final Complaints complaints;
    private final Expenses expenses;
    private final StoryMaker stories;

    ExpensePages(Complaints complaints, Expenses expenses, StoryMaker stories) {
        this.complaints = complaints;
        this.expenses = expenses;
        this.stories = stories;
    }

    @PostMapping(COSTS)
    Object add(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var k = complaints.byNumber(actor, number);
        try {
            var id = expenses.add(actor, k.id(), Typed.wanted(typed.get("id")), Typed.choice("kind", ExpenseKind.class, typed.get("kind")), amount(typed.get("amount")),
                    Typed.day("day", typed.get("day")), Typed.text(typed.get("note")));
            Notice.done("complaint.done.costs", number).undo(page.to("complaints", number, "costs", id, "removal")).on(redirect);
            return "redirect:" + page.to("complaints", number) + "#costs";
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            return errors.redraw("complaint/show", new HashMap<>(Map.of("story", stories.of(actor, page, k), "posted", new Posted("costs", typed, errors), "refused", List.of())));
        }
    }

    private static @Nullable BigDecimal amount(@Nullable String typed) {
        var text = Typed.text(typed).replace(",", "").replace("，", "");
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }

    @PostMapping(COSTS + "/{id}/removal")
    String drop(Actor actor, Page page, @PathVariable String number, @PathVariable UUID id, RedirectAttributes redirect) {
        expenses.drop(actor, complaints.byNumber(actor, number).id(), id);
        Notice.done("complaint.done.costGone", number).on(redirect);
        return "redirect:" + page.to("complaints", number) + "#costs";
    }
}
