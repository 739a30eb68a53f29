package org.huiyin.customer.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerView;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Requirements;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.huiyin.customer.Upgrades;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The parts of a customer's file: contacts, special requirements, monthly sales, the application for a better class. */
@Controller
class PartPages {

    private final Customers customers;
    private final Contacts contacts;
    private final Requirements requirements;
    private final Sales sales;
    private final Upgrades upgrades;
    private final Choices choices;
    private final OnePage onePage;

    PartPages(Customers customers, Contacts contacts, Requirements requirements, Sales sales, Upgrades upgrades, Choices choices, OnePage onePage) {
        this.customers = customers;
        this.contacts = contacts;
        this.requirements = requirements;
        this.sales = sales;
        this.upgrades = upgrades;
        this.choices = choices;
        this.onePage = onePage;
    }

    @GetMapping("/c/{company}/customers/{code}/contacts/new")
    ModelAndView freshContact(Actor actor, Page page, @PathVariable String code) {
        actor.mustHave("customer.edit");
        return contact(page, customers.byCode(actor, code), null, ContactForm.empty(), Errors.NONE);
    }

    @PostMapping("/c/{company}/customers/{code}/contacts")
    Object addContact(Actor actor, Page page, @PathVariable String code, ContactForm form, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        try {
            contacts.add(actor, customer.id(), form.values());
            Notice.done("customer.contact.added", form.name() == null ? "" : form.name()).on(redirect);
            return back(page, customer);
        } catch (InvalidInput refused) {
            return redrawn(contact(page, customer, null, form, Errors.of(refused)));
        }
    }

    @GetMapping("/c/{company}/customers/{code}/contacts/{id}")
    ModelAndView editContact(Actor actor, Page page, @PathVariable String code, @PathVariable UUID id) {
        actor.mustHave("customer.edit");
        var customer = customers.byCode(actor, code);
        return contact(page, customer, id, ContactForm.of(its(actor, customer, id)), Errors.NONE);
    }

    @PostMapping("/c/{company}/customers/{code}/contacts/{id}")
    Object changeContact(Actor actor, Page page, @PathVariable String code, @PathVariable UUID id, ContactForm form, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        its(actor, customer, id);
        try {
            contacts.change(actor, id, form.values(), form.version() == null ? 0 : form.version());
            Notice.done("customer.contact.changed", form.name() == null ? "" : form.name()).on(redirect);
            return back(page, customer);
        } catch (InvalidInput refused) {
            return redrawn(contact(page, customer, id, form, Errors.of(refused)));
        }
    }

    @PostMapping("/c/{company}/customers/{code}/contacts/{id}/state")
    String contactState(Actor actor, Page page, @PathVariable String code, @PathVariable UUID id, @RequestParam String state, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        var contact = its(actor, customer, id);
        switch (state) {
            case "left" -> contacts.leave(actor, id);
            case "back" -> contacts.comeBack(actor, id);
            case "out" -> contacts.optOut(actor, id, true);
            case "in" -> contacts.optOut(actor, id, false);
            default -> throw new NotFound();
        }
        Notice.done("customer.contact.state." + state, contact.name()).on(redirect);
        return back(page, customer);
    }

    @PostMapping("/c/{company}/customers/{code}/contacts/{id}/erasure")
    String erase(Actor actor, Page page, @PathVariable String code, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        its(actor, customer, id);
        contacts.erase(actor, id, reason);
        Notice.done("customer.contact.erasedDone").on(redirect);
        return back(page, customer);
    }

    @GetMapping("/c/{company}/customers/{code}/contacts/{id}/data.json")
    ResponseEntity<Map<String, @Nullable Object>> export(Actor actor, @PathVariable String code, @PathVariable UUID id) {
        its(actor, customers.byCode(actor, code), id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("contact.json").build().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(contacts.export(actor, id));
    }

    @PostMapping("/c/{company}/customers/{code}/requirements")
    Object require(Actor actor, Page page, @PathVariable String code, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        try {
            var topic = typed.getOrDefault("topic", "");
            requirements.add(actor, customer.id(), topic, typed.getOrDefault("text", ""), typed.get("source"), day(typed.getOrDefault("since", "")));
            Notice.done("customer.requirement.added", topic).on(redirect);
            return back(page, customer);
        } catch (InvalidInput refused) {
            return redrawn(whole(actor, page, customer, "requirement", typed, refused));
        }
    }

    @PostMapping("/c/{company}/customers/{code}/requirements/{id}/end")
    String end(Actor actor, Page page, @PathVariable String code, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        requirements.end(actor, id, reason);
        Notice.done("customer.requirement.endedDone").on(redirect);
        return back(page, customer);
    }

    @PostMapping("/c/{company}/customers/{code}/sales")
    Object sale(Actor actor, Page page, @PathVariable String code, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        try {
            var base = typed.getOrDefault("base", "").strip();
            sales.note(actor, new SaleLine(customer.id(), month(typed.getOrDefault("month", "")), amount(typed.getOrDefault("amount", "")),
                    typed.getOrDefault("currency", "CNY").strip().toUpperCase(java.util.Locale.ROOT), base.isEmpty() ? null : base));
            Notice.done("customer.sale.noted").on(redirect);
            return back(page, customer);
        } catch (InvalidInput refused) {
            return redrawn(whole(actor, page, customer, "sale", typed, refused));
        }
    }

    /** The customer's page with the form that was refused open, what was typed kept. */
    private ModelAndView whole(Actor actor, Page page, CustomerView customer, String part, Map<String, String> typed, InvalidInput refused) {
        return onePage.draw("customer/show", actor, page, customer).addObject("part", part).addObject("typed", typed).addObject("errors", Errors.of(refused));
    }

    @PostMapping("/c/{company}/customers/{code}/upgrade")
    String upgrade(Actor actor, Page page, @PathVariable String code, @RequestParam Grade grade, @RequestParam String reason, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        upgrades.apply(actor, customer.id(), grade, reason);
        Notice.done("customer.upgrade.asked", customer.name()).on(redirect);
        return back(page, customer);
    }

    private org.huiyin.customer.ContactView its(Actor actor, CustomerView customer, UUID id) {
        var contact = contacts.get(actor, id);
        if (!contact.customer().equals(customer.id())) {
            throw new NotFound();
        }
        return contact;
    }

    private ModelAndView contact(Page page, CustomerView customer, @Nullable UUID id, ContactForm form, Errors errors) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("customer", customer);
        model.put("form", form);
        model.put("action", id == null ? page.to("customers", customer.address(), "contacts") : page.to("customers", customer.address(), "contacts", id));
        model.put("fresh", id == null);
        model.put("roles", choices.roles(page));
        model.put("languages", choices.languages(page));
        model.put("errors", errors);
        model.put("contact", id == null ? null : contacts.get(id));
        return new ModelAndView("customer/contact", model);
    }

    private static String back(Page page, CustomerView customer) {
        return "redirect:" + page.to("customers", customer.address());
    }

    private static ModelAndView redrawn(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("since", "customer.requirement.invalid.since");
        }
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("month", "customer.sale.invalid.month");
        }
    }

    private static BigDecimal amount(String typed) {
        try {
            return new BigDecimal(typed.strip().replace(",", ""));
        } catch (NumberFormatException unreadable) {
            throw new InvalidInput("amount", "customer.sale.invalid.amount");
        }
    }
}
