package org.huiyin.voice.web;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.voice.Channel;
import org.huiyin.voice.DateStrip;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.VoiceOrigins;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.VoiceView;
import org.huiyin.voice.Voices;
import org.huiyin.web.Due;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox of customer voices, one voice with its answers, and the echo rate. */
@Controller
class VoicePages {

    private static final int ROWS = 50;
    private static final int PERIOD = 90;

    private final Voices voices;
    private final Promises promises;
    private final VoiceOrigins origins;
    private final Customers customers;
    private final People people;
    private final Calendars calendars;

    VoicePages(Voices voices, Promises promises, VoiceOrigins origins, Customers customers, People people, Calendars calendars) {
        this.voices = voices;
        this.promises = promises;
        this.origins = origins;
        this.customers = customers;
        this.people = people;
        this.calendars = calendars;
    }

    @GetMapping("/c/{company}/voices")
    ModelAndView inbox(Actor actor, Page page) {
        var filter = filter(actor, page);
        var rows = voices.list(actor, filter);
        var calendar = calendars.inForce();
        var all = promises.of(rows.stream().map(VoiceView::id).toList());
        Map<String, Due.Why> whys = new HashMap<>();
        Map<String, List<Due.Promise>> others = new HashMap<>();
        rows.forEach(v -> all.getOrDefault(v.id(), List.of()).stream().filter(PromiseView::latest).forEach(p -> {
            if (p.kind() == v.promise()) {
                whys.put(v.number(), DateStrip.why(calendar, p));
            } else if (p.open()) {
                others.computeIfAbsent(v.number(), n -> new ArrayList<>()).add(DateStrip.clock(calendar, p));
            }
        }));
        var model = new HashMap<String, Object>(Map.of("rows", rows, "whys", whys, "others", others, "names", people.names(),
                "paging", new Paging(filter.page(), filter.size(), voices.count(actor, filter)),
                "any", voices.any(actor),
                "places", origins.worked(actor, rows.stream().map(VoiceView::subject).filter(Objects::nonNull).toList())));
        model.putAll(Map.of("kinds", Arrays.stream(VoiceKind.values()).map(k -> new Option(k.name(), page.label(k))).toList(),
                "states", Arrays.stream(VoiceState.values()).map(s -> new Option(s.name(), page.label(s))).toList(),
                "promiseKinds", Arrays.stream(PromiseKind.values()).map(k -> new Option(k.name(), page.label(k))).toList(),
                "owners", people.all().stream().filter(p -> p.active()).map(p -> new Option(p.id().value().toString(), p.name())).toList()));
        model.put("customer", filter.customer() == null ? null : customers.get(actor, filter.customer()).name());
        return new ModelAndView("voice/inbox", model);
    }

    private VoiceFilter filter(Actor actor, Page page) {
        int number = page.pageNumber();
        var customer = page.query("customer").isBlank() ? null : customers.byCode(actor, page.query("customer")).id();
        return new VoiceFilter(page.query("q"), Typed.maybe(VoiceKind.class, page.query("kind")), Typed.maybe(VoiceState.class, page.query("state")),
                !page.query("mine").isEmpty(), Typed.maybeDay(page.query("from")), Typed.maybeDay(page.query("to")), customer,
                Typed.maybe(PromiseKind.class, page.query("promise")), PromisePages.person(page.query("owner")), number, ROWS);
    }

    @GetMapping({"/c/{company}/voices.xlsx", "/c/{company}/voices.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("voice.read");
        var names = people.names();
        var plan = new SheetPlan(page.t("voice.inbox.file"), List.of(page.t("voice.inbox.file"), page.date(page.today())), columns(page));
        file.send(plan, sheet ->
            voices.each(actor, filter(actor, page), v -> sheet.row(v.number(), page.label(v.kind()), v.customerName(), v.text(), page.t("voice.channel." + v.channel().toLowerCase(java.util.Locale.ROOT)),
                    at(page, v.receivedAt()), v.receivedBy() == null ? null : names.get(v.receivedBy()), at(page, v.due().due()),
                    v.answeredAt() == null ? null : at(page, v.answeredAt()), page.label(v.state(page.now())),
                    v.owner() == null ? null : names.get(v.owner()), v.clause())));
    }

    private static List<SheetColumn> columns(Page page) {
        return List.of(SheetColumn.text(page.t("voice.col.number")), SheetColumn.text(page.t("voice.col.kind")), SheetColumn.text(page.t("voice.col.customer")).wide(28),
                SheetColumn.text(page.t("voice.col.words")).wide(60), SheetColumn.text(page.t("voice.col.channel")),
                SheetColumn.of(page.t("voice.col.received"), SheetColumn.Kind.TIME), SheetColumn.text(page.t("voice.col.receivedBy")),
                SheetColumn.of(page.t("voice.col.due"), SheetColumn.Kind.TIME), SheetColumn.of(page.t("voice.col.answered"), SheetColumn.Kind.TIME),
                SheetColumn.text(page.t("voice.col.state")), SheetColumn.text(page.t("voice.col.owner")), SheetColumn.text(page.t("voice.col.clause")));
    }

    private static LocalDateTime at(Page page, java.time.Instant instant) {
        return instant.atZone(page.zone()).toLocalDateTime();
    }

    @GetMapping("/c/{company}/voices/{number}")
    ModelAndView show(Actor actor, Page page, @PathVariable String number) {
        return new ModelAndView("voice/show", model(actor, page, voices.byNumber(actor, number),
                new AnswerForm("PHONE", null, page.typed(page.now()), actor.id().value().toString())));
    }

    private Map<String, Object> model(Actor actor, Page page, VoiceView voice, AnswerForm form) {
        var calendar = calendars.inForce();
        var all = promises.of(voice.id());
        var model = new HashMap<String, Object>(Map.of("voice", voice, "names", people.names(), "form", form,
                "promises", all, "clocks", all.stream().map(p -> DateStrip.clock(calendar, p)).toList(),
                "channels", Arrays.stream(Channel.values()).map(c -> new Option(c.name(), page.label(c))).toList(),
                "people", people.all().stream().filter(p -> p.active()).map(p -> new Option(p.id().value().toString(), p.name())).toList()));
        model.put("place", origins.of(actor, voice.subject()));
        return model;
    }

    @PostMapping("/c/{company}/voices/{number}/answers")
    Object answer(Actor actor, Page page, @PathVariable String number, AnswerForm form, RedirectAttributes redirect) {
        var voice = voices.byNumber(actor, number);
        try {
            if (Typed.blank(form.text())) {
                throw new InvalidInput("text", "voice.invalid.answerText");
            }
            var by = Typed.blank(form.by()) ? actor.id() : people.get(new PersonId(UUID.fromString(Typed.text(form.by())))).id();
            voices.answered(actor, voice.id(), Typed.choice("how", Channel.class, form.how()).name(), Typed.text(form.text()),
                    Typed.instant("at", form.at(), page.zone(), page.now()), by);
            Notice.done("voice.answer.done", voice.number()).on(redirect);
            return "redirect:" + page.to("voices", number);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("voice/show", model(actor, page, voice, form));
        }
    }

    @GetMapping("/c/{company}/voices/{number}/promises")
    ModelAndView promises(Actor actor, Page page, @PathVariable String number) {
        var voice = voices.byNumber(actor, number);
        return new ModelAndView("voice/promises|voice/clocks", model(actor, page, voice, new AnswerForm("PHONE", null, page.typed(page.now()), actor.id().value().toString())));
    }

    @PostMapping("/c/{company}/voices/{number}/pauses")
    String pause(Actor actor, Page page, @PathVariable String number, @RequestParam PromiseKind kind, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        var voice = voices.byNumber(actor, number);
        promises.pause(actor, voice.id(), kind, Typed.instant("from", from, page.zone(), page.now()), reason);
        Notice.done("voice.pause.done", page.label(kind)).on(redirect);
        return "redirect:" + page.to("voices", number);
    }

    @PostMapping("/c/{company}/voices/{number}/pauses/end")
    String resume(Actor actor, Page page, @PathVariable String number, @RequestParam PromiseKind kind, @RequestParam(defaultValue = "") String at,
            RedirectAttributes redirect) {
        var voice = voices.byNumber(actor, number);
        promises.resume(actor, voice.id(), kind, Typed.instant("at", at, page.zone(), page.now()));
        Notice.done("voice.pause.over", page.label(kind)).on(redirect);
        return "redirect:" + page.to("voices", number);
    }

    @GetMapping("/c/{company}/echo")
    ModelAndView rate(Actor actor, Page page) {
        actor.mustHave("voice.read");
        var period = Period.of(page, PERIOD);
        return new ModelAndView("voice/rate", Map.of("rate", voices.rate(period.first(), period.last()),
                "before", voices.rate(period.first().minusDays(PERIOD), period.first().minusDays(1)),
                "kept", promises.rates(actor, period.first(), period.last()), "names", people.names()));
    }
}
