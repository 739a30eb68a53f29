package org.huiyin.complaint.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.Lots;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Traceability by lot: search, and all that is known of one lot (004/5.5, 5.6). */
@Controller
class LotPages {

    private static final int ROWS = 50;
    private static final int MOST = 5_000;
    private static final String ALL = "/c/{company}/lots";

    private final Lots lots;
    private final People people;

    LotPages(Lots lots, People people) {
        this.lots = lots;
        this.people = people;
    }

    @GetMapping(ALL)
    ModelAndView search(Actor actor, Page page) {
        var rows = lots.search(actor, page.query("q"), page.pageNumber(), ROWS + 1);
        return new ModelAndView("complaint/lots", new HashMap<>(Map.of("rows", rows.stream().limit(ROWS).toList(), "more", rows.size() > ROWS, "number", page.pageNumber(),
                "q", page.query("q"))));
    }

    @GetMapping({ALL + ".xlsx", ALL + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("complaint.read");
        var plan = new SheetPlan(page.t("complaint.lots"), List.of(page.t("complaint.lots"), page.date(page.today())), List.of(
                SheetColumn.text(page.t("complaint.inspection.lot")), SheetColumn.text(page.t("complaint.inspection.part")), SheetColumn.text(page.t("complaint.inspection.partName")),
                SheetColumn.text(page.t("complaint.lot.shipped")), SheetColumn.text(page.t("complaint.lot.firstShipped")), SheetColumn.text(page.t("complaint.inspections")),
                SheetColumn.text(page.t("complaint.lot.failed")), SheetColumn.text(page.t("complaint.lot.complaints"))));
        file.send(plan, sheet -> lots.search(actor, page.query("q"), 1, MOST).forEach(r -> sheet.row(r.lot(), r.part(), r.partName(),
                r.shipped() == null ? "" : r.shipped().toPlainString(), r.firstShipped() == null ? "" : r.firstShipped().toString(), String.valueOf(r.inspections()),
                String.valueOf(r.failed()), String.valueOf(r.complaints()))));
    }

    @GetMapping(ALL + "/one")
    ModelAndView one(Actor actor, @RequestParam(defaultValue = "") String lot, @RequestParam(defaultValue = "") String part) {
        var view = lots.trace(actor, lot.strip(), part.strip());
        return new ModelAndView("complaint/lot", Map.of("it", view, "names", people.names()));
    }
}
