package org.huiyin.replenishment.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.replenishment.NewShipment;
import org.huiyin.replenishment.Releases;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.ReplenishmentState;
import org.huiyin.replenishment.ReplenishmentView;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of replacement orders, each order with its approvals and its way to the customer, and the urgent order on paper (001/5.3.4). */
@Controller
class ReplenishmentPages {

    private static final String LIST = "/c/{company}/replenishments";
    private static final int ROWS = 50;

    private final Replenishments orders;
    private final Releases releases;
    private final ReplenishmentFiles files;
    private final Approvals approvals;
    private final Signatures signatures;
    private final Attachments attachments;
    private final Customers customers;
    private final People people;
    private final Procedures procedures;

    ReplenishmentPages(Replenishments orders, Releases releases, ReplenishmentFiles files, Approvals approvals, Signatures signatures, Attachments attachments, Customers customers,
            People people, Procedures procedures) {
        this.orders = orders;
        this.releases = releases;
        this.files = files;
        this.approvals = approvals;
        this.signatures = signatures;
        this.attachments = attachments;
        this.customers = customers;
        this.people = people;
        this.procedures = procedures;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(actor, page, ROWS);
        long total = orders.count(actor, filter);
        var customer = filter.customer();
        return new ModelAndView("replenishment/list", Map.of("rows", orders.list(actor, filter), "names", people.names(),
                "paging", new Paging(filter.page(), filter.size(), total), "any", total > 0 || orders.count(actor, ReplenishmentFilter.all()) > 0,
                "states", Arrays.stream(ReplenishmentState.values()).map(s -> new Option(s.name(), page.label(s))).toList(),
                "customer", customer == null ? "" : customers.get(customer).name(), "clause", procedures.inForce().clauseOf("replenishment")));
    }

    static ReplenishmentFilter filter(Actor actor, Page page, int rows) {
        return new ReplenishmentFilter(page.query("q"), Typed.maybe(ReplenishmentState.class, page.query("state")), !page.query("open").isEmpty(),
                !page.query("late").isEmpty(), !page.query("urgent").isEmpty(), !page.query("top").isEmpty(), !page.query("outstanding").isEmpty(),
                customer(page.query("customer")),
                page.query("mine").isEmpty() ? null : actor.id(), Typed.maybeDay(page.query("from")), Typed.maybeDay(page.query("to")), page.pageNumber(), rows);
    }

    private static @Nullable CustomerId customer(String text) {
        var id = Typed.maybeId(text);
        return id == null ? null : new CustomerId(id);
    }

    @GetMapping({LIST + ".xlsx", LIST + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        files.list(actor, page, filter(actor, page, 500), file);
    }

    @GetMapping(LIST + "/{number}")
    ModelAndView show(Actor actor, @PathVariable String number) {
        return new ModelAndView("replenishment/show", model(actor, number, Posted.NOTHING));
    }

    private Map<String, Object> model(Actor actor, String number, Posted posted) {
        var view = orders.byNumber(actor, number);
        var row = view.row();
        var asked = row.approval() == null ? null : approvals.get(row.approval());
        var model = new HashMap<String, Object>(Map.of("view", view, "alike", orders.alike(view), "names", people.names(), "roles", roles(asked),
                "files", attachments.list(actor, row.id().subject()), "signatures", signatures.of(row.id().subject()), "posted", posted,
                "may", new May(row.proposedBy().equals(actor.id()) && actor.may("replenish.propose") && row.state().changeable(), actor.may("replenish.work"),
                        actor.may("replenish.work") || actor.may("replenish.propose"), asked != null && approvals.mayDecide(actor, asked), releases.may(actor, row)), "promised", releases.promised()));
        model.put("approval", asked);
        return model;
    }

    /** The names of the roles in the route, as this company calls them. */
    private Map<String, String> roles(@Nullable ApprovalView approval) {
        return approval == null ? Map.of()
                : approval.parts().stream().map(ApprovalView.Part::role).distinct().collect(Collectors.toMap(role -> role, people::roleName));
    }

    private interface Act {
        void on(ReplenishmentView view, int version);
    }

    private Object act(Actor actor, Page page, String number, String form, Map<String, String> typed, String done, RedirectAttributes redirect, Act act) {
        return Posted.take(form, typed, () -> act.on(orders.byNumber(actor, number), Typed.version(typed.get("version"), 0)), () -> {
            Notice.done(done, number).on(redirect);
            return "redirect:" + page.to("replenishments", number);
        }, "replenishment/show", posted -> model(actor, number, posted));
    }

    @PostMapping(LIST + "/{number}/withdrawal")
    Object withdraw(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "withdrawal", typed, "replenishment.withdrawn", redirect,
                (view, version) -> orders.withdraw(actor, view.id(), Typed.text(typed.get("reason")), version));
    }

    @PostMapping(LIST + "/{number}/release")
    Object release(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "release", typed, "replenishment.released.done", redirect,
                (view, version) -> releases.release(actor, view.id(), Typed.text(typed.get("reason")), version));
    }

    @PostMapping(LIST + "/{number}/schedule")
    Object schedule(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "schedule", typed, "replenishment.scheduled", redirect,
                (view, version) -> orders.scheduled(actor, view.id(), Typed.day("day", typed.get("day")), version));
    }

    @PostMapping(LIST + "/{number}/shipment")
    Object ship(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "shipment", typed, "replenishment.shipped", redirect, (view, version) -> orders.shipped(actor, view.id(),
                new NewShipment(Typed.day("day", typed.get("day")), Typed.text(typed.get("deliveryNote")), Typed.text(typed.get("carrier"))), version));
    }

    @PostMapping(LIST + "/{number}/receipt")
    Object receive(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "receipt", typed, "replenishment.received", redirect,
                (view, version) -> orders.received(actor, view.id(), Typed.day("day", typed.get("day")), Typed.text(typed.get("words")), version));
    }

    @GetMapping(LIST + "/{number}/order.pdf")
    ResponseEntity<byte[]> paper(Actor actor, Page page, @PathVariable String number) {
        var disposition = ContentDisposition.inline().filename(number + ".pdf").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(files.paper(actor, page, orders.byNumber(actor, number)));
    }
}
