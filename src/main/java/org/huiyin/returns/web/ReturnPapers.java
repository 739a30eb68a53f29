package org.huiyin.returns.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.paper.QrCode;
import org.huiyin.platform.BaseAddress;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The return slip and the label of the goods, each with the number and a QR code that leads to the return. */
@Controller
class ReturnPapers {

    private static final String ONE = "/c/{company}/returns/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}";

    private static final String SLIP = "slip";

    private final Returns returns;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final BaseAddress address;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    ReturnPapers(Returns returns, People people, Companies companies, Procedures procedures, BaseAddress address, TemplateEngine templates, PdfPrinter printer) {
        this.returns = returns;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.address = address;
        this.templates = templates;
        this.printer = printer;
    }

    @GetMapping(ONE + "/slip.pdf")
    void slip(Actor actor, Page page, @PathVariable String number, HttpServletResponse response) throws IOException {
        print(actor, page, number, SLIP, response);
    }

    @GetMapping(ONE + "/labels.pdf")
    void labels(Actor actor, Page page, @PathVariable String number, HttpServletResponse response) throws IOException {
        print(actor, page, number, "label", response);
    }

    private void print(Actor actor, Page page, String number, String what, HttpServletResponse response) throws IOException {
        var r = returns.byNumber(actor, number);
        var model = new HashMap<String, Object>();
        model.put("paper", paper(page, actor, r, what));
        model.put("page", page);
        model.put("r", r);
        model.put("names", people.names());
        model.put("area", returns.area(page.locale()));
        model.put("qr", QrCode.svg(address.get().map(base -> base + page.to("returns", number)).orElse(number)));
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + number + "-" + what + ".pdf\"");
        printer.print(sheets(r, what, model).iterator(), response.getOutputStream());
    }

    /** One slip; a label for each line of which something came. */
    private List<String> sheets(ReturnView r, String what, Map<String, Object> model) {
        if (what.equals(SLIP)) {
            return List.of(sheet(what, model));
        }
        var came = r.lines().stream().filter(l -> l.count() != null && l.counted().signum() > 0).toList();
        if (came.isEmpty()) {
            throw new BrokenRule("returns.refused.nothingCame", r.number());
        }
        return came.stream().map(l -> {
            model.put("l", l);
            return sheet(what, model);
        }).toList();
    }

    private String sheet(String what, Map<String, Object> model) {
        var out = new StringOutput();
        templates.render("returns/" + what + "_paper.jte", model, out);
        return out.toString();
    }

    private PaperTemplate paper(Page page, Actor actor, ReturnView r, String what) {
        var profile = procedures.byId(r.profileVersion());
        var form = profile.forms().stream().filter(f -> what.equals(SLIP) && f.code().equals("returnSlip")).findFirst();
        var formNumber = form.map(FormEntry::number).orElse(profile.document());
        var revision = form.map(FormEntry::revision).orElse(profile.revision());
        var foot = page.t("returns.paper.foot", formNumber, revision, form.map(FormEntry::effective).orElse(profile.effectiveFrom()));
        return new PaperTemplate(page.language().tag(), page.t("returns.paper." + what), companies.current().name(), formNumber, revision, r.number(),
                new PaperTemplate.Labels(page.t(form.isPresent() ? "returns.paper.form" : "returns.paper.procedure"), page.t("returns.paper.revision"),
                        page.t("returns.col.number")),
                new PaperTemplate.Foot(foot, "", "", page.t("returns.paper.printed", actor.name(), page.now()), page.t("returns.paper.page"), page.t("returns.paper.of"),
                        page.t("returns.paper.end")));
    }
}
