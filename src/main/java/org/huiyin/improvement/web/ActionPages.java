package org.huiyin.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.NewAction;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tracking table of corrective actions on screen, in Excel and on paper, and the form by which one is proposed. */
@Controller
class ActionPages {

    private static final int ROWS = 50;

    private final Actions actions;
    private final People people;
    private final Customers customers;
    private final Procedures procedures;
    private final ActionChoices choices;
    private final TrackingTable table;
    private final Calendars calendars;

    ActionPages(Actions actions, People people, Customers customers, Procedures procedures, ActionChoices choices, TrackingTable table,
            Calendars calendars) {
        this.actions = actions;
        this.people = people;
        this.customers = customers;
        this.procedures = procedures;
        this.choices = choices;
        this.table = table;
        this.calendars = calendars;
    }

    @GetMapping("/c/{company}/actions")
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(page, ROWS);
        var rows = actions.list(actor, filter);
        var model = new HashMap<String, Object>(Map.of("rows", rows, "names", people.names(),
                "measures", actions.measures(rows.stream().map(a -> a.id()).toList()),
                "paging", new Paging(filter.page(), filter.size(), actions.count(actor, filter)),
                "any", actions.count(actor, ActionFilter.all()) > 0, "form", procedures.inForce().form("actionTracking"),
                "states", ActionChoices.states(page), "origins", ActionChoices.origins(page), "departments", choices.departments()));
        model.put("calendar", calendars.inForce());
        return new ModelAndView("improvement/list", model);
    }

    private static ActionFilter filter(Page page, int rows) {
        int number = page.pageNumber();
        return new ActionFilter(page.query("q"), Typed.maybe(ActionState.class, page.query("state")), !page.query("open").isEmpty(),
                !page.query("late").isEmpty(), Typed.maybe(ActionOrigin.class, page.query("origin")), Typed.maybeId(page.query("department")),
                ActionChoices.person(page.query("owner")), null, null, number, rows);
    }

    @GetMapping({"/c/{company}/actions.xlsx", "/c/{company}/actions.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("action.read");
        var rows = all(actor, page);
        table.file(page, rows, file);
    }

    @GetMapping("/c/{company}/actions.pdf")
    void paper(Actor actor, Page page, HttpServletResponse response) throws IOException {
        byte[] pdf = table.paper(page, actor, all(actor, page));
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"actions.pdf\"");
        response.getOutputStream().write(pdf);
    }

    private List<org.huiyin.improvement.ActionView> all(Actor actor, Page page) {
        var all = new ArrayList<org.huiyin.improvement.ActionView>();
        var filter = filter(page, Paging.LONGEST);
        Paging.through(n -> actions.list(actor, filter.onPage(n, Paging.LONGEST)), all::add);
        return all;
    }

    @GetMapping("/c/{company}/actions/new")
    ModelAndView form(Actor actor, Page page, @RequestParam(defaultValue = "") String customer) {
        actor.mustHave("action.edit");
        return new ModelAndView("improvement/new", model(page, new Posted("new", Map.of("customer", customer, "origin", "SURVEY"), Errors.NONE)));
    }

    private Map<String, Object> model(Page page, Posted posted) {
        return new HashMap<>(Map.of("posted", posted, "usual", actions.usualDue(page.now()), "people", choices.people(),
                "departments", choices.departments(), "origins", ActionChoices.origins(page)));
    }

    @PostMapping("/c/{company}/actions")
    Object propose(Actor actor, Page page, @RequestParam Map<String, String> typed, @RequestParam(required = false) List<String> origin,
            RedirectAttributes redirect) {
        try {
            var id = actions.propose(actor, read(actor, typed, origin == null ? List.of() : origin));
            var number = actions.get(id).number();
            Notice.done("improvement.proposed", number).on(redirect);
            return "redirect:" + page.to("actions", number);
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            return errors.redraw("improvement/new", model(page, new Posted("new", typed, errors)));
        }
    }

    private NewAction read(Actor actor, Map<String, String> typed, List<String> origins) {
        var profile = procedures.inForce();
        var kinds = origins.stream().map(o -> Typed.choice("origin", ActionOrigin.class, o)).collect(java.util.stream.Collectors.toSet());
        var code = Typed.text(typed.get("customer"));
        var customer = code.isEmpty() ? null
                : customers.byCode(code).filter(c -> customers.search(actor, code, 20).stream().anyMatch(r -> r.id().equals(c.id())))
                        .orElseThrow(() -> new InvalidInput("customer", "improvement.invalid.customer")).id();
        var items = Arrays.stream(Typed.text(typed.get("items")).split("[,，、;；\\n]")).map(String::strip).filter(i -> !i.isEmpty()).distinct().toList();
        var department = Typed.maybeId(typed.get("department"));
        var owner = ActionChoices.person(typed.get("owner"));
        if (department == null && owner == null) {
            throw new InvalidInput("department", "improvement.invalid.nobody");
        }
        return new NewAction(kinds, customer, new SubjectRef("manual", source(typed)),
                new org.huiyin.kernel.Sentence("web.verbatim", Typed.text(typed.get("problem"))),
                items, department, owner, Typed.day("due", typed.get("due")), profile.id(), profile.clauseOf("improvement"));
    }

    private static UUID source(Map<String, String> typed) {
        return Typed.wanted(typed.get("source"));
    }
}
