package org.huiyin.claims.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.huiyin.claims.ClaimState;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Claims;
import org.huiyin.claims.NewPayment;
import org.huiyin.claims.NewReply;
import org.huiyin.claims.PaymentKind;
import org.huiyin.claims.Rate;
import org.huiyin.claims.Repetition;
import org.huiyin.claims.Responsibilities;
import org.huiyin.claims.Settlements;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.huiyin.web.Language;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One claim, the page that tells its story, and the forms by which each step is taken. */
@Controller
class ClaimStepPages {

    private final Claims claims;
    private final Settlements settlements;
    private final Repetition repetition;
    private final Responsibilities decisions;
    private final Attachments attachments;
    private final Customers customers;
    private final People people;
    private final ClaimChoices choices;
    private final ClaimLetter letter;

    ClaimStepPages(Claims claims, Settlements settlements, Repetition repetition, Responsibilities decisions, Attachments attachments, Customers customers, People people,
            ClaimChoices choices, ClaimLetter letter) {
        this.claims = claims;
        this.settlements = settlements;
        this.repetition = repetition;
        this.decisions = decisions;
        this.attachments = attachments;
        this.customers = customers;
        this.people = people;
        this.choices = choices;
        this.letter = letter;
    }

    /** A step that may refuse what was typed. */
    private interface Taken {
        void by(ClaimView claim, Map<String, String> typed, int version);
    }

    @GetMapping(ClaimPages.ONE)
    ModelAndView show(Actor actor, Page page, @PathVariable String number) {
        return new ModelAndView("claims/show", model(actor, page, claims.byNumber(actor, number), Posted.NOTHING));
    }

    private Map<String, Object> model(Actor actor, Page page, ClaimView c, Posted posted) {
        var complaint = c.complaint();
        var story = new ClaimStory(c, settlements.replies(c.id()), settlements.payments(c.id()), repetition.of(c), repetition.needed(c), settlements.gaps(c),
                claims.events(c.id()), complaint == null ? null : decisions.latest(complaint).orElse(null), attachments.list(actor, c.id().subject()), people.names(),
                ClaimChoices.currencies(page, c.currency()), choices.departments(), customer(actor, c), claims.clause(), actor.may("claim.work"));
        return new HashMap<>(Map.of("story", story, "posted", posted));
    }

    /** Where the customer's file stands; empty for a reader who does not see it. */
    private String customer(Actor actor, ClaimView c) {
        var id = c.party().customer();
        if (id == null || !actor.may("customer.read")) {
            return "";
        }
        try {
            return "customers/" + customers.get(actor, id).address();
        } catch (NotFound others) {
            return "";
        }
    }

    private Object step(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        var claim = claims.byNumber(actor, number);
        return Posted.take(form, typed, () -> taken.by(claim, typed, Typed.version(typed.get("version"), claim.version())), () -> {
            Notice.done("claims.done." + form, number).on(redirect);
            return "redirect:" + page.to("claims", number) + "#" + form;
        }, "claims/show", posted -> model(actor, page, claims.get(claim.id()), posted));
    }

    /** Panels of confirmation close when they are sent; what is wrong with them is said on a page of its own. */
    private Object strict(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        return step(actor, page, number, form, typed, redirect, (c, t, v) -> Posted.aloud(() -> taken.by(c, t, v)));
    }

    private static LocalDate day(String field, Map<String, String> typed, Page page) {
        LocalDate read = Typed.day(field, typed.get(field));
        return read == null ? page.today() : read;
    }

    @PostMapping(ClaimPages.ONE + "/sending")
    Object send(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "sending", typed, redirect, (c, t, v) -> settlements.send(actor, c.id(), day("day", t, page), Typed.text(t.get("how")), v));
    }

    @PostMapping(ClaimPages.ONE + "/replies")
    Object reply(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "replies", typed, redirect, (c, t, v) -> {
            var amounts = new LinkedHashMap<String, BigDecimal>();
            var verdict = Typed.choice("verdict", ClaimState.class, t.get("verdict"));
            if (verdict == ClaimState.PARTLY) {
                c.claimedBy().keySet().forEach(currency -> {
                    var amount = Figure.maybe("amounts." + currency, t.get("amounts." + currency));
                    if (amount != null) {
                        amounts.put(currency, amount);
                    }
                });
            }
            settlements.reply(actor, c.id(), new NewReply(verdict, amounts, Typed.text(t.get("words")), day("day", t, page)), v);
        });
    }

    @PostMapping(ClaimPages.ONE + "/payments")
    Object pay(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "payments", typed, redirect, (c, t, v) -> settlements.pay(actor, c.id(), payment(t, page), v));
    }

    private static NewPayment payment(Map<String, String> t, Page page) {
        var wrong = new Problems();
        var kind = wrong.read(() -> Typed.choice("kind", PaymentKind.class, t.get("kind")), PaymentKind.RECOVERED);
        var amount = wrong.read(() -> Figure.must("amount", t.get("amount")), BigDecimal.ONE);
        var day = wrong.read(() -> day("day", t, page), page.today());
        var figure = wrong.read(() -> Figure.maybe("rate", t.get("rate")));
        var rateDay = wrong.read(() -> day("rateDay", t, page), page.today());
        wrong.refuse();
        var currency = Typed.text(t.get("currency"));
        @Nullable Rate rate = figure == null ? null : new Rate(currency, figure, rateDay, Typed.text(t.get("source")));
        return new NewPayment(Typed.wanted(t.get("entry")), kind, day, amount, currency, rate, Typed.text(t.get("voucher")), Typed.text(t.get("reason")));
    }

    @PostMapping(ClaimPages.ONE + "/settlement")
    Object settle(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "settlement", typed, redirect, (c, t, v) -> settlements.settle(actor, c.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ClaimPages.ONE + "/withdrawal")
    Object withdraw(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "withdrawal", typed, redirect, (c, t, v) -> settlements.withdraw(actor, c.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ClaimPages.ONE + "/lapse")
    Object lapse(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "lapse", typed, redirect, (c, t, v) -> settlements.lapse(actor, c.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ClaimPages.ONE + "/dates")
    Object dates(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "dates", typed, redirect, (c, t, v) -> claims.dates(actor, c.id(), Typed.day("replyBy", t.get("replyBy")),
                Typed.day("limitationOn", t.get("limitationOn")), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ClaimPages.ONE + "/measures")
    Object propose(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "measures", typed, redirect, (c, t, v) -> repetition.propose(actor, c.id(), Typed.text(t.get("problem")),
                Typed.maybeId(t.get("department")), Typed.day("due", t.get("due")), v));
    }

    @GetMapping(ClaimPages.ONE + "/letter.pdf")
    void letter(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String language, HttpServletResponse response) throws IOException {
        var claim = claims.byNumber(actor, number);
        var wanted = Language.serving(Locale.forLanguageTag(language)).orElse(page.language());
        var pdf = letter.print(actor, claim, wanted);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + claim.number() + ".pdf\"");
        response.getOutputStream().write(pdf);
    }
}
