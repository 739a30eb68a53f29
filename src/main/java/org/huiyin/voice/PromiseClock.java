package org.huiyin.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkingCalendar;

/**
 * Computes by when a promise falls due and explains each day on the way: the customer's date, else the customer's rule,
 * else the rule of the class; a paused day is not counted (001/5.2.2.3, 5.2.2.6; decisions D1–D6).
 */
public final class PromiseClock {

    private final WorkingCalendar calendar;
    private final Precedence precedence;
    private final boolean nextOpening;

    public PromiseClock(WorkingCalendar calendar, Precedence precedence) {
        this(calendar, precedence, true);
    }

    /** A clock that counts what comes after hours from the next opening, or at once (decision D3). */
    public PromiseClock(WorkingCalendar calendar, Precedence precedence, boolean nextOpening) {
        this.calendar = calendar;
        this.precedence = precedence;
        this.nextOpening = nextOpening;
    }

    /** The deadline as it stands now; a pause that is not over pushes it on with each look. */
    public Deadline deadline(Promise promise, Instant now) {
        return reckon(promise, now).deadline();
    }

    /** The deadline with the ladder of its sources: the first one given wins, the others are kept to be shown. */
    Reckoning reckon(Promise promise, Instant now) {
        var won = precedence.order().stream().filter(source -> given(promise, source)).findFirst().orElseThrow();
        var rungs = precedence.order().stream().map(source -> new Rung(source, says(promise, source), given(promise, source), source == won)).toList();
        return switch (won) {
            case CUSTOMER_DATE -> new Reckoning(byCustomerDate(promise, Objects.requireNonNull(promise.customerDate())), won, rungs, null);
            case CUSTOMER_RULE -> byRule(promise, Objects.requireNonNull(promise.customerRule()), won, rungs, now);
            case CLASS_RULE -> byRule(promise, promise.classRule(), won, rungs, now);
        };
    }

    private static boolean given(Promise promise, Precedence.Source source) {
        return switch (source) {
            case CUSTOMER_DATE -> promise.customerDate() != null;
            case CUSTOMER_RULE -> promise.customerRule() != null;
            case CLASS_RULE -> true;
        };
    }

    private static Sentence says(Promise promise, Precedence.Source source) {
        var date = promise.customerDate();
        var rule = promise.customerRule();
        return switch (source) {
            case CUSTOMER_DATE -> date == null ? new Sentence("voice.rung.none")
                    : date.time() == null ? new Sentence("voice.rung.day", date.day()) : new Sentence("voice.rung.dayTime", date.day(), date.time().toString());
            case CUSTOMER_RULE -> rule == null ? new Sentence("voice.rung.none")
                    : promise.agreed().isEmpty() ? amount(rule) : new Sentence("voice.rung.agreed", amount(rule), promise.agreed());
            case CLASS_RULE -> amount(promise.classRule());
        };
    }

    /** The customer's word counts as given: neither rolled off a holiday nor moved by a pause. */
    private Deadline byCustomerDate(Promise promise, CustomerDate wish) {
        LocalDate day = wish.day();
        Instant due = wish.time() != null
                ? day.atTime(wish.time()).atZone(calendar.zone()).toInstant()
                : endOf(day, promise.classRule());
        List<Sentence> warnings = new ArrayList<>(calendar.warnings(List.of(day)));
        if (!calendar.isWorkingDay(day)) {
            warnings.add(new Sentence("voice.clock.customerDateFree", day));
        }
        if (due.isBefore(promise.start())) {
            warnings.add(new Sentence("voice.clock.customerDatePast", day));
        }
        return new Deadline(due, List.of(new Sentence("voice.clock.byCustomerDate", day)), warnings);
    }

    private Reckoning byRule(Promise promise, ClockRule rule, Precedence.Source source, List<Rung> rungs, Instant now) {
        Count count = new Count(promise, rule, now);
        count.say(new Sentence(source == Precedence.Source.CUSTOMER_RULE ? "voice.clock.byCustomerRule" : "voice.clock.byClassRule", amount(rule)));
        Instant due = switch (rule.unit()) {
            case SAME_DAY -> count.sameDay();
            case WORKING_DAY -> count.workingDays();
            case CALENDAR_DAY -> count.calendarDays();
            case BUSINESS_HOUR, CLOCK_HOUR -> count.hours();
        };
        return new Reckoning(new Deadline(due, count.reasons, calendar.warnings(count.days)), source, rungs, rule);
    }

    private static Sentence amount(ClockRule rule) {
        return rule.unit() == ClockRule.Unit.SAME_DAY
                ? new Sentence("voice.clock.amount.sameDay")
                : new Sentence("voice.clock.amount", rule.amount(),
                        new Sentence("voice.clock.unit." + rule.unit().name().toLowerCase(Locale.ROOT)));
    }

    private Instant endOf(LocalDate day, ClockRule rule) {
        return rule.endOfDay() == ClockRule.EndOfDay.MIDNIGHT ? calendar.midnightAfter(day) : calendar.closeOf(day);
    }

    /** One count from the start to the due instant, writing down each day as it passes. */
    private final class Count {

        private final Promise promise;
        private final ClockRule rule;
        private final Instant now;
        private final List<Sentence> reasons = new ArrayList<>();
        private final List<LocalDate> days = new ArrayList<>();

        private Count(Promise promise, ClockRule rule, Instant now) {
            this.promise = promise;
            this.rule = rule;
            this.now = now;
        }

        private void say(Sentence sentence) {
            reasons.add(sentence);
        }

        private Instant sameDay() {
            LocalDate received = calendar.dayOf(promise.start());
            LocalDate day = nextOpening ? calendar.effectiveDay(promise.start()) : received;
            days.add(day);
            if (!nextOpening && calendar.effectiveDay(promise.start()).isAfter(received)) {
                say(new Sentence("voice.clock.atOnce", promise.start()));
                return calendar.midnightAfter(received);
            }
            if (!day.equals(received)) {
                say(new Sentence("voice.clock.countsAsReceived", promise.start(), day));
            }
            while (paused(day)) {
                day = calendar.nextWorkingDay(day);
            }
            say(new Sentence("voice.clock.sameDay", day));
            return endOf(day, rule);
        }

        private Instant workingDays() {
            LocalDate day = calendar.dayOf(promise.start());
            int counted = 0;
            if (!rule.countStart()) {
                say(new Sentence("voice.clock.startNotCounted", day));
                day = day.plusDays(1);
            }
            while (true) {
                days.add(day);
                var status = calendar.status(day);
                if (!status.working()) {
                    say(new Sentence("voice.clock.notCounted", status.sentence()));
                } else if (!paused(day)) {
                    counted++;
                    say(new Sentence("voice.clock.counted", status.sentence(), counted, rule.amount()));
                    if (counted == rule.amount()) {
                        return endOf(day, rule);
                    }
                }
                day = day.plusDays(1);
            }
        }

        private Instant calendarDays() {
            LocalDate day = calendar.dayOf(promise.start());
            int left = rule.countStart() ? rule.amount() - 1 : rule.amount();
            days.add(day);
            if (rule.countStart()) {
                say(new Sentence("voice.clock.calendarDay", day, 1, rule.amount()));
            } else {
                say(new Sentence("voice.clock.startNotCounted", day));
            }
            while (left > 0 || paused(day)) {
                day = day.plusDays(1);
                days.add(day);
                if (!paused(day)) {
                    left--;
                    say(new Sentence("voice.clock.calendarDay", day, rule.amount() - Math.max(0, left), rule.amount()));
                }
            }
            say(new Sentence("voice.clock.calendarDays", rule.amount(), day));
            while (rule.roll() == ClockRule.Roll.FORWARD && !calendar.isWorkingDay(day)) {
                say(new Sentence("voice.clock.rolled", calendar.status(day).sentence()));
                day = calendar.nextWorkingDay(day);
                days.add(day);
            }
            return endOf(day, rule);
        }

        private Instant hours() {
            boolean business = rule.unit() == ClockRule.Unit.BUSINESS_HOUR;
            Instant due = plus(promise.start(), Duration.ofHours(rule.amount()), business);
            Instant counted = promise.start();
            List<Pause> stopped = new ArrayList<>();
            for (Pause pause : inOrder(promise.pauses())) {
                Instant from = pause.from().isAfter(counted) ? pause.from() : counted;
                Instant to = pause.end(now);
                if (from.isBefore(due) && from.isBefore(to)) {
                    due = plus(due, between(from, to, business), business);
                    counted = to;
                    stopped.add(new Pause(from, to, pause.reason()));
                    say(new Sentence("voice.clock.pausedFromTo", from, to, pause.reason()));
                }
            }
            hoursOfDays(due, business, stopped);
            say(new Sentence("voice.clock.hours", rule.amount(), promise.start(), due));
            return due;
        }

        /** Each day from the start to the due instant with the hours that were counted on it. */
        private void hoursOfDays(Instant due, boolean business, List<Pause> stopped) {
            LocalDate received = calendar.dayOf(promise.start());
            if (business && !calendar.effectiveDay(promise.start()).equals(received)) {
                say(new Sentence("voice.clock.countsAsReceived", promise.start(), calendar.effectiveDay(promise.start())));
            }
            Duration sum = Duration.ZERO;
            for (LocalDate day = received; !day.isAfter(calendar.dayOf(due)); day = day.plusDays(1)) {
                days.add(day);
                Instant begin = day.atStartOfDay(calendar.zone()).toInstant();
                Duration open = within(begin.isBefore(promise.start()) ? promise.start() : begin, calendar.midnightAfter(day).isBefore(due) ? calendar.midnightAfter(day) : due, business, stopped);
                sum = sum.plus(open);
                if (business && !calendar.isWorkingDay(day)) {
                    say(new Sentence("voice.clock.notCounted", calendar.status(day).sentence()));
                } else if (!open.isZero()) {
                    say(new Sentence("voice.clock.hoursOfDay", calendar.status(day).sentence(), clocked(open), clocked(sum), rule.amount()));
                }
            }
        }

        /** The time counted between two instants, without what was paused. */
        private Duration within(Instant from, Instant to, boolean business, List<Pause> stopped) {
            Duration open = from.isBefore(to) ? between(from, to, business) : Duration.ZERO;
            for (Pause pause : stopped) {
                Instant begin = pause.from().isAfter(from) ? pause.from() : from;
                Instant end = pause.end(now).isBefore(to) ? pause.end(now) : to;
                open = begin.isBefore(end) ? open.minus(between(begin, end, business)) : open;
            }
            return open;
        }

        private static String clocked(Duration time) {
            return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
        }

        private Instant plus(Instant start, Duration time, boolean business) {
            if (time.isZero()) {
                return start;
            }
            return business ? calendar.addWorkingTime(start, time) : start.plus(time);
        }

        private Duration between(Instant from, Instant to, boolean business) {
            return business ? calendar.workingTimeBetween(from, to) : Duration.between(from, to);
        }

        /** A day on which the clock stands still at the end is given back whole. */
        private boolean paused(LocalDate day) {
            Instant end = endOf(day, rule).minusNanos(1);
            for (Pause pause : promise.pauses()) {
                if (pause.covers(end, now)) {
                    Sentence sentence = new Sentence("voice.clock.paused", day, pause.reason());
                    if (!Objects.equals(reasons.getLast(), sentence)) {
                        say(sentence);
                    }
                    return true;
                }
            }
            return false;
        }
    }

    private static List<Pause> inOrder(List<Pause> pauses) {
        return pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
    }
}
