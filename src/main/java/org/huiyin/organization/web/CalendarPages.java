package org.huiyin.organization.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.YearSchedule;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar: a year at a glance, weekend, own exceptions, published years. */
@Controller
@RequestMapping("/c/{company}/settings/calendar")
class CalendarPages {

    private static final String VIEW = "organization/calendar";

    private final Calendars calendars;

    CalendarPages(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    ModelAndView show(Actor actor, Page page, @RequestParam(required = false) @Nullable Integer year) {
        return new ModelAndView(VIEW, model(actor, page, year == null ? page.today().getYear() : Math.clamp(year, 2000, 2100)));
    }

    @PostMapping
    String change(Actor actor, Page page, @RequestParam(defaultValue = "0") int version, @RequestParam(required = false) @Nullable List<Integer> weekend,
            RedirectAttributes redirect) {
        Set<DayOfWeek> free = EnumSet.noneOf(DayOfWeek.class);
        (weekend == null ? List.<Integer>of() : weekend).forEach(day -> free.add(DayOfWeek.of(Math.clamp(day, 1, 7))));
        calendars.change(actor, free, version);
        Notice.done("organization.calendar.changed").on(redirect);
        return "redirect:" + page.to("settings", "calendar");
    }

    @PostMapping("/days")
    Object except(Actor actor, Page page, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        if (day == null || name.isBlank() || name.length() > 60) {
            return Errors.of(new InvalidInput(day == null ? "day" : "name", "organization.calendar.dayForm"))
                    .redraw(VIEW, model(actor, page, page.today().getYear()));
        }
        calendars.except(actor, day, "WORK".equals(kind), name);
        Notice.done("organization.calendar.excepted", day).on(redirect);
        return "redirect:" + year(page, day.getYear());
    }

    @PostMapping("/days/{day}/removal")
    String drop(Actor actor, Page page, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, RedirectAttributes redirect) {
        calendars.dropException(actor, day);
        Notice.done("organization.calendar.dropped", day).on(redirect);
        return "redirect:" + year(page, day.getYear());
    }

    @PostMapping("/years")
    Object take(Actor actor, Page page, @RequestParam(defaultValue = "0") int year, @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect) throws IOException {
        try {
            if (file == null || file.isEmpty() || file.getSize() > 200_000 || year < 2000 || year > 2100) {
                throw new InvalidInput("file", "organization.calendar.fileForm");
            }
            calendars.importYear(actor, year, text(file), String.valueOf(file.getOriginalFilename()));
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw(VIEW, model(actor, page, page.today().getYear()));
        } catch (BrokenRule refused) {
            return new Errors(Map.of("file", refused.sentence())).redraw(VIEW, model(actor, page, page.today().getYear()));
        }
        Notice.done("organization.calendar.imported", String.valueOf(year)).on(redirect);
        return "redirect:" + year(page, year);
    }

    /** A file from Excel begins with a mark that is no letter. */
    private static String text(MultipartFile file) throws IOException {
        var text = new String(file.getBytes(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @PostMapping("/years/{year}/removal")
    String dropYear(Actor actor, Page page, @PathVariable int year, RedirectAttributes redirect) {
        calendars.dropYear(actor, year);
        Notice.done("organization.calendar.yearDropped", String.valueOf(year)).on(redirect);
        return "redirect:" + year(page, year);
    }

    /** The shipped year as a sample of how an import is written. */
    @GetMapping("/sample.csv")
    ResponseEntity<byte[]> sample() {
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("calendar-2026.csv").build().toString())
                .body(YearSchedule.shippedText(2026));
    }

    private static String year(Page page, int year) {
        return page.to("settings", "calendar") + "?year=" + year;
    }

    private Map<String, Object> model(Actor actor, Page page, int year) {
        Map<String, Object> model = new HashMap<>();
        model.put("year", CalendarYear.of(calendars.inForce(), year, page));
        model.put("settings", calendars.settings());
        model.put("hours", calendars.hours());
        model.put("years", calendars.years());
        model.put("exceptions", calendars.exceptions());
        model.put("editable", actor.may("calendar.edit"));
        return model;
    }
}
