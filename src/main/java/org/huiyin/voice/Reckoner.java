package org.huiyin.voice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Deadline;
import org.huiyin.organization.Calendars;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what a deadline is reckoned from: the profile in force, the company's calendar, what was agreed with the customer. */
@Component
class Reckoner {

    private final Procedures procedures;
    private final Calendars calendars;
    private final CustomerClockStore agreed;
    private final Clock clock;

    Reckoner(Procedures procedures, Calendars calendars, CustomerClockStore agreed, Clock clock) {
        this.procedures = procedures;
        this.calendars = calendars;
        this.agreed = agreed;
        this.clock = clock;
    }

    ProfileVersion profile() {
        return procedures.inForce();
    }

    /** What was agreed with the customer about the rule itself goes first, then what was agreed about the more general one. */
    Reckoning reckon(NewPromise p, @Nullable CustomerId customer) {
        var general = p.agreed();
        var key = general == null || customer == null || agreed.active(customer, p.rule()).isPresent() ? p.rule() : general;
        return reckon(key, section(profile()).rule(p.rule()), p.start(), p.wish(), customer);
    }

    Reckoning reckon(String rule, Instant start, @Nullable CustomerDate wish, @Nullable CustomerId customer) {
        return reckon(rule, section(profile()).rule(rule), start, wish, customer);
    }

    Reckoning reckon(String rule, ClockRule usual, Instant start, @Nullable CustomerDate wish, @Nullable CustomerId customer) {
        var section = section(profile());
        var promise = Promise.byClass(start, usual);
        if (wish != null) {
            promise = promise.withCustomerDate(wish);
        }
        var own = customer == null ? null : agreed.active(customer, rule).orElse(null);
        if (own != null) {
            promise = promise.withCustomerRule(own.rule(), own.agreed());
        }
        return clock(section).reckon(promise, clock.instant());
    }

    /** A close at 24:00 belongs to the day that ends, so a day runs from just after midnight to midnight. */
    Instant begin(LocalDate day) {
        return day.atStartOfDay(calendars.inForce().zone()).toInstant().plusNanos(1000);
    }

    /** How the given deadline came about; one that was not reckoned here stands as its maker says. */
    Reckoning explain(NewVoice voice) {
        var wish = voice.wish() == null ? wish(voice.due()) : voice.wish();
        var reckoned = reckon(voice.kind(), voice.receivedAt(), wish, voice.customer());
        var bare = voice.customer() == null ? reckoned : reckon(voice.kind(), voice.receivedAt(), wish, null);
        if (reckoned.deadline().due().equals(voice.due().due()) || bare.deadline().due().equals(voice.due().due())) {
            return reckoned;
        }
        return new Reckoning(voice.due(), source(voice.due()), List.of(), null);
    }

    /** The reckoned deadline with pauses that were taken already. */
    Deadline paused(Reckoning reckoned, Instant start, List<Pause> pauses) {
        var rule = reckoned.counted();
        return rule == null || pauses.isEmpty() ? reckoned.deadline() : counted(start, rule, reckoned.source(), pauses);
    }

    private Deadline counted(Instant start, ClockRule rule, Precedence.Source source, List<Pause> pauses) {
        var promise = Promise.byClass(start, rule);
        return clock(section(profile())).deadline((source == Precedence.Source.CUSTOMER_RULE ? promise.withCustomerRule(rule) : promise).withPauses(pauses), clock.instant());
    }

    /** The deadline under the same rule with the pauses that were taken; never earlier than it was. */
    Deadline again(PromiseView promise, List<Pause> pauses) {
        if (promise.source() == Precedence.Source.CUSTOMER_DATE) {
            return promise.due();
        }
        var counted = promise.counted();
        var reckoned = counted(promise.start(), counted == null ? section(profile()).rule(promise.rule()) : counted, promise.source(), pauses);
        return reckoned.due().isBefore(promise.due().due()) ? new Deadline(promise.due().due(), reckoned.reasons(), reckoned.warnings()) : reckoned;
    }

    private PromiseClock clock(ClockSection section) {
        return new PromiseClock(calendars.inForce(), new Precedence(section.precedence()), section.nextOpening());
    }

    static ClockSection section(ProfileVersion profile) {
        return profile.section("clock", ClockSection.class);
    }

    private static Precedence.Source source(Deadline given) {
        return switch (given.reasons().isEmpty() ? "" : given.reasons().getFirst().key()) {
            case "voice.clock.byCustomerDate" -> Precedence.Source.CUSTOMER_DATE;
            case "voice.clock.byCustomerRule" -> Precedence.Source.CUSTOMER_RULE;
            default -> Precedence.Source.CLASS_RULE;
        };
    }

    /** A deadline says in its first sentence whether the customer's own date decided. */
    private @Nullable CustomerDate wish(Deadline given) {
        if (source(given) != Precedence.Source.CUSTOMER_DATE || !(given.reasons().getFirst().args().getFirst() instanceof LocalDate day)) {
            return null;
        }
        var zone = calendars.inForce().zone();
        var at = given.due().atZone(zone);
        return new CustomerDate(day, at.toLocalDate().equals(day) && !given.due().equals(calendars.inForce().closeOf(day)) ? at.toLocalTime() : null);
    }
}
