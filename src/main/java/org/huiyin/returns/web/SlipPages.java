package org.huiyin.returns.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.CustomerRow;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.records.Attachments;
import org.huiyin.records.FormFiles;
import org.huiyin.returns.NewArrival;
import org.huiyin.returns.NewReturn;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnId;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.Returns;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two ways in: a slip for goods that we have allowed to come, and the warehouse's entry for goods that simply came. */
@Controller
class SlipPages {

    private static final int SUGGESTED = 12;
    private static final int EXPECTED = 20;
    private static final String HOME = "/c/{company}/returns";

    private final Returns returns;
    private final Complaints complaints;
    private final Catalogue catalogue;
    private final Whose whose;
    private final Attachments attachments;
    private final FormFiles formFiles;

    SlipPages(Returns returns, Complaints complaints, Catalogue catalogue, Whose whose, Attachments attachments, FormFiles formFiles) {
        this.returns = returns;
        this.complaints = complaints;
        this.catalogue = catalogue;
        this.whose = whose;
        this.attachments = attachments;
        this.formFiles = formFiles;
    }

    @GetMapping(HOME + "/new")
    ModelAndView slip(Actor actor, Page page, @RequestParam(defaultValue = "") String complaint) {
        actor.mustHave("return.record");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("id", Ids.next().toString());
        var lines = List.<LineForm>of();
        if (!complaint.isBlank()) {
            var k = complaints.byNumber(actor, complaint);
            typed.put("complaint", k.number());
            typed.put("who", k.who());
            typed.put("reason", k.title());
            lines = k.lines().stream().map(LineForm::of).toList();
        }
        return new ModelAndView("returns/new", model(typed, LineForm.rows(lines, Math.max(2, lines.size())), List.of()));
    }

    private Map<String, Object> model(Map<String, String> typed, List<LineForm> lines, List<CustomerRow> hits) {
        return new HashMap<>(Map.of("typed", typed, "lines", lines, "hits", hits, "parts", catalogue.parts("", SUGGESTED), "limit", attachments.limit()));
    }

    /** Parts for the list that hangs below the fields. */
    @GetMapping(HOME + "/new/parts")
    ModelAndView parts(Actor actor, @RequestParam Map<String, String> typed) {
        actor.mustHave("return.record");
        var part = typed.entrySet().stream().filter(e -> e.getKey().endsWith("part")).map(Map.Entry::getValue).findFirst().orElse("");
        return new ModelAndView("returns/parts", Map.of("parts", catalogue.parts(part, SUGGESTED)));
    }

    @PostMapping(HOME)
    Object authorize(Actor actor, Page page, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        actor.mustHave("return.record");
        var lines = LineForm.read(typed, "lines");
        if ("line".equals(typed.get("act"))) {
            return new ModelAndView("returns/new", model(typed, LineForm.rows(lines, lines.size() + 1), List.of()));
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        try {
            var read = new ArrayList<NewReturn.Line>();
            for (int i = 0; i < lines.size(); i++) {
                read.add(lines.get(i).line("lines[" + i + "].", problems));
            }
            var complaint = Typed.text(typed.get("complaint"));
            ComplaintId of = complaint.isEmpty() ? null : complaints.byNumber(actor, complaint).id();
            var customer = of == null ? whose.customer(actor, typed, problems) : null;
            var fetchOn = Typed.day("fetchOn", typed.get("fetchOn"));
            var backBy = Typed.day("backBy", typed.get("backBy"));
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            var id = returns.authorize(actor, Typed.wanted(typed.get("id")), new NewReturn(of, customer, customer == null ? Typed.text(typed.get("who")) : "", fetchOn, backBy,
                    Typed.text(typed.get("address")), Typed.text(typed.get("reason")), typed.containsKey("keepLots"), read));
            return done(page, id, "returns.done.registered", redirect);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("returns/new", model(typed, LineForm.rows(lines, Math.max(2, lines.size())), hits(actor, typed, refused)));
        }
    }

    private Object done(Page page, ReturnId id, String key, RedirectAttributes redirect) {
        var number = returns.get(id).number();
        Notice.done(key, number).on(redirect);
        return "redirect:" + page.to("returns", number);
    }

    private List<CustomerRow> hits(Actor actor, Map<String, String> typed, InvalidInput refused) {
        return refused.problems().containsKey("who") || !Typed.text(typed.get("customer")).isEmpty() ? whose.hits(actor, Typed.text(typed.get("who"))) : List.of();
    }

    /** The customers that what was typed may mean, for the field. */
    @GetMapping(HOME + "/new/customers")
    ModelAndView found(Actor actor, @RequestParam(defaultValue = "") String who) {
        actor.mustHave("return.record");
        return new ModelAndView("returns/hits", Map.of("hits", whose.hits(actor, who), "chosen", ""));
    }

    /** The warehouse's entry on the phone: what stands on the slip of an expected return is counted there instead. */
    @GetMapping(HOME + "/arrivals/new")
    ModelAndView arrival(Actor actor, Page page) {
        actor.mustHave("return.record");
        Map<String, String> typed = new LinkedHashMap<>(Map.of("id", Ids.next().toString(), "day", page.today().toString(), "place", returns.area(page.locale())));
        return new ModelAndView("returns/arrival", arrivalModel(actor, typed, LineForm.rows(List.of(), 1), List.of()));
    }

    private Map<String, Object> arrivalModel(Actor actor, Map<String, String> typed, List<LineForm> lines, List<CustomerRow> hits) {
        var model = model(typed, lines, hits);
        model.put("expected", actor.may("return.read") ? returns.list(actor, ReturnFilter.open().in(ReturnStage.FETCHING).onPage(1, EXPECTED)) : List.of());
        return model;
    }

    @PostMapping(HOME + "/arrivals")
    Object arrived(Actor actor, Page page, @RequestParam Map<String, String> typed, @RequestParam(required = false) List<MultipartFile> files, RedirectAttributes redirect) {
        actor.mustHave("return.record");
        var lines = LineForm.read(typed, "lines");
        if ("line".equals(typed.get("act"))) {
            return new ModelAndView("returns/arrival", arrivalModel(actor, typed, LineForm.rows(lines, lines.size() + 1), List.of()));
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        try {
            var read = new ArrayList<NewArrival.Line>();
            for (int i = 0; i < lines.size(); i++) {
                read.add(lines.get(i).arrival("lines[" + i + "].", problems));
            }
            var customer = whose.customer(actor, typed, problems);
            var day = Typed.day("day", typed.get("day"));
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            var wanted = Typed.wanted(typed.get("id"));
            boolean before = returns.exists(new ReturnId(wanted));
            var id = returns.arrived(actor, wanted, new NewArrival(customer, customer == null ? Typed.text(typed.get("who")) : "", day == null ? page.today() : day,
                    Typed.text(typed.get("place")), Typed.text(typed.get("words")), typed.containsKey("keepLots"), read));
            if (!before) {
                formFiles.keepOrTell(actor, page, id.subject(), files, redirect);
            }
            return done(page, id, "returns.done.arrived", redirect);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("returns/arrival", arrivalModel(actor, typed, LineForm.rows(lines, Math.max(1, lines.size())), hits(actor, typed, refused)));
        }
    }
}
