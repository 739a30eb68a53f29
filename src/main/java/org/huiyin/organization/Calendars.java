package org.huiyin.organization;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The working calendar of the bound company: published years, own exceptions, and the business hours of its procedure (decisions D1 to D4). */
@Service
@Transactional
public class Calendars {

    private static final String EDIT = "calendar.edit";

    private final CalendarStore store;
    private final Companies companies;
    private final BusinessHoursSource hours;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calendars(CalendarStore store, Companies companies, BusinessHoursSource hours, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.companies = companies;
        this.hours = hours;
        this.events = events;
        this.clock = clock;
    }

    /** The calendar that deadlines are counted by today. */
    @Transactional(readOnly = true)
    public WorkingCalendar inForce() {
        return CompanyScope.remember(WorkingCalendar.class, this::read);
    }

    private WorkingCalendar read() {
        var settings = store.settings();
        return new WorkingCalendar(companies.current().zone(), hours.hours(), settings.weekend(),
                store.schedules(settings.region()), store.exceptions());
    }

    /** The weekend as it is set. */
    @Transactional(readOnly = true)
    public CalendarView settings() {
        return store.settings();
    }

    /** The years whose holidays are known. */
    @Transactional(readOnly = true)
    public List<ScheduleView> years() {
        return store.years(store.settings().region());
    }

    /** The company's own exceptions, by day. */
    @Transactional(readOnly = true)
    public List<CalendarDay> exceptions() {
        return store.exceptions();
    }

    /** The hours that count, as the procedure in force says them. */
    @Transactional(readOnly = true)
    public BusinessHours hours() {
        return hours.hours();
    }

    /** Sets the weekend; deadlines promised earlier keep their instant. */
    public void change(Actor actor, Set<DayOfWeek> weekend, int version) {
        actor.mustHave(EDIT);
        if (weekend.size() > 6) {
            throw new BrokenRule("organization.calendar.noWorkingDay");
        }
        var before = store.settings();
        if (!store.update(weekend, version, actor.id(), clock.instant())) {
            throw store.stale(weekend);
        }
        tell(actor, "change", words(before.weekend()), words(weekend));
    }

    /** Makes one day free or worked, whatever the week and the published schedule say. */
    public void except(Actor actor, LocalDate day, boolean working, String name) {
        actor.mustHave(EDIT);
        store.putException(day, working, name.strip());
        tell(actor, "except", Map.of(), Map.of("day", day.toString(), "working", working, "name", name.strip()));
    }

    /** Takes an exception back. */
    public void dropException(Actor actor, LocalDate day) {
        actor.mustHave(EDIT);
        if (!store.dropException(day)) {
            throw new NotFound();
        }
        tell(actor, "dropException", Map.of("day", day.toString()), Map.of());
    }

    /** Takes in a year as the authority published it; for this company only, and before what ships with Huiyin. */
    public YearSchedule importYear(Actor actor, int year, String lines, String source) {
        actor.mustHave(EDIT);
        var schedule = read(year, new StringReader(lines));
        if (schedule.days().isEmpty()) {
            throw new BrokenRule("organization.calendar.emptyYear", String.valueOf(year));
        }
        store.putYear(schedule, source, actor.id(), clock.instant());
        tell(actor, "importYear", Map.of(), Map.of("year", year, "days", schedule.days().size(), "source", source));
        return schedule;
    }

    /** Drops the company's own import of a year; what ships with Huiyin counts again, if anything does. */
    public void dropYear(Actor actor, int year) {
        actor.mustHave(EDIT);
        if (!store.dropYear(year)) {
            throw new NotFound();
        }
        tell(actor, "dropYear", Map.of("year", year), Map.of());
    }

    private static YearSchedule read(int year, Reader lines) {
        try {
            return YearSchedule.read(year, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Object> words(Set<DayOfWeek> weekend) {
        return Map.of("weekend", weekend.stream().map(DayOfWeek::getValue).sorted().toList());
    }

    private void tell(Actor actor, String verb, Map<String, Object> before, Map<String, Object> after) {
        var subject = new SubjectRef("calendar", CompanyScope.required().value());
        events.publishEvent(new Happening(subject, verb, actor.id(), Map.copyOf(before), Map.copyOf(after), clock.instant()));
    }
}
