package org.huiyin.complaint.web;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.RequestState;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.NewData;
import org.huiyin.complaint.NewRequest;
import org.huiyin.complaint.RequestFilter;
import org.huiyin.complaint.RequestView;
import org.huiyin.complaint.Requests;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.voice.DateStrip;
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

/** What units are asked for on cases: the list, one request, and its answer (004/5.4; 001/3.7). */
@Controller
class RequestPages {

    private static final int ROWS = 50;
    private static final String NEW = "/c/{company}/complaints/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}/requests";
    private static final String ALL = "/c/{company}/requests";
    private static final String ONE = ALL + "/{number}";

    private final Requests requests;
    private final Complaints complaints;
    private final People people;
    private final Calendars calendars;

    RequestPages(Requests requests, Complaints complaints, People people, Calendars calendars) {
        this.requests = requests;
        this.complaints = complaints;
        this.people = people;
        this.calendars = calendars;
    }

    @GetMapping(NEW + "/new")
    ModelAndView form(Actor actor, Page page, @PathVariable String number) {
        actor.mustHave("complaint.work");
        return new ModelAndView("complaint/request_new", model(actor, page, number, Map.of("id", UUID.randomUUID().toString())));
    }

    private Map<String, Object> model(Actor actor, Page page, String number, Map<String, String> typed) {
        return new HashMap<>(Map.of("k", complaints.byNumber(actor, number), "typed", typed, "units", units(page)));
    }

    /** Roles that somebody holds, departments and people, each under its own key. */
    private List<Option> units(Page page) {
        var units = new ArrayList<Option>();
        people.roles().stream().filter(r -> !people.holders(r.code()).isEmpty()).forEach(r -> units.add(new Option("role:" + r.code(), people.roleName(r.code()))));
        people.departments().stream().filter(d -> !d.closed() && d.people() > 0)
                .forEach(d -> units.add(new Option("department:" + d.id(), page.t("complaint.request.department", d.name()))));
        people.all().stream().filter(p -> p.active()).forEach(p -> units.add(new Option("person:" + p.id().value(), page.t("complaint.request.person", p.name()))));
        return units;
    }

    @PostMapping(NEW)
    Object ask(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            var id = Typed.text(typed.get("id"));
            var made = requests.ask(actor, complaints.byNumber(actor, number).id(), Typed.wanted(id), wanted(typed));
            Notice.done("complaint.request.asked", made.number(), requests.unit(made)).on(redirect);
            return "redirect:" + page.to("complaints", number) + "#requests";
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("complaint/request_new", model(actor, page, number, typed));
        }
    }

    private static NewRequest wanted(Map<String, String> typed) {
        var unit = Typed.text(typed.get("unit")).split(":", 2);
        var value = unit.length == 2 ? unit[1] : "";
        var id = value.matches("[0-9a-f-]{36}") ? UUID.fromString(value) : null;
        return new NewRequest(unit[0].equals("role") ? value : null, unit[0].equals("department") ? id : null, unit[0].equals("person") && id != null ? new PersonId(id) : null,
                Typed.text(typed.get("question")));
    }

    @GetMapping(ALL)
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(page, ROWS);
        var rows = requests.list(actor, filter);
        Map<UUID, String> units = new HashMap<>();
        rows.forEach(r -> units.put(r.id(), requests.unit(r)));
        return new ModelAndView("complaint/requests", new HashMap<>(Map.of("rows", rows, "units", units, "names", people.names(),
                "paging", new Paging(filter.page(), filter.size(), requests.count(actor, filter)),
                "any", requests.count(actor, new RequestFilter("", false, false, false, 1, 1)) > 0)));
    }

    private static RequestFilter filter(Page page, int rows) {
        return new RequestFilter(page.query("q"), !page.query("mine").isEmpty(), !page.query("open").isEmpty(), !page.query("late").isEmpty(), page.pageNumber(), rows);
    }

    @GetMapping({ALL + ".xlsx", ALL + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("complaint.read");
        var names = people.names();
        var plan = new SheetPlan(page.t("complaint.requests"), List.of(page.t("complaint.requests"), page.date(page.today())), List.of(
                SheetColumn.text(page.t("complaint.col.number")), SheetColumn.text(page.t("complaint.request.unit")), SheetColumn.text(page.t("complaint.request.question")).wide(50),
                SheetColumn.text(page.t("complaint.request.askedBy")), SheetColumn.of(page.t("complaint.request.askedAt"), SheetColumn.Kind.TIME),
                SheetColumn.of(page.t("complaint.request.due"), SheetColumn.Kind.TIME), SheetColumn.text(page.t("complaint.col.standing")),
                SheetColumn.of(page.t("complaint.request.givenAt"), SheetColumn.Kind.TIME), SheetColumn.text(page.t("complaint.request.document")),
                SheetColumn.text(page.t("complaint.request.revision"))));
        file.send(plan, sheet -> requests.each(actor, filter(page, ROWS), r -> {
            var given = r.steps().stream().filter(s -> s.state() == RequestState.ANSWERED).reduce((a, b) -> b).orElse(null);
            sheet.row(r.number(), requests.unit(r), r.question(), names.getOrDefault(r.askedBy(), ""), at(page, r.askedAt()), at(page, r.due()), page.label(r.state()),
                    given == null ? null : at(page, given.at()), given == null ? "" : given.document(), given == null ? "" : given.revision());
        }));
    }

    private static LocalDateTime at(Page page, java.time.Instant instant) {
        return instant.atZone(page.zone()).toLocalDateTime();
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, @PathVariable String number) {
        return new ModelAndView("complaint/request", model(actor, requests.byNumber(actor, number), Posted.NOTHING));
    }

    private Map<String, Object> model(Actor actor, RequestView r, Posted posted) {
        var model = new HashMap<String, Object>(Map.of("r", r, "unit", requests.unit(r), "names", people.names(), "posted", posted, "k", complaints.get(r.complaint()),
                "why", DateStrip.why(calendars.inForce(), r.askedAt(), r.due(), r.reasons(), r.clause())));
        model.put("answer", requests.mayAnswer(actor, r));
        model.put("receive", requests.mayReceive(actor, r));
        model.put("withdraw", requests.mayWithdraw(actor, r));
        model.put("sees", complaints.visible(actor, r.complaint()));
        return model;
    }

    @PostMapping(ONE + "/answers")
    Object answer(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect) throws IOException {
        try {
            var data = new NewData(Typed.text(typed.get("words")), Typed.text(typed.get("document")), Typed.text(typed.get("revision")));
            if (file == null || file.isEmpty()) {
                requests.answer(actor, number, data, null);
            } else {
                try (var content = file.getInputStream()) {
                    requests.answer(actor, number, data, new Requests.Upload(String.valueOf(file.getOriginalFilename()), content));
                }
            }
            Notice.done("complaint.request.given", number).on(redirect);
            return "redirect:" + page.to("requests", number);
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            return errors.redraw("complaint/request", model(actor, requests.byNumber(actor, number), new Posted("answer", typed, errors)));
        }
    }

    @PostMapping(ONE + "/receipt")
    String receive(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        requests.receive(actor, number);
        Notice.done("complaint.request.received", number).on(redirect);
        return "redirect:" + page.to("requests", number);
    }

    @PostMapping(ONE + "/return")
    String sendBack(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        Posted.aloud(() -> requests.sendBack(actor, number, reason));
        Notice.done("complaint.request.returned", number).on(redirect);
        return "redirect:" + page.to("requests", number);
    }

    @PostMapping(ONE + "/withdrawal")
    String withdraw(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        Posted.aloud(() -> requests.withdraw(actor, number, reason));
        Notice.done("complaint.request.withdrawn", number).on(redirect);
        return "redirect:" + page.to("requests", number);
    }
}
