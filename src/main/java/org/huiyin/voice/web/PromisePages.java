package org.huiyin.voice.web;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.voice.DateStrip;
import org.huiyin.voice.DueFilter;
import org.huiyin.voice.DueView;
import org.huiyin.voice.EchoRate;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.VoiceOrigins;
import org.huiyin.web.Due;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What falls due this week and next, to whom, and what becomes late; and how promises were kept, for spreadsheets. */
@Controller
class PromisePages {

    private static final int PERIOD = 90;

    private final Promises promises;
    private final VoiceOrigins origins;
    private final People people;
    private final Calendars calendars;

    PromisePages(Promises promises, VoiceOrigins origins, People people, Calendars calendars) {
        this.promises = promises;
        this.origins = origins;
        this.people = people;
        this.calendars = calendars;
    }

    @GetMapping("/c/{company}/forecast")
    ModelAndView forecast(Actor actor, Page page) {
        var filter = filter(page);
        var rows = promises.fallingDue(actor, filter);
        var names = people.names();
        var calendar = calendars.inForce();
        Map<UUID, Due.Why> whys = new HashMap<>();
        promises.of(rows.stream().map(DueView::voice).distinct().toList()).values()
                .forEach(list -> list.stream().filter(PromiseView::latest).forEach(p -> whys.put(p.id(), DateStrip.why(calendar, p))));
        var model = new HashMap<String, Object>(Map.of("rows", rows, "whys", whys, "names", names, "filter", filter, "loads", loads(page, rows, names),
                "next", nextWeek(page), "late", rows.stream().filter(r -> r.late(page.now())).count(),
                "places", origins.worked(actor, rows.stream().map(DueView::subject).filter(Objects::nonNull).toList())));
        model.put("kinds", Arrays.stream(PromiseKind.values()).map(k -> new Option(k.name(), page.label(k))).toList());
        model.put("voiceKinds", Arrays.stream(VoiceKind.values()).map(k -> new Option(k.name(), page.label(k))).toList());
        model.put("owners", people.all().stream().filter(p -> p.active()).map(p -> new Option(p.id().value().toString(), p.name())).toList());
        return new ModelAndView("voice/forecast", model);
    }

    private static boolean nextWeek(Page page) {
        return page.query("week").equals("next");
    }

    /** The week from its Monday to its Sunday; what is late already stands before this week, not before the next. */
    static DueFilter filter(Page page) {
        LocalDate monday = page.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(nextWeek(page) ? 1 : 0);
        return new DueFilter(monday, monday.plusDays(6), !nextWeek(page), Typed.maybe(PromiseKind.class, page.query("promise")),
                Typed.maybe(VoiceKind.class, page.query("kind")), person(page.query("owner")));
    }

    /** A person named in an address; a damaged one is nobody. */
    static @Nullable PersonId person(String text) {
        try {
            return text.isBlank() ? null : new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private static List<DueLoad> loads(Page page, List<DueView> rows, Map<PersonId, String> names) {
        Map<PersonId, Map<PromiseKind, Integer>> kinds = new LinkedHashMap<>();
        Map<PersonId, Integer> late = new HashMap<>();
        for (DueView row : rows) {
            var owner = row.owner() == null ? PersonId.SYSTEM : row.owner();
            kinds.computeIfAbsent(owner, o -> new java.util.EnumMap<>(PromiseKind.class)).merge(row.kind(), 1, Integer::sum);
            late.merge(owner, row.late(page.now()) ? 1 : 0, Integer::sum);
        }
        return kinds.entrySet().stream().map(e -> new DueLoad(names.getOrDefault(e.getKey(), page.t("voice.forecast.nobody")),
                        e.getKey().equals(PersonId.SYSTEM) ? null : e.getKey(), e.getValue(), late.getOrDefault(e.getKey(), 0),
                        e.getValue().values().stream().mapToInt(Integer::intValue).sum()))
                .sorted(java.util.Comparator.comparing(DueLoad::late).thenComparing(DueLoad::all).reversed()).toList();
    }

    @GetMapping({"/c/{company}/forecast.xlsx", "/c/{company}/forecast.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        var filter = filter(page);
        var rows = promises.fallingDue(actor, filter);
        var names = people.names();
        var plan = new SheetPlan(page.t("voice.forecast"), List.of(page.t("voice.forecast"), page.t("voice.forecast.sub", filter.from(), filter.to())), List.of(
                SheetColumn.of(page.t("voice.forecast.due"), SheetColumn.Kind.TIME), SheetColumn.text(page.t("voice.forecast.state")),
                SheetColumn.text(page.t("voice.forecast.promise")), SheetColumn.text(page.t("voice.col.number")), SheetColumn.text(page.t("voice.col.kind")),
                SheetColumn.text(page.t("voice.col.customer")).wide(28), SheetColumn.text(page.t("voice.col.words")).wide(60),
                SheetColumn.text(page.t("voice.col.owner")), SheetColumn.text(page.t("voice.col.clause"))));
        file.send(plan, sheet -> rows.forEach(row -> sheet.row(row.due().atZone(page.zone()).toLocalDateTime(), state(page, row), page.label(row.kind()),
                row.number(), page.label(row.voiceKind()), row.customerName(), row.text(), row.owner() == null ? "" : names.getOrDefault(row.owner(), ""), row.clause())));
    }

    private static String state(Page page, DueView row) {
        return page.t(row.paused() ? "web.promise.paused" : row.late(page.now()) ? "voice.forecast.late" : "voice.forecast.running");
    }

    @GetMapping({"/c/{company}/echo.xlsx", "/c/{company}/echo.csv"})
    void rates(Actor actor, Page page, ListFile file) throws IOException {
        var period = Period.of(page, PERIOD);
        var rates = promises.rates(actor, period.first(), period.last());
        var names = people.names();
        file.send(page.t("voice.kept"), page.t("voice.rate.sub", period.first(), period.last()), heads(page),
                sheet -> rates.rows().forEach(row -> sheet.row(cells(page, names, row))));
    }

    private static List<String> heads(Page page) {
        return List.of(page.t("voice.forecast.promise"), page.t("voice.kept.month"), page.t("voice.col.owner"), page.t("voice.rate.inTime"), page.t("voice.rate.due"),
                page.t("voice.rate.answeredLate"), page.t("voice.rate.openLate"), page.t("voice.rate.openNotDue"), page.t("voice.rate.ahead"));
    }

    private static Object[] cells(Page page, Map<PersonId, String> names, org.huiyin.voice.PromiseRates.Row row) {
        EchoRate.Count c = row.count();
        return new Object[] {page.label(row.kind()), row.month().toString(), row.owner() == null ? "" : names.getOrDefault(row.owner(), ""),
            c.inTime(), c.due(), c.answeredLate(), c.openLate(), c.openNotDue(), c.ahead()};
    }
}
