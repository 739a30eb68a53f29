package org.huiyin.customer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Requirements;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customer list (MJ-QP-12-07) and the customer file (MJ-QP-12-02). */
@Controller
class CustomerPages {

    private final Customers customers;
    private final Choices choices;
    private final People people;
    private final OnePage onePage;
    private final Lists lists;
    private final Requirements requirements;
    private final CustomerPaper paper;

    CustomerPages(Customers customers, Choices choices, People people, OnePage onePage, Lists lists, Requirements requirements,
            CustomerPaper paper) {
        this.customers = customers;
        this.choices = choices;
        this.people = people;
        this.onePage = onePage;
        this.lists = lists;
        this.requirements = requirements;
        this.paper = paper;
    }

    @GetMapping("/c/{company}/customers")
    ModelAndView list(Actor actor, Page page, ListQuery query) {
        var slice = customers.list(actor, query.filter());
        var model = new HashMap<String, Object>();
        model.put("rows", slice.rows());
        model.put("paging", new Paging(slice.page(), slice.size(), slice.total()));
        model.put("names", people.names());
        model.put("narrowed", query.narrowed());
        model.put("grades", choices.grades(page));
        model.put("segments", choices.segments(actor));
        model.put("regions", choices.regions(actor));
        model.put("owners", actor.may("customer.readAll") ? choices.owners() : java.util.List.of());
        model.put("editable", actor.may("customer.edit"));
        model.put("importable", actor.may("customer.import"));
        model.put("mergeable", actor.may("customer.merge"));
        return new ModelAndView("customer/list|customer/rows", model);
    }

    @GetMapping({"/c/{company}/customers.xlsx", "/c/{company}/customers.csv"})
    void file(Actor actor, Page page, ListQuery query, ListFile file) throws IOException {
        lists.customers(actor, page, query.filter(), file);
    }

    @GetMapping("/c/{company}/customers.pdf")
    void paper(Actor actor, Page page, ListQuery query, HttpServletResponse response) throws IOException {
        paper.list(actor, page, query.filter(), response);
    }

    @GetMapping({"/c/{company}/customers/contacts.xlsx", "/c/{company}/customers/contacts.csv"})
    void contacts(Actor actor, Page page, ListFile file) throws IOException {
        lists.contacts(actor, page, file);
    }

    @GetMapping({"/c/{company}/customers/sales.xlsx", "/c/{company}/customers/sales.csv"})
    void sales(Actor actor, Page page, ListFile file) throws IOException {
        lists.sales(actor, page, file);
    }

    @GetMapping("/c/{company}/customers/requirements")
    ModelAndView requirements(Actor actor, Page page) {
        return new ModelAndView("customer/requirements", Map.of("rows", requirements.inForce(actor), "names", people.names(), "form", lists.form("requirementList", page)));
    }

    @GetMapping({"/c/{company}/customers/requirements.xlsx", "/c/{company}/customers/requirements.csv"})
    void requirementsFile(Actor actor, Page page, ListFile file) throws IOException {
        var columns = java.util.List.of(Lists.text(page, "code"), Lists.text(page, "name").wide(34),
                SheetColumn.text(page.t("customer.requirement.topic")), SheetColumn.text(page.t("customer.requirement.text")).wide(60),
                SheetColumn.text(page.t("customer.requirement.source")), SheetColumn.of(page.t("customer.requirement.since"), SheetColumn.Kind.DATE));
        lists.send(file, page, lists.form("requirementList", page), columns, writer -> requirements.inForce(actor)
                .forEach(r -> writer.row(r.customerCode(), r.customerName(), r.topic(), r.text(), r.source(), r.since())));
    }

    @GetMapping("/c/{company}/customers/new")
    ModelAndView fresh(Actor actor, Page page) {
        actor.mustHave("customer.edit");
        return form(page, "customers", CustomerForm.empty(actor.id().value().toString()), Errors.NONE, true);
    }

    @PostMapping("/c/{company}/customers")
    Object create(Actor actor, Page page, CustomerForm form, RedirectAttributes redirect) {
        try {
            var id = customers.create(actor, form.values(), Boolean.TRUE.equals(form.sameName()));
            var made = customers.get(id);
            Notice.done("customer.created", made.name(), made.code()).on(redirect);
            return "redirect:" + page.to("customers", made.address());
        } catch (InvalidInput refused) {
            return redrawn(form(page, "customers", form, Errors.of(refused), true));
        }
    }

    @GetMapping("/c/{company}/customers/{code}/edit")
    ModelAndView edit(Actor actor, Page page, @PathVariable String code) {
        actor.mustHave("customer.edit");
        var customer = customers.byCode(actor, code);
        return form(page, "customers/" + customer.address(), CustomerForm.of(customer), Errors.NONE, false);
    }

    @PostMapping("/c/{company}/customers/{code}")
    Object change(Actor actor, Page page, @PathVariable String code, CustomerForm form, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        try {
            customers.change(actor, customer.id(), form.values(), form.version() == null ? 0 : form.version());
            Notice.done("customer.changed", form.name() == null ? "" : form.name()).on(redirect);
            return "redirect:" + page.to("customers", customers.get(customer.id()).address());
        } catch (InvalidInput refused) {
            return redrawn(form(page, "customers/" + customer.address(), form, Errors.of(refused), false));
        }
    }

    @PostMapping("/c/{company}/customers/{code}/activity")
    String activate(Actor actor, Page page, @PathVariable String code, @RequestParam boolean active, @RequestParam String reason,
            @RequestParam int version, RedirectAttributes redirect) {
        var customer = customers.byCode(actor, code);
        customers.activate(actor, customer.id(), active, reason, version);
        Notice.done(active ? "customer.activated" : "customer.deactivated", customer.name()).on(redirect);
        return "redirect:" + page.to("customers", customer.address());
    }

    @GetMapping("/c/{company}/customers/{code}")
    ModelAndView show(Actor actor, Page page, @PathVariable String code) {
        return onePage.draw("customer/show", actor, page, customers.byCode(actor, code));
    }

    @GetMapping("/c/{company}/customers/{code}/file.pdf")
    void paperOfOne(Actor actor, Page page, @PathVariable String code, HttpServletResponse response) throws IOException {
        paper.file(actor, page, customers.byCode(actor, code), response);
    }

    private ModelAndView form(Page page, String path, CustomerForm form, Errors errors, boolean fresh) {
        return new ModelAndView("customer/form", Map.of("view", new FormView(form, page.path(path), fresh, choices.owners(),
                choices.degrees(page, "cooperation"), choices.degrees(page, "potential"), choices.degrees(page, "payment"),
                choices.yesNo(page)), "errors", errors));
    }

    private static ModelAndView redrawn(ModelAndView view) {
        view.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
