package org.huiyin.voice.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClockView;
import org.huiyin.voice.CustomerClocks;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clocks agreed with a customer, beside what the company promises everybody. */
@Controller
class CustomerClockPages {

    private final CustomerClocks clocks;
    private final Customers customers;
    private final People people;

    CustomerClockPages(CustomerClocks clocks, Customers customers, People people) {
        this.clocks = clocks;
        this.customers = customers;
        this.people = people;
    }

    @GetMapping("/c/{company}/customers/{code}/clocks")
    ModelAndView list(Actor actor, Page page, @PathVariable String code) {
        var customer = customers.byCode(actor, code);
        var key = page.query("key");
        var held = clocks.of(actor, customer.id()).stream().filter(c -> c.active() && c.key().equals(key)).findFirst().orElse(null);
        return new ModelAndView("voice/customer", model(actor, page, code, clocks.keys().contains(key) ? ClockForm.of(key, held, clocks.usual(key)) : null));
    }

    private Map<String, Object> model(Actor actor, Page page, String code, @Nullable ClockForm form) {
        var customer = customers.byCode(actor, code);
        var held = clocks.of(actor, customer.id());
        Map<String, CustomerClockView> active = new HashMap<>();
        held.stream().filter(CustomerClockView::active).forEach(c -> active.put(c.key(), c));
        Map<String, ClockRule> usual = new LinkedHashMap<>();
        clocks.keys().forEach(key -> usual.put(key, clocks.usual(key)));
        var over = new ArrayList<>(held);
        over.removeIf(CustomerClockView::active);
        var model = new HashMap<String, Object>(Map.of("customer", customer, "active", active, "over", over, "usual", usual, "names", people.names()));
        model.put("form", form);
        model.put("units", Arrays.stream(ClockRule.Unit.values()).map(u -> new Option(u.name(), page.label(u))).toList());
        model.put("ends", Arrays.stream(ClockRule.EndOfDay.values()).map(e -> new Option(e.name(), page.label(e))).toList());
        return model;
    }

    @PostMapping("/c/{company}/customers/{code}/clocks")
    Object agree(Actor actor, Page page, @PathVariable String code, ClockForm form, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        try {
            clocks.agree(actor, customer.id(), Typed.text(form.key()), form.rule(), Typed.text(form.agreed()), Typed.text(form.reason()), form.held());
            Notice.done("voice.agreed.done", customer.name()).on(redirect);
            return "redirect:" + page.to("customers", customer.code(), "clocks");
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("voice/customer", model(actor, page, code, form));
        }
    }

    @PostMapping("/c/{company}/customers/{code}/clocks/{id}/end")
    String end(Actor actor, Page page, @PathVariable String code, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        clocks.end(actor, customer.id(), id, reason);
        Notice.done("voice.agreed.ended", customer.name()).on(redirect);
        return "redirect:" + page.to("customers", customer.code(), "clocks");
    }
}
