package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.ImportKind;
import org.huiyin.complaint.ImportView;
import org.huiyin.complaint.Imports;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Errors;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Lists of complaints and shipments from Excel and CSV: upload, columns, preview, taking over, taking back. */
@Controller
class ImportPages {

    private static final String ALL = "/c/{company}/complaints/imports";
    private static final int ROWS = 20;
    /** What htmx takes as the end of its asking. */
    private static final int DONE = 286;

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping(ALL)
    ModelAndView list(Actor actor) {
        return new ModelAndView("complaint/imports", new HashMap<>(Map.of("lists", imports.history(actor))));
    }

    @PostMapping(ALL)
    Object upload(Actor actor, Page page, @RequestParam(defaultValue = "COMPLAINTS") String kind, @RequestParam(required = false) MultipartFile file) throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new InvalidInput("file", "complaint.import.noFile");
            }
            try (var content = file.getInputStream()) {
                var id = imports.upload(actor, Typed.choice("kind", ImportKind.class, kind), String.valueOf(file.getOriginalFilename()), content);
                return "redirect:" + page.to("complaints", "imports", id);
            }
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("complaint/imports", new HashMap<>(Map.of("lists", imports.history(actor))));
        }
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView show(Actor actor, Page page, @PathVariable UUID id) {
        return new ModelAndView("complaint/import", model(actor, page, imports.get(actor, id)));
    }

    private Map<String, Object> model(Actor actor, Page page, ImportView list) {
        var model = new HashMap<String, Object>(Map.of("list", list));
        int number = page.pageNumber();
        boolean columns = list.state() == ImportView.State.UPLOADED || list.state() == ImportView.State.READ;
        int sheet = page.query("sheet").matches("\\d{1,3}") ? Integer.parseInt(page.query("sheet")) : list.sheet();
        if (columns) {
            model.put("proposal", imports.proposal(actor, list.id(), sheet));
        }
        model.put("bad", list.bad() > 0 ? imports.bad(actor, list.id(), number, ROWS) : List.of());
        model.put("changed", list.changed() > 0 ? imports.changed(actor, list.id(), 1, ROWS) : List.of());
        model.put("good", list.state() == ImportView.State.READ ? imports.good(actor, list.id(), 5) : List.of());
        return model;
    }

    /** How far the work is; asked every two seconds until it is done. */
    @GetMapping(ALL + "/{id}/progress")
    ModelAndView progress(Actor actor, @PathVariable UUID id) {
        var list = imports.get(actor, id);
        var view = new ModelAndView("complaint/import_progress", Map.of("list", list));
        if (!list.state().busy()) {
            view.setStatus(HttpStatusCode.valueOf(DONE));
        }
        return view;
    }

    @PostMapping(ALL + "/{id}/columns")
    Object columns(Actor actor, Page page, @PathVariable UUID id, HttpServletRequest request, @RequestParam(defaultValue = "0") int sheet,
            @RequestParam(defaultValue = "history") String past) {
        Map<Integer, String> chosen = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.matches("column\\.\\d{1,4}")) {
                chosen.put(Integer.parseInt(name.substring(7)), values[0]);
            }
        });
        try {
            imports.map(actor, id, sheet, chosen, past.equals("history"));
            return "redirect:" + page.to("complaints", "imports", id);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("complaint/import", model(actor, page, imports.get(actor, id)));
        }
    }

    @PostMapping(ALL + "/{id}/taking")
    String take(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean goodOnly,
            @RequestParam(defaultValue = "") String differing) {
        imports.take(actor, id, goodOnly, Typed.maybe(Imports.Differing.class, differing));
        return "redirect:" + page.to("complaints", "imports", id);
    }

    @PostMapping(ALL + "/{id}/undo")
    String undo(Actor actor, Page page, @PathVariable UUID id) {
        imports.undo(actor, id);
        return "redirect:" + page.to("complaints", "imports", id);
    }

    @PostMapping(ALL + "/{id}/dropping")
    String drop(Actor actor, Page page, @PathVariable UUID id) {
        imports.drop(actor, id);
        return "redirect:" + page.to("complaints", "imports");
    }
}
