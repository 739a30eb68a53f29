package org.huiyin.claims.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.claims.Basis;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.ClaimState;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Claims;
import org.huiyin.claims.Direction;
import org.huiyin.claims.LossKind;
import org.huiyin.claims.PartyKind;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of claims with its sums, on screen and as a file, and the form by which a claim is written (004/5.9). */
@Controller
class ClaimPages {

    static final String LIST = "/c/{company}/claims";
    static final String ONE = LIST + "/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}";
    private static final int ROWS = 50;

    private final Claims claims;
    private final Complaints complaints;
    private final ClaimChoices choices;

    ClaimPages(Claims claims, Complaints complaints, ClaimChoices choices) {
        this.claims = claims;
        this.complaints = complaints;
        this.choices = choices;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(actor, page, ROWS);
        var model = new HashMap<String, Object>(Map.of("rows", claims.list(actor, filter), "totals", claims.totals(actor, filter),
                "paging", new Paging(filter.page(), filter.size(), claims.count(actor, filter)), "any", claims.count(actor, ClaimFilter.all()) > 0,
                "query", query(page)));
        model.put("states", ClaimChoices.options(page, ClaimState.values()));
        model.put("directions", ClaimChoices.options(page, Direction.values()));
        model.put("parties", ClaimChoices.options(page, PartyKind.values()));
        model.put("clause", claims.clause());
        return new ModelAndView("claims/list", model);
    }

    private ClaimFilter filter(Actor actor, Page page, int rows) {
        var customer = Typed.maybeId(page.query("customer"));
        return new ClaimFilter(page.query("q"), Typed.maybe(Direction.class, page.query("direction")), Typed.maybe(ClaimState.class, page.query("state")),
                Typed.maybe(PartyKind.class, page.query("party")), !page.query("open").isEmpty(), !page.query("late").isEmpty(), complaint(actor, page.query("complaint")),
                customer == null ? null : new CustomerId(customer), null, Typed.maybeDay(page.query("from")), Typed.maybeDay(page.query("to")), page.pageNumber(), rows);
    }

    /** The complaint of a filter; one that the actor cannot see is one that has no claims. */
    private @Nullable ComplaintId complaint(Actor actor, String number) {
        if (number.isBlank()) {
            return null;
        }
        try {
            return complaints.byNumber(actor, number.strip()).id();
        } catch (NotFound none) {
            return new ComplaintId(new java.util.UUID(0, 0));
        }
    }

    static String query(Page page) {
        return page.back().contains("?") ? page.back().substring(page.back().indexOf('?')) : "";
    }

    @GetMapping({LIST + ".xlsx", LIST + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("claim.read");
        var rows = claims.all(actor, filter(actor, page, 500));
        file.send(new SheetPlan(page.t("claims.menu"), List.of(page.t("claims.menu"), page.t("claims.list.currency", claims.currency()), page.date(page.today())), columns(page)),
                sheet -> rows.forEach(c -> sheet.row(c.number(), page.label(c.direction()), page.label(c.party().kind()), c.party().name(), c.complaintNumber(),
                        c.sourceNumber(), page.label(c.basis()), c.reference(), c.happenedOn(), page.label(c.state()), c.sentOn(), c.replyBy(), c.limitationOn(), each(c),
                        c.loss(), c.claimed(), c.accepted(), c.booked(), c.recovered(), c.netLoss(), c.currency())));
    }

    private static String each(ClaimView c) {
        return String.join("; ", c.claimedBy().entrySet().stream().map(e -> e.getKey() + " " + e.getValue().toPlainString()).toList());
    }

    private static List<SheetColumn> columns(Page page) {
        var kinds = Map.of("happened", SheetColumn.Kind.DATE, "sent", SheetColumn.Kind.DATE, "replyBy", SheetColumn.Kind.DATE, "limitation", SheetColumn.Kind.DATE);
        var money = List.of("loss", "claimed", "accepted", "booked", "recovered", "net");
        return java.util.stream.Stream.of("number", "direction", "kind", "party", "complaint", "source", "basis", "reference", "happened", "state", "sent", "replyBy",
                "limitation", "each", "loss", "claimed", "accepted", "booked", "recovered", "net", "currency")
                .map(key -> SheetColumn.of(page.t("claims.col." + key), money.contains(key) ? SheetColumn.Kind.MONEY : kinds.getOrDefault(key, SheetColumn.Kind.TEXT)))
                .toList();
    }

    @GetMapping(LIST + "/new")
    ModelAndView form(Actor actor, Page page) {
        actor.mustHave("claim.work");
        var form = ClaimForm.empty(claims.currency()).with(Map.of("sourceType", page.query("source"), "source", page.query("sourceId"), "sourceNumber",
                page.query("sourceNumber")));
        var direction = Typed.maybe(Direction.class, page.query("direction"));
        if (direction != null) {
            form = form.with(Map.of("direction", direction.name()));
        }
        if (!page.query("complaint").isBlank()) {
            form = about(page, form, complaints.byNumber(actor, page.query("complaint")), direction);
        }
        return new ModelAndView("claims/form", model(actor, page, form, null));
    }

    /** The loss happened when the complaint came in, as far as we know; the writer corrects the day where she knows better. */
    private static ClaimForm about(Page page, ClaimForm form, ComplaintView k, @Nullable Direction direction) {
        var words = k.text().length() > 400 ? k.text().substring(0, 400) : k.text();
        return form.with(Map.of("complaint", k.number(), "words", words, "happenedOn", k.receivedAt().atZone(page.zone()).toLocalDate().toString(), "name", direction == Direction.AGAINST_US ? k.who() : ""));
    }

    private Map<String, Object> model(Actor actor, Page page, ClaimForm form, @Nullable ClaimView claim) {
        var model = new HashMap<String, Object>(Map.of("form", form, "home", claims.currency(), "known", claims.parties(actor), "departments", choices.departments(),
                "currencies", ClaimChoices.currencies(page, claims.currency()), "kinds", ClaimChoices.options(page, LossKind.values()),
                "bases", ClaimChoices.options(page, Basis.values()), "directions", ClaimChoices.options(page, Direction.values()),
                "parties", ClaimChoices.options(page, PartyKind.SUPPLIER, PartyKind.CARRIER, PartyKind.UNIT)));
        model.put("number", claim == null ? "" : claim.number());
        model.put("clause", claims.clause());
        return model;
    }

    @PostMapping(LIST)
    Object draft(Actor actor, Page page, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var form = ClaimForm.read(typed, claims.currency());
        if (!"row".equals(typed.get("act"))) {
            try {
                var id = claims.draft(actor, Typed.wanted(typed.get("id")), form.claim(complaintOf(actor, typed)));
                var claim = claims.get(id);
                Notice.done("claims.done.draft", claim.number()).on(redirect);
                return "redirect:" + page.to("claims", claim.number());
            } catch (InvalidInput refused) {
                return Errors.of(refused).redraw("claims/form", model(actor, page, form.packed(claims.currency()), null));
            }
        }
        actor.mustHave("claim.work");
        return new ModelAndView("claims/form", model(actor, page, form, null));
    }

    private @Nullable ComplaintId complaintOf(Actor actor, Map<String, String> typed) {
        var number = Typed.text(typed.get("complaint"));
        if (number.isEmpty()) {
            return null;
        }
        try {
            return complaints.byNumber(actor, number.toUpperCase(java.util.Locale.ROOT)).id();
        } catch (NotFound none) {
            throw new InvalidInput("complaint", "claims.invalid.complaint");
        }
    }

    @GetMapping(ONE + "/edit")
    ModelAndView edit(Actor actor, Page page, @PathVariable String number) {
        actor.mustHave("claim.work");
        var claim = claims.byNumber(actor, number);
        return new ModelAndView("claims/form", model(actor, page, ClaimForm.of(claim), claim));
    }

    @PostMapping(ONE)
    Object change(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var claim = claims.byNumber(actor, number);
        var form = ClaimForm.read(typed, claim.currency());
        if (!"row".equals(typed.get("act"))) {
            try {
                claims.change(actor, claim.id(), form.claim(complaintOf(actor, typed)), Typed.version(typed.get("version"), claim.version()));
                Notice.done("claims.done.changed", number).on(redirect);
                return "redirect:" + page.to("claims", number);
            } catch (InvalidInput refused) {
                return Errors.of(refused).redraw("claims/form", model(actor, page, form.packed(claim.currency()), claim));
            }
        }
        actor.mustHave("claim.work");
        return new ModelAndView("claims/form", model(actor, page, form, claim));
    }
}
