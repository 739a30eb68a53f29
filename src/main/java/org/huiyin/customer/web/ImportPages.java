package org.huiyin.customer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.huiyin.customer.imports.ImportKind;
import org.huiyin.customer.imports.ImportState;
import org.huiyin.customer.imports.ImportView;
import org.huiyin.customer.imports.Imports;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing lists in: upload, columns, preview, taking over, taking back. */
@Controller
class ImportPages {

    private static final int LINES = 50;
    private static final int PART = 1_000;

    private final Imports imports;
    private final People people;

    ImportPages(Imports imports, People people) {
        this.imports = imports;
        this.people = people;
    }

    @GetMapping("/c/{company}/customers/imports")
    ModelAndView history(Actor actor) {
        return history(actor, Errors.NONE, HttpStatus.OK);
    }

    @PostMapping("/c/{company}/customers/imports")
    Object upload(Actor actor, Page page, @RequestParam ImportKind kind, @RequestParam MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            return "redirect:" + page.to("customers", "imports", imports.upload(actor, kind, name == null ? "" : name, content));
        } catch (InvalidInput refused) {
            return history(actor, Errors.of(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/c/{company}/customers/imports/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int sheet,
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "bad") String show) {
        return show(actor, id, sheet, page, show, Errors.NONE);
    }

    @PostMapping("/c/{company}/customers/imports/{id}/columns")
    Object map(Actor actor, Page page, @PathVariable UUID id, @RequestParam int sheet, @RequestParam(defaultValue = "CNY") String currency,
            @RequestParam(defaultValue = "") String base, HttpServletRequest request) {
        var chosen = new LinkedHashMap<Integer, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.matches("c\\d{1,3}")) {
                chosen.put(Integer.valueOf(name.substring(1)), values[0]);
            }
        });
        try {
            imports.map(actor, id, sheet, chosen, currency, base);
            return "redirect:" + page.to("customers", "imports", id);
        } catch (InvalidInput refused) {
            var view = show(actor, id, sheet, 1, "bad", Errors.of(refused));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @GetMapping("/c/{company}/customers/imports/{id}/progress")
    Object progress(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var list = imports.get(actor, id);
        if (!list.state().busy()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("customer/import_progress", Map.of("list", list));
    }

    @PostMapping("/c/{company}/customers/imports/{id}/taking")
    String take(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean goodOnly) {
        imports.take(actor, id, goodOnly);
        return "redirect:" + page.to("customers", "imports", id);
    }

    @PostMapping("/c/{company}/customers/imports/{id}/undoing")
    String undo(Actor actor, Page page, @PathVariable UUID id) {
        imports.undo(actor, id);
        return "redirect:" + page.to("customers", "imports", id);
    }

    @PostMapping("/c/{company}/customers/imports/{id}/dropping")
    String drop(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        imports.drop(actor, id);
        Notice.done("customer.import.dropped").on(redirect);
        return "redirect:" + page.to("customers", "imports");
    }

    @GetMapping("/c/{company}/customers/imports/{id}/file")
    void file(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var list = imports.get(actor, id);
        response.setContentType("application/octet-stream");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(list.fileName(), StandardCharsets.UTF_8).build().toString());
        imports.file(actor, id, response.getOutputStream());
    }

    @GetMapping({"/c/{company}/customers/imports/sample-{kind}.xlsx", "/c/{company}/customers/imports/sample-{kind}.csv"})
    void sample(Actor actor, Page page, @PathVariable ImportKind kind, ListFile file) throws IOException {
        actor.mustHave("customer.import");
        var fields = imports.fields(kind);
        file.send(new SheetPlan(page.t("customer.import.sample.file." + kind.name().toLowerCase(java.util.Locale.ROOT)), List.of(),
                fields.stream().map(f -> SheetColumn.text(page.t("customer.field." + f))).toList()),
                sheet -> sheet.row(fields.stream().map(f -> (Object) sample(page, f)).toArray()));
    }

    @GetMapping({"/c/{company}/customers/imports.xlsx", "/c/{company}/customers/imports.csv"})
    void historyFile(Actor actor, Page page, ListFile file) throws IOException {
        var names = people.names();
        var columns = List.of("file", "kind", "state", "rows", "created", "updated", "left", "badCount", "undone", "who", "when").stream()
                .map(column -> page.t("customer.import." + column)).toList();
        var rows = imports.history(actor);
        file.send(page.t("customer.import.history"), "", columns, sheet -> rows.forEach(row -> sheet.row(row.fileName(), page.label(row.kind()),
                page.label(row.state()), row.counts().read(), row.counts().created(), row.counts().updated(), row.counts().leftOut(), row.counts().bad(),
                row.counts().undone(), names.get(row.by()), page.moment(row.at()))));
    }

    /** The cells that were not understood, for those who repair the list where it comes from. */
    @GetMapping({"/c/{company}/customers/imports/{id}/bad.xlsx", "/c/{company}/customers/imports/{id}/bad.csv"})
    void bad(Actor actor, Page page, @PathVariable UUID id, ListFile file) throws IOException {
        var list = imports.get(actor, id);
        var columns = List.of(SheetColumn.text(page.t("customer.import.place")), SheetColumn.text(page.t("customer.import.header")),
                SheetColumn.text(page.t("customer.import.says")).wide(30), SheetColumn.text(page.t("customer.import.problem")).wide(80));
        file.send(new SheetPlan(page.t("customer.import.badCount"), List.of(page.t("customer.import.badCount"), list.fileName()), columns),
                sheet -> pages(at -> imports.bad(actor, id, at, PART), bad -> sheet.row(bad.place(), bad.header(), bad.value(), page.say(bad.sentence()))));
    }

    /** The rows with what became of them, or will. */
    @GetMapping({"/c/{company}/customers/imports/{id}/rows.xlsx", "/c/{company}/customers/imports/{id}/rows.csv"})
    void rows(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String show, ListFile file) throws IOException {
        var list = imports.get(actor, id);
        var fields = imports.fields(list.kind()).stream().filter(f -> !f.equals("owner")).toList();
        var columns = new ArrayList<>(List.of(SheetColumn.of(page.t("customer.import.row"), SheetColumn.Kind.INTEGER)));
        fields.forEach(field -> columns.add(SheetColumn.text(page.t("customer.field." + field))));
        columns.add(SheetColumn.text(page.t("customer.import.becomes")).wide(50));
        var which = which(list, show);
        file.send(new SheetPlan(page.t(list.takenAt() == null ? "customer.import.good" : "customer.import.becomes"), List.of(list.fileName()), columns),
                sheet -> pages(at -> imports.rows(actor, id, which, at, PART), row -> {
                    var cells = new ArrayList<@Nullable Object>(List.of(row.row()));
                    fields.forEach(field -> cells.add(row.data().get(field)));
                    cells.add(ImportWords.of(page, row));
                    sheet.row(cells.toArray());
                }));
    }

    private static <T> void pages(IntFunction<List<T>> part, Consumer<T> sink) {
        List<T> rows = List.of();
        for (int at = 1; at == 1 || !rows.isEmpty(); at++) {
            rows = part.apply(at);
            rows.forEach(sink);
        }
    }

    private static String sample(Page page, String field) {
        var key = "customer.import.sample." + field;
        return page.knows(key) ? page.t(key) : "";
    }

    private ModelAndView history(Actor actor, Errors errors, HttpStatus status) {
        var view = new ModelAndView("customer/imports", status);
        view.addObject("rows", imports.history(actor));
        view.addObject("names", people.names());
        view.addObject("errors", errors);
        return view;
    }

    private ModelAndView show(Actor actor, UUID id, int sheet, int page, String show, Errors errors) {
        var list = imports.get(actor, id);
        var model = new HashMap<String, Object>();
        model.put("list", list);
        model.put("by", people.names().getOrDefault(list.by(), ""));
        model.put("errors", errors);
        boolean columns = list.state() == ImportState.UPLOADED || list.state() == ImportState.FAILED || sheet >= 0 && list.state() == ImportState.READ;
        if (columns) {
            model.put("proposal", imports.proposal(actor, id, sheet < 0 ? list.sheet() : sheet));
            return new ModelAndView("customer/import_columns", model);
        }
        boolean bad = show.equals("bad") && list.counts().bad() > 0;
        var which = which(list, show);
        model.put("bad", bad ? imports.bad(actor, id, page, LINES) : List.of());
        model.put("rows", bad ? List.of() : imports.rows(actor, id, which, page, LINES));
        long total = bad ? list.counts().bad() : switch (which) {
            case "kept" -> list.counts().kept();
            case "doubles" -> list.counts().doubles();
            case "left" -> list.counts().leftOut();
            default -> list.counts().good() + list.counts().doubles();
        };
        model.put("paging", new Paging(page, LINES, total));
        model.put("showBad", bad);
        return new ModelAndView("customer/import", model);
    }

    private static String which(ImportView list, String show) {
        return list.state() == ImportState.UNDONE ? "kept" : show.equals("doubles") || show.equals("left") ? show : "all";
    }
}
