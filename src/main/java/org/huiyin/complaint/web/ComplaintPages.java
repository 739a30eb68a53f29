package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.Phase;
import org.huiyin.complaint.SavedFilters;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.TriageClass;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Posted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of complaints (MJ-QP-12-05) on screen, as a board, in Excel, CSV and on paper; its filters, kept and shared. */
@Controller
class ComplaintPages {

    private static final int ROWS = 50;
    private static final int CARDS = 12;
    /** Counting further would make the page wait for a figure that nobody reads to the end. */
    private static final int COUNTED = 1_000;
    private static final String LIST = "/c/{company}/complaints";

    private final Complaints complaints;
    private final SavedFilters saved;
    private final Standings standings;
    private final Register register;
    private final Customers customers;
    private final People people;
    private final Procedures procedures;

    ComplaintPages(Complaints complaints, SavedFilters saved, Standings standings, Register register, Customers customers, People people,
            Procedures procedures) {
        this.complaints = complaints;
        this.saved = saved;
        this.standings = standings;
        this.register = register;
        this.customers = customers;
        this.people = people;
        this.procedures = procedures;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, Page page) {
        var filter = ListQuery.read(actor, page, ROWS);
        var found = complaints.found(actor, filter, COUNTED);
        var rows = found.rows();
        long total = found.total();
        var model = new HashMap<String, Object>(Map.of("rows", rows, "answers", standings.answers(rows), "names", people.names(),
                "paging", new Paging(filter.page(), filter.size(), total), "more", found.more(),
                "any", total > 0 || complaints.countUpTo(actor, ComplaintFilter.all(), 1) > 0, "form", procedures.inForce().form("complaintList"),
                "saved", saved.of(actor).stream().map(s -> new SavedFilter(s.id(), s.name(), s.query(), s.shared(), s.mine())).toList(),
                "query", ListQuery.query(page)));
        model.put("kinds", options(page, FeedbackKind.values()));
        model.put("phases", options(page, Phase.values()));
        model.put("standings", options(page, Standing.values()));
        model.put("classes", options(page, TriageClass.values()));
        model.put("customer", filter.customer() == null ? "" : customers.get(filter.customer()).name());
        return new ModelAndView("complaint/list", model);
    }

    private static List<Option> options(Page page, Enum<?>[] values) {
        return Arrays.stream(values).map(v -> new Option(v.name(), page.label(v))).toList();
    }

    @GetMapping(LIST + "/board")
    ModelAndView board(Actor actor, Page page) {
        actor.mustHave("complaint.read");
        var filter = ListQuery.read(actor, page, CARDS);
        Map<Standing, List<ComplaintRow>> columns = new LinkedHashMap<>();
        Map<Standing, Long> counts = new LinkedHashMap<>();
        var all = new ArrayList<ComplaintRow>();
        for (Standing standing : Standing.WAY) {
            var rows = complaints.list(actor, byDue(filter.in(standing), standing));
            columns.put(standing, rows);
            counts.put(standing, complaints.countUpTo(actor, filter.in(standing), COUNTED + 1));
            all.addAll(rows);
        }
        return new ModelAndView("complaint/board", Map.of("columns", columns, "counts", counts, "answers", standings.answers(all), "query", ListQuery.query(page)));
    }

    private static ComplaintFilter byDue(ComplaintFilter f, Standing standing) {
        return standing == Standing.CLOSED ? f : f.unfinished();
    }

    @GetMapping({LIST + ".xlsx", LIST + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        register.file(actor, page, ListQuery.read(actor, page, 500), file);
    }

    @GetMapping(LIST + ".pdf")
    void paper(Actor actor, Page page, HttpServletResponse response) throws IOException {
        register.paper(actor, page, ListQuery.read(actor, page, 500), response);
    }

    @PostMapping(LIST + "/filters")
    String save(Actor actor, Page page, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared, RedirectAttributes redirect) {
        Posted.aloud(() -> saved.save(actor, name, query, shared));
        Notice.done("complaint.filter.saved", name.strip()).on(redirect);
        return "redirect:" + page.to("complaints") + (query.startsWith("?") ? query : "");
    }

    @PostMapping(LIST + "/filters/{id}/removal")
    String drop(Actor actor, Page page, @PathVariable UUID id) {
        saved.drop(actor, id);
        return "redirect:" + page.to("complaints");
    }
}
