package org.huiyin.complaint.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.InspectionResult;
import org.huiyin.complaint.InspectionKind;
import org.huiyin.complaint.InspectionFilter;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.NewInspection;
import org.huiyin.complaint.Requests;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inspection records by lot: the list, one record, and the form for one that no list brings (004/5.5, 5.6). */
@Controller
class InspectionPages {

    private static final int ROWS = 50;
    private static final String ALL = "/c/{company}/inspections";

    private final Inspections inspections;
    private final Attachments attachments;
    private final People people;

    InspectionPages(Inspections inspections, Attachments attachments, People people) {
        this.inspections = inspections;
        this.attachments = attachments;
        this.people = people;
    }

    @GetMapping(ALL)
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(page);
        return new ModelAndView("complaint/inspections", new HashMap<>(Map.of("rows", inspections.list(actor, filter), "kinds", options(page, InspectionKind.values()),
                "results", options(page, InspectionResult.values()), "paging", new Paging(filter.page(), filter.size(), inspections.count(actor, filter)),
                "any", inspections.count(actor, new InspectionFilter("", null, null, 1, 1)) > 0)));
    }

    private static InspectionFilter filter(Page page) {
        return new InspectionFilter(page.query("q"), Typed.maybe(InspectionKind.class, page.query("kind")), Typed.maybe(InspectionResult.class, page.query("result")),
                page.pageNumber(), ROWS);
    }

    private static List<Option> options(Page page, Enum<?>[] values) {
        return Arrays.stream(values).map(v -> new Option(v.name(), page.label(v))).toList();
    }

    @GetMapping({ALL + ".xlsx", ALL + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("complaint.read");
        var plan = new SheetPlan(page.t("complaint.inspections"), List.of(page.t("complaint.inspections"), page.date(page.today())),
                List.of("day", "kind", "source", "part", "partName", "lot", "result", "quantity", "defective", "document", "inspector", "note").stream()
                        .map(field -> SheetColumn.text(page.t("complaint.inspection." + field))).toList());
        file.send(plan, sheet -> inspections.each(actor, filter(page), i -> {
            var r = i.record();
            sheet.row(r.day().toString(), page.label(r.kind()), r.source(), r.part(), r.partName(), r.lot(), i.struck() == null ? page.label(r.result())
                    : page.t("complaint.inspection.struck", i.struck().reason()), number(r.quantity()), number(r.defective()), r.document(), r.inspector(), r.note());
        }));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    @GetMapping(ALL + "/new")
    ModelAndView form(Actor actor, Page page) {
        actor.mustHave("complaint.import");
        return new ModelAndView("complaint/inspection_new", model(page, Map.of("id", UUID.randomUUID().toString(), "lot", page.query("lot"), "part", page.query("part"),
                "day", page.today().toString(), "kind", "PURCHASED", "result", "PASSED")));
    }

    private static Map<String, Object> model(Page page, Map<String, String> typed) {
        return new HashMap<>(Map.of("typed", typed, "kinds", options(page, InspectionKind.values()), "results", options(page, InspectionResult.values())));
    }

    @PostMapping(ALL)
    Object note(Actor actor, Page page, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes redirect)
            throws IOException {
        try {
            var id = Typed.text(typed.get("id"));
            var wanted = id.matches("[0-9a-f-]{36}") ? UUID.fromString(id) : UUID.randomUUID();
            var record = record(typed);
            if (file == null || file.isEmpty()) {
                inspections.note(actor, wanted, record, null);
            } else {
                try (var content = file.getInputStream()) {
                    inspections.note(actor, wanted, record, new Requests.Upload(String.valueOf(file.getOriginalFilename()), content));
                }
            }
            Notice.done("complaint.inspection.noted", record.lot()).on(redirect);
            return "redirect:" + page.to("inspections", wanted);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("complaint/inspection_new", model(page, typed));
        }
    }

    private static NewInspection record(Map<String, String> typed) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var quantity = number(typed, "quantity", problems);
        var defective = number(typed, "defective", problems);
        if (Typed.blank(typed.get("day"))) {
            problems.put("day", new Sentence("complaint.invalid.empty"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new NewInspection(Typed.choice("kind", InspectionKind.class, typed.get("kind")), Typed.text(typed.get("source")), Typed.text(typed.get("part")),
                Typed.text(typed.get("partName")), Typed.text(typed.get("lot")), Objects.requireNonNull(Typed.day("day", typed.get("day"))),
                Typed.choice("result", InspectionResult.class, typed.get("result")), quantity, defective, Typed.text(typed.get("document")),
                Typed.text(typed.get("inspector")), Typed.text(typed.get("note")));
    }

    private static @Nullable BigDecimal number(Map<String, String> typed, String field, Map<String, Sentence> problems) {
        var text = Typed.text(typed.get(field)).replace(",", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,12}(\\.\\d{1,4})?")) {
            problems.put(field, new Sentence("complaint.invalid.quantity"));
            return null;
        }
        return new BigDecimal(text);
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var i = inspections.get(actor, id);
        return new ModelAndView("complaint/inspection", new HashMap<>(Map.of("i", i, "names", people.names(), "files", attachments.list(actor, i.subject()))));
    }

    @PostMapping(ALL + "/{id}/strike")
    String strike(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        Posted.aloud(() -> inspections.strike(actor, id, reason));
        Notice.done("complaint.inspection.struckOut").on(redirect);
        return "redirect:" + page.to("inspections", id);
    }
}
