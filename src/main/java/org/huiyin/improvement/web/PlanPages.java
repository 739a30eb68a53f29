package org.huiyin.improvement.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalView;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Agenda;
import org.huiyin.improvement.PlanView;
import org.huiyin.improvement.Plans;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
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

/** Improvement plans and the quarterly agenda of the rolling survey (001/5.4.6.3, 5.4.6.4). */
@Controller
class PlanPages {

    private final Plans plans;
    private final Agenda agenda;
    private final Actions actions;
    private final People people;
    private final Customers customers;
    private final Procedures procedures;
    private final ActionChoices choices;
    private final Calendars calendars;

    PlanPages(Plans plans, Agenda agenda, Actions actions, People people, Customers customers, Procedures procedures, ActionChoices choices,
            Calendars calendars) {
        this.plans = plans;
        this.agenda = agenda;
        this.actions = actions;
        this.people = people;
        this.customers = customers;
        this.procedures = procedures;
        this.choices = choices;
        this.calendars = calendars;
    }

    @GetMapping("/c/{company}/actions/plans")
    ModelAndView list(Actor actor) {
        return new ModelAndView("improvement/plans", model(actor, Posted.NOTHING));
    }

    private Map<String, Object> model(Actor actor, Posted posted) {
        return new HashMap<>(Map.of("plans", plans.list(actor), "open", actions.list(actor, ActionFilter.open()), "names", people.names(), "posted", posted,
                "form", procedures.inForce().form("improvementPlan")));
    }

    @PostMapping("/c/{company}/actions/plans")
    Object make(Actor actor, Page page, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> actions,
            RedirectAttributes redirect) {
        try {
            var plan = plans.make(actor, Typed.text(typed.get("title")), Typed.text(typed.get("opinion")), actions == null ? List.of() : actions);
            Notice.done("improvement.plan.made", plan.number()).on(redirect);
            return "redirect:" + page.to("actions", "plans", plan.number());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/plans", model(actor, new Posted("plan", typed, Errors.of(refused))));
        }
    }

    @GetMapping("/c/{company}/actions/plans/{number}")
    ModelAndView show(Actor actor, @PathVariable String number) {
        var plan = plans.byNumber(actor, number);
        return new ModelAndView("improvement/plan", Map.of("plan", plan, "names", people.names(), "roles", roles(plan), "clause", plans.clause(plan),
                "measures", actions.measures(plan.actions().stream().map(a -> a.id()).toList()),
                "form", procedures.byId(plan.profileVersion()).form("improvementPlan"), "calendar", calendars.inForce()));
    }

    /** The names of the roles in the route, as this company calls them. */
    private Map<String, String> roles(PlanView plan) {
        var approval = plan.approval();
        return approval == null ? Map.of()
                : approval.parts().stream().map(ApprovalView.Part::role).distinct().collect(Collectors.toMap(role -> role, people::roleName));
    }

    @GetMapping("/c/{company}/actions/plans/{number}/edit")
    ModelAndView edit(Actor actor, @PathVariable String number) {
        actor.mustHave("action.plan");
        return new ModelAndView("improvement/plan_edit", edited(actor, plans.byNumber(actor, number), null));
    }

    private Map<String, Object> edited(Actor actor, PlanView plan, @Nullable PlanForm typed) {
        var choice = new LinkedHashMap<String, ActionView>();
        plan.actions().forEach(a -> choice.put(a.number(), a));
        actions.list(actor, ActionFilter.open()).forEach(a -> choice.putIfAbsent(a.number(), a));
        var form = typed != null ? typed
                : new PlanForm(plan.title(), plan.opinion(), plan.actions().stream().map(ActionView::number).toList(), plan.version());
        return new HashMap<>(Map.of("plan", plan, "choice", List.copyOf(choice.values()), "form", form));
    }

    @PostMapping("/c/{company}/actions/plans/{number}")
    Object change(Actor actor, Page page, @PathVariable String number, PlanForm form, RedirectAttributes redirect) {
        try {
            plans.change(actor, number, Typed.text(form.title()), Typed.text(form.opinion()), form.actions(), form.version());
            Notice.done("improvement.plan.changed.done", number).on(redirect);
            return "redirect:" + page.to("actions", "plans", number);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/plan_edit", edited(actor, plans.byNumber(actor, number), form));
        }
    }

    @PostMapping("/c/{company}/actions/plans/{number}/submission")
    String submit(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        var asked = plans.submit(actor, number, page.t("improvement.plan.askedAnew")).isPresent();
        Notice.done(asked ? "improvement.plan.submitted" : "improvement.plan.noRoute", number).on(redirect);
        return "redirect:" + page.to("actions", "plans", number);
    }

    @GetMapping("/c/{company}/actions/agenda")
    ModelAndView agenda(Actor actor, Page page) {
        return new ModelAndView("improvement/agenda", agendaModel(actor, page, Posted.NOTHING));
    }

    @GetMapping({"/c/{company}/actions/agenda.xlsx", "/c/{company}/actions/agenda.csv"})
    void agendaFile(Actor actor, Page page, ListFile file) throws IOException {
        var names = people.names();
        var quarter = quarter(page);
        var items = agenda.of(actor, quarter);
        var columns = List.of(page.t("improvement.col.items"), page.t("improvement.col.customer"), page.t("improvement.agenda.words"),
                page.t("improvement.agenda.action"), page.t("improvement.agenda.reason"), page.t("improvement.col.owner"));
        file.send(page.t("improvement.agenda") + " " + quarter, "", columns, sheet -> items.forEach(item -> sheet.row(item.item(), item.customerName(), item.words(),
                item.actionNumber(), item.reason(), item.decidedBy() == null ? null : names.get(item.decidedBy()))));
    }

    private static String quarter(Page page) {
        return page.query("quarter").matches("\\d{4}Q[1-4]") ? page.query("quarter") : Agenda.quarterOf(page.today());
    }

    private Map<String, Object> agendaModel(Actor actor, Page page, Posted posted) {
        var quarter = quarter(page);
        var quarters = new java.util.TreeSet<String>(java.util.Comparator.reverseOrder());
        quarters.addAll(agenda.quarters());
        quarters.add(Agenda.quarterOf(page.today()));
        return new HashMap<>(Map.of("quarter", quarter, "quarters", List.copyOf(quarters), "items", agenda.of(actor, quarter), "names", people.names(),
                "departments", choices.departments(), "people", choices.people(), "posted", posted));
    }

    @PostMapping("/c/{company}/actions/agenda")
    Object note(Actor actor, Page page, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            var code = Typed.text(typed.get("customer"));
            var customer = code.isEmpty() ? null
                    : customers.byCode(code).orElseThrow(() -> new InvalidInput("customer", "improvement.invalid.customer")).id();
            agenda.note(actor, page.today(), customer, new SubjectRef("manual", Ids.next()), Typed.text(typed.get("item")), Typed.text(typed.get("words")));
            Notice.done("improvement.agenda.noted").on(redirect);
            return "redirect:" + page.to("actions", "agenda");
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/agenda", agendaModel(actor, page, new Posted("item", typed, Errors.of(refused))));
        }
    }

    @PostMapping("/c/{company}/actions/agenda/{item}/decision")
    Object decide(Actor actor, Page page, @PathVariable UUID item, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var quarter = Typed.text(typed.get("quarter"));
        try {
            if ("none".equals(typed.get("end"))) {
                agenda.decideNone(actor, item, Typed.text(typed.get("reason")));
                Notice.done("improvement.agenda.none.done").on(redirect);
            } else {
                var department = Typed.maybeId(typed.get("department"));
                var owner = ActionChoices.person(typed.get("owner"));
                if (department == null && owner == null) {
                    throw new InvalidInput("department", "improvement.invalid.nobody");
                }
                var action = agenda.decideAction(actor, item, department, owner);
                Notice.done("improvement.proposed", actions.get(action).number()).on(redirect);
            }
            return "redirect:" + page.to("actions", "agenda") + "?quarter=" + quarter;
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/agenda", agendaModel(actor, page, new Posted(item.toString(), typed, Errors.of(refused))));
        }
    }
}
