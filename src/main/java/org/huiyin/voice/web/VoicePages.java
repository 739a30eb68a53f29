package org.huiyin.voice.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceKind;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox of customer voices, one voice with its answers, and the echo rate. */
@Controller
class VoicePages {

    private static final int ROWS = 50;
    private static final int PERIOD = 90;

    private final Voices voices;
    private final People people;
    private final Calendars calendars;

    VoicePages(Voices voices, People people, Calendars calendars) {
        this.voices = voices;
        this.people = people;
        this.calendars = calendars;
    }

    @GetMapping("/c/{company}/voices")
    ModelAndView inbox(Actor actor, Page page) {
        var filter = filter(page);
        var rows = voices.list(actor, filter);
        var calendar = calendars.inForce();
        Map<String, Due.Why> whys = new HashMap<>();
        rows.forEach(v -> whys.put(v.number(), DateStrip.why(calendar, v.receivedAt(), v.due().due(), v.due().reasons(), v.clause())));
        return new ModelAndView("voice/inbox", Map.of("rows", rows, "whys", whys, "names", people.names(),
                "paging", new Paging(filter.page(), filter.size(), voices.count(actor, filter)),
                "any", voices.count(actor, VoiceFilter.all()) > 0,
                "kinds", Arrays.stream(VoiceKind.values()).map(k -> new Option(k.name(), page.label(k))).toList(),
                "states", Arrays.stream(VoiceState.values()).map(s -> new Option(s.name(), page.label(s))).toList()));
    }

    private static VoiceFilter filter(Page page) {
        int number = page.query("page").matches("\\d{1,6}") ? Integer.parseInt(page.query("page")) : 1;
        return new VoiceFilter(page.query("q"), Typed.maybe(VoiceKind.class, page.query("kind")), Typed.maybe(VoiceState.class, page.query("state")),
                !page.query("mine").isEmpty(), Typed.maybeDay(page.query("from")), Typed.maybeDay(page.query("to")), number, ROWS);
    }

    @GetMapping({"/c/{company}/voices.xlsx", "/c/{company}/voices.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("voice.read");
        var names = people.names();
        var plan = new SheetPlan(page.t("voice.inbox.file"), List.of(page.t("voice.inbox.file"), page.date(page.today())), columns(page));
        file.send(plan, sheet ->
            voices.each(actor, filter(page), v -> sheet.row(v.number(), page.label(v.kind()), v.customerName(), v.text(), page.t("voice.channel." + v.channel().toLowerCase(java.util.Locale.ROOT)),
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
        return new ModelAndView("voice/show", model(page, voices.byNumber(actor, number),
                new AnswerForm("PHONE", null, page.typed(page.now()), actor.id().value().toString())));
    }

    private Map<String, Object> model(Page page, VoiceView voice, AnswerForm form) {
        return new HashMap<>(Map.of("voice", voice, "names", people.names(), "form", form,
                "why", DateStrip.why(calendars.inForce(), voice.receivedAt(), voice.due().due(), voice.due().reasons(), voice.clause()),
                "channels", Arrays.stream(Channel.values()).map(c -> new Option(c.name(), page.label(c))).toList(),
                "people", people.all().stream().filter(p -> p.active()).map(p -> new Option(p.id().value().toString(), p.name())).toList()));
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
            return Errors.of(refused).redraw("voice/show", model(page, voice, form));
        }
    }

    @GetMapping("/c/{company}/echo")
    ModelAndView rate(Actor actor, Page page) {
        actor.mustHave("voice.read");
        LocalDate to = Typed.maybeDay(page.query("to"));
        LocalDate from = Typed.maybeDay(page.query("from"));
        LocalDate last = to == null ? page.today() : to;
        LocalDate first = from == null || from.isAfter(last) ? last.minusDays(PERIOD - 1) : from;
        return new ModelAndView("voice/rate", Map.of("rate", voices.rate(first, last), "before", voices.rate(first.minusDays(PERIOD), first.minusDays(1))));
    }
}
