package org.huiyin.returns.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.returns.Disposition;
import org.huiyin.returns.ReturnAlert;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnKind;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Verdict;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of returns on screen, by stage, in Excel and CSV. */
@Controller
class ReturnPages {

    private static final int ROWS = 50;
    private static final int CARDS = 12;
    private static final String LIST = "/c/{company}/returns";

    private final Returns returns;
    private final Customers customers;
    private final People people;

    ReturnPages(Returns returns, Customers customers, People people) {
        this.returns = returns;
        this.customers = customers;
        this.people = people;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, Page page) {
        var filter = ListQuery.read(page, ROWS);
        var rows = returns.list(actor, filter);
        long total = returns.count(actor, filter);
        var model = new HashMap<String, Object>(Map.of("rows", rows, "alerts", alerts(rows), "paging", new Paging(filter.page(), filter.size(), total),
                "any", total > 0 || returns.count(actor, ReturnFilter.all()) > 0, "query", ListQuery.query(page), "counts", returns.counters(actor)));
        model.put("stages", options(page, ReturnStage.values()));
        model.put("kinds", options(page, ReturnKind.values()));
        model.put("verdicts", options(page, Verdict.SINGLE.toArray(Verdict[]::new)));
        model.put("dispositions", options(page, Disposition.values()));
        model.put("customer", filter.customer() == null ? "" : customers.get(filter.customer()).name());
        return new ModelAndView("returns/list", model);
    }

    static List<Option> options(Page page, Enum<?>[] values) {
        return Arrays.stream(values).map(v -> new Option(v.name(), page.label(v))).toList();
    }

    private Map<String, ReturnAlert> alerts(List<ReturnView> rows) {
        var found = new HashMap<String, ReturnAlert>();
        rows.forEach(r -> {
            var alert = returns.alert(r);
            if (alert != null) {
                found.put(r.number(), alert);
            }
        });
        return found;
    }

    @GetMapping(LIST + "/board")
    ModelAndView board(Actor actor, Page page) {
        var filter = ListQuery.read(page, CARDS).unfinished();
        Map<ReturnStage, List<ReturnView>> columns = new LinkedHashMap<>();
        Map<ReturnStage, Long> counts = new LinkedHashMap<>();
        var all = new ArrayList<ReturnView>();
        for (ReturnStage stage : ReturnStage.WAY) {
            var rows = returns.list(actor, filter.in(stage));
            columns.put(stage, rows);
            counts.put(stage, returns.count(actor, filter.in(stage)));
            all.addAll(rows);
        }
        return new ModelAndView("returns/board", Map.of("columns", columns, "numbers", counts, "alerts", alerts(all), "query", ListQuery.query(page),
                "counts", returns.counters(actor)));
    }

    @GetMapping({LIST + ".xlsx", LIST + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("return.read");
        var title = page.t("returns.menu");
        var names = people.names();
        file.send(new SheetPlan(title, List.of(title, page.date(page.today())), columns(page)),
                sheet -> returns.each(actor, ListQuery.read(page, 500), r -> r.lines().forEach(l -> sheet.row(cells(page, r, l, names).toArray()))));
    }

    private static List<SheetColumn> columns(Page page) {
        var columns = new ArrayList<SheetColumn>();
        for (String text : List.of("number", "kind", "complaint", "customer", "stage", "sales")) {
            columns.add(SheetColumn.text(page.t("returns.col." + text)));
        }
        for (String day : List.of("registered", "fetchOn", "backBy", "backOn")) {
            columns.add(SheetColumn.of(page.t("returns.col." + day), SheetColumn.Kind.DATE));
        }
        for (String text : List.of("part", "partName", "lot", "serial", "unit")) {
            columns.add(SheetColumn.text(page.t("returns.col." + text)));
        }
        for (String number : List.of("stated", "counted")) {
            columns.add(SheetColumn.of(page.t("returns.col." + number), SheetColumn.Kind.NUMBER));
        }
        columns.add(SheetColumn.text(page.t("returns.col.difference")));
        columns.add(SheetColumn.text(page.t("returns.col.place")));
        for (Verdict verdict : Verdict.SINGLE) {
            columns.add(SheetColumn.of(page.label(verdict), SheetColumn.Kind.NUMBER));
        }
        for (Disposition disposition : Disposition.values()) {
            columns.add(SheetColumn.of(page.label(disposition), SheetColumn.Kind.NUMBER));
        }
        for (String number : List.of("good", "scrap", "delivered")) {
            columns.add(SheetColumn.of(page.t("returns.col." + number), SheetColumn.Kind.NUMBER));
        }
        return columns;
    }

    private static List<@Nullable Object> cells(Page page, ReturnView r, ReturnLine l, Map<org.huiyin.kernel.PersonId, String> names) {
        var cells = new ArrayList<@Nullable Object>(List.of(r.number(), page.label(r.kind()), r.complaintNumber(), r.customerName(), page.label(r.stage())));
        cells.add(r.salesOwner() == null ? null : names.get(r.salesOwner()));
        cells.add(r.registeredAt().atZone(page.zone()).toLocalDate());
        cells.add(r.fetchOn());
        cells.add(r.backBy());
        cells.add(r.backOn());
        cells.addAll(List.of(l.part(), l.partName(), l.lot(), l.serial(), l.unit()));
        cells.add(l.stated());
        var count = l.count();
        cells.add(count == null ? null : count.quantity());
        cells.add(String.join("；", l.differences().stream().map(d -> page.t("returns.difference." + d.kind().name().toLowerCase(Locale.ROOT), d.stated(), d.found())).toList()));
        cells.add(count == null ? null : count.place());
        var judgement = l.judgement();
        for (Verdict verdict : Verdict.SINGLE) {
            cells.add(judgement == null ? null : judgement.shares().get(verdict));
        }
        for (Disposition disposition : Disposition.values()) {
            cells.add(l.decision() == null ? null : l.disposed(disposition));
        }
        cells.addAll(List.of(l.good(), l.scrapped(), l.delivered()));
        return cells;
    }
}
