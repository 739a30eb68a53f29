package org.huiyin.improvement.eightd.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDFilter;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of all 8Ds, on screen, in Excel and CSV, and the form that opens one. */
@Controller
class EightDPages {

    private static final int ROWS = 50;

    private final EightDs eightDs;
    private final Customers customers;
    private final People people;
    private final Procedures procedures;
    private final EightDModel model;

    EightDPages(EightDs eightDs, Customers customers, People people, Procedures procedures, EightDModel model) {
        this.eightDs = eightDs;
        this.customers = customers;
        this.people = people;
        this.procedures = procedures;
        this.model = model;
    }

    @GetMapping("/c/{company}/eightds")
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(page, ROWS);
        var model = new HashMap<String, Object>(Map.of("rows", eightDs.list(actor, filter), "names", people.names(),
                "paging", new Paging(filter.page(), filter.size(), eightDs.count(actor, filter)), "any", eightDs.count(actor, EightDFilter.all()) > 0));
        model.put("leaders", this.model.people());
        return new ModelAndView("improvement/eightd/list", model);
    }

    private static EightDFilter filter(Page page, int rows) {
        int number = page.pageNumber();
        return new EightDFilter(page.query("q"), Typed.maybe(EightDStep.class, page.query("standing")), !page.query("open").isEmpty(), !page.query("late").isEmpty(),
                Typed.maybe(EightDDepth.class, page.query("depth")), person(page.query("leader")), null, number, rows);
    }

    static @Nullable PersonId person(@Nullable String text) {
        UUID id = Typed.maybeId(text);
        return id == null ? null : new PersonId(id);
    }

    @GetMapping({"/c/{company}/eightds.xlsx", "/c/{company}/eightds.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("action.read");
        var rows = all(actor, page);
        file.send(page.t("improvement.eightd.all"), page.date(page.today()), columns(page), sheet -> rows.forEach(row -> sheet.row(cells(page, row))));
    }

    private static List<String> columns(Page page) {
        return List.of(page.t("improvement.col.number"), page.t("improvement.eightd.col.title"), page.t("improvement.eightd.col.customer"),
                page.t("improvement.eightd.col.depth"), page.t("improvement.eightd.col.standing"), page.t("improvement.eightd.col.leader"),
                page.t("improvement.eightd.col.sources"), page.t("improvement.eightd.col.opened"), page.t("improvement.eightd.col.stageDue"),
                page.t("improvement.eightd.col.late"), page.t("improvement.eightd.col.closed"), page.t("improvement.eightd.col.round"));
    }

    private @Nullable Object[] cells(Page page, EightDView row) {
        var due = row.stageDue();
        var closed = row.closedAt();
        return new @Nullable Object[] {row.number(), row.title(), row.customerName(), page.t("improvement.eightd.depth." + row.depth().name().toLowerCase(java.util.Locale.ROOT)),
            row.standing() == null ? page.t("improvement.eightd.closed") : page.t(row.standing().key()),
            row.leader() == null ? "" : people.names().getOrDefault(row.leader(), ""),
            String.join("、", eightDs.sourceLines(row).stream().map(s -> s.number()).toList()), row.openedAt().atZone(page.zone()).toLocalDate().toString(),
            due == null ? "" : due.atZone(page.zone()).toLocalDateTime().toString(), row.lateAt(page.now()) ? page.t("improvement.eightd.yes") : "",
            closed == null ? "" : closed.atZone(page.zone()).toLocalDate().toString(), row.round()};
    }

    private List<EightDView> all(Actor actor, Page page) {
        var all = new ArrayList<EightDView>();
        var filter = filter(page, Paging.LONGEST);
        Paging.through(n -> eightDs.list(actor, filter.onPage(n, Paging.LONGEST)), all::add);
        return all;
    }

    @GetMapping("/c/{company}/eightds/new")
    ModelAndView form(Actor actor, Page page) {
        actor.mustHave("eightd.work");
        return new ModelAndView("improvement/eightd/new", model(page, Map.of("depth", "FULL", "leader", actor.id().value().toString(), "source", page.query("source"))));
    }

    private Map<String, Object> model(Page page, Map<String, String> typed) {
        return new HashMap<>(Map.of("typed", typed, "people", model.people(), "depths", Arrays.stream(EightDDepth.values())
                .map(d -> new Option(d.name(), page.t("improvement.eightd.depth." + d.name().toLowerCase(java.util.Locale.ROOT)))).toList()));
    }

    @PostMapping("/c/{company}/eightds")
    Object open(Actor actor, Page page, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            var id = eightDs.open(actor, read(actor, typed));
            var number = eightDs.get(id).number();
            Notice.done("improvement.eightd.done.opened", number).on(redirect);
            return "redirect:" + page.to("eightds", number);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/eightd/new", model(page, typed));
        }
    }

    private NewEightD read(Actor actor, Map<String, String> typed) {
        var profile = procedures.inForce();
        var code = Typed.text(typed.get("customer"));
        var customer = code.isEmpty() ? null
                : customers.byCode(code).filter(c -> customers.search(actor, code, 20).stream().anyMatch(r -> r.id().equals(c.id())))
                        .orElseThrow(() -> new InvalidInput("customer", "improvement.invalid.customer")).id();
        return new NewEightD(sources(typed), customer, Typed.text(typed.get("title")), Typed.choice("depth", EightDDepth.class, typed.get("depth")),
                person(typed.get("leader")), profile.id(), profile.clauseOf("complaint.places"));
    }

    private Set<SubjectRef> sources(Map<String, String> typed) {
        var number = Typed.text(typed.get("source"));
        return number.isEmpty() ? Set.of()
                : Set.of(eightDs.sourceByNumber(number).orElseThrow(() -> new InvalidInput("source", "improvement.eightd.invalid.source", number)));
    }
}
