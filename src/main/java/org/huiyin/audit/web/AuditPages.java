package org.huiyin.audit.web;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.audit.AuditLine;
import org.huiyin.audit.AuditTrail;
import org.huiyin.audit.HeadMailing;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit trail on screen and in Excel, and the check that nobody rewrote it. */
@Controller
@RequestMapping("/c/{company}")
class AuditPages {

    private static final int ROWS = 50;

    private final AuditTrail trail;
    private final HeadMailing mailing;
    private final People people;

    AuditPages(AuditTrail trail, HeadMailing mailing, People people) {
        this.trail = trail;
        this.mailing = mailing;
        this.people = people;
    }

    @GetMapping("/audit")
    ModelAndView list(Actor actor, Page page, AuditQuery query, @RequestParam(name = "page", defaultValue = "1") int number) {
        open(actor);
        var paging = new Paging(number, ROWS, 0);
        var found = trail.page(actor, query.filter(page.zone()), paging.number(), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("lines", found.lines());
        model.put("paging", new Paging(number, ROWS, found.total()));
        model.put("query", query);
        model.put("people", people.all().stream().map(AuditPages::option).toList());
        model.put("types", trail.types(actor).stream().map(type -> new Option(type, Told.type(page, type))).toList());
        return new ModelAndView("audit/list", model);
    }

    private static void open(Actor actor) {
        if (!actor.may(AuditTrail.READ)) {
            throw new NotFound();
        }
    }

    private static Option option(PersonView person) {
        return new Option(person.id().value().toString(), person.name());
    }

    @GetMapping({"/audit.xlsx", "/audit.csv"})
    void file(Actor actor, Page page, AuditQuery query, ListFile file) throws IOException {
        open(actor);
        file.send(new SheetPlan(page.t("audit.trail"), List.of(page.t("audit.trail"), page.moment(page.now())), columns(page)),
                sheet -> trail.each(actor, query.filter(page.zone()), line -> sheet.row(row(page, line))));
    }

    private static List<SheetColumn> columns(Page page) {
        return Stream.of("audit.position", "audit.when", "audit.who", "audit.type", "audit.what", "audit.record", "audit.before", "audit.after")
                .map(key -> key.equals("audit.when") ? SheetColumn.of(page.t(key), SheetColumn.Kind.TIME) : SheetColumn.text(page.t(key)))
                .toList();
    }

    private static Object[] row(Page page, AuditLine line) {
        var changes = Told.changes(page, line);
        return new Object[] {line.position() == null ? "" : line.position(), LocalDateTime.ofInstant(line.at(), page.zone()), Told.who(page, line),
            Told.type(page, line.subject().type()), Told.verb(page, line), line.subject().id().toString(),
            changes.stream().map(c -> c.name() + ": " + c.before()).collect(Collectors.joining("\n")),
            changes.stream().map(c -> c.name() + ": " + c.after()).collect(Collectors.joining("\n"))};
    }

    /** A check changes nothing, and the auditor may ask for it as often as she likes. */
    @GetMapping("/audit/verification")
    ModelAndView verify(Actor actor) {
        open(actor);
        return new ModelAndView("audit/verification", model(actor, mailing.address().orElse("")));
    }

    @PostMapping("/audit/mailing")
    Object mail(Actor actor, Page page, @RequestParam(defaultValue = "") String address, RedirectAttributes redirect) {
        try {
            mailing.send(actor, address.strip());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("audit/verification", model(actor, address));
        }
        Notice.done(address.isBlank() ? "audit.mailing.off" : "audit.mailing.on").on(redirect);
        return "redirect:" + page.to("audit", "verification");
    }

    private Map<String, Object> model(Actor actor, String address) {
        return Map.of("result", trail.verify(actor), "address", address, "editable", actor.may("settings.edit"), "carried", mailing.carried());
    }
}
