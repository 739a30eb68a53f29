package org.huiyin.returns.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.Catalogue;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.returns.NewSlip;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Senders;
import org.huiyin.returns.Slips;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is found out after a return was taken down: that its slip says something wrong, or whose goods they are (001/5.3.2, 5.3.3). */
@Controller
class SlipCorrections {

    private static final String ONE = "/c/{company}/returns/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}";
    private static final int SUGGESTED = 12;

    private final Returns returns;
    private final Slips slips;
    private final Senders senders;
    private final Catalogue catalogue;
    private final Customers customers;
    private final Whose whose;

    SlipCorrections(Returns returns, Slips slips, Senders senders, Catalogue catalogue, Customers customers, Whose whose) {
        this.returns = returns;
        this.slips = slips;
        this.senders = senders;
        this.catalogue = catalogue;
        this.customers = customers;
        this.whose = whose;
    }

    @GetMapping(ONE + "/slip")
    ModelAndView slip(Actor actor, @PathVariable String number) {
        actor.mustHave("return.record");
        var r = returns.byNumber(actor, number);
        mustLead(slips.may(actor, r), r);
        var rows = new ArrayList<>(r.lines().stream().filter(l -> l.judgement() == null).map(SlipCorrections::row).toList());
        rows.add(new SlipRow("", LineForm.empty(), false));
        return new ModelAndView("returns/correct", model(r, rows, "", r.version()));
    }

    private static SlipRow row(ReturnLine l) {
        return new SlipRow(l.id().toString(), new LineForm(l.part(), l.partName(), l.lot(), l.serial(), l.stated() == null ? "" : l.stated().toPlainString(), l.unit(), ""), false);
    }

    private Map<String, Object> model(ReturnView r, List<SlipRow> rows, String reason, int version) {
        return new HashMap<>(Map.of("r", r, "rows", rows, "reason", reason, "version", version, "needed", Slips.needsReason(r), "parts", catalogue.parts("", SUGGESTED)));
    }

    @PostMapping(ONE + "/slip")
    Object correct(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        actor.mustHave("return.record");
        var r = returns.byNumber(actor, number);
        var rows = rows(typed);
        var reason = Typed.text(typed.get("reason"));
        int version = Typed.version(typed.get("version"), r.version());
        if ("line".equals(typed.get("act"))) {
            rows.add(new SlipRow("", LineForm.empty(), false));
            return new ModelAndView("returns/correct", model(r, rows, reason, version));
        }
        try {
            Map<String, Sentence> problems = new LinkedHashMap<>();
            var lines = new ArrayList<NewSlip.Line>();
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                lines.add(new NewSlip.Line(Typed.maybeId(row.id()), row.line().line("lines[" + i + "].", problems), row.remove()));
            }
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            slips.correct(actor, r.id(), new NewSlip(lines, reason, typed.containsKey("keepLots")), version);
            Notice.done("returns.done.corrected", number).on(redirect);
            return "redirect:" + page.to("returns", number) + "#goods";
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("returns/correct", model(r, rows, reason, version));
        }
    }

    private static List<SlipRow> rows(Map<String, String> typed) {
        var lines = LineForm.read(typed, "lines");
        var rows = new ArrayList<SlipRow>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new SlipRow(Typed.text(typed.get("lines[" + i + "].id")), lines.get(i), typed.containsKey("lines[" + i + "].remove")));
        }
        return rows;
    }

    @GetMapping(ONE + "/customer")
    ModelAndView sender(Actor actor, @PathVariable String number) {
        actor.mustHave("return.work");
        var r = returns.byNumber(actor, number);
        mustLead(senders.may(actor, r), r);
        return new ModelAndView("returns/sender", model(actor, r, Map.of(), Errors.NONE));
    }

    /** Nobody is led to a form that would be refused. */
    private static void mustLead(boolean may, ReturnView r) {
        if (!may) {
            throw new BrokenRule("returns.refused.notNow", r.number());
        }
    }

    private Map<String, Object> model(Actor actor, ReturnView r, Map<String, String> typed, Errors errors) {
        return new HashMap<>(Map.of("r", r, "typed", typed, "hits", errors.any() ? whose.hits(actor, Typed.text(typed.get("who"))) : List.of()));
    }

    @PostMapping(ONE + "/customer")
    Object identify(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        actor.mustHave("return.work");
        var r = returns.byNumber(actor, number);
        try {
            Map<String, Sentence> problems = new LinkedHashMap<>();
            var customer = whose.customer(actor, typed, problems);
            if (customer == null) {
                problems.putIfAbsent("who", new Sentence("returns.invalid.noCustomer"));
                throw new InvalidInput(problems);
            }
            senders.identify(actor, r.id(), customer, Typed.text(typed.get("reason")), Typed.version(typed.get("version"), r.version()));
            Notice.done("returns.done.identified", customers.get(customer).name()).on(redirect);
            return "redirect:" + page.to("returns", number);
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            return errors.redraw("returns/sender", model(actor, r, typed, errors));
        }
    }
}
