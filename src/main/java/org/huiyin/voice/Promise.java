package org.huiyin.voice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides by when a voice must be answered: the first receipt by anyone (D4), the customer's own date, the rule
 * agreed with this customer, the rule of the voice's class, and the pauses.
 *
 * @param agreed the document in which the customer's rule stands; empty without one
 */
public record Promise(
        Instant start,
        @Nullable CustomerDate customerDate,
        @Nullable ClockRule customerRule,
        String agreed,
        ClockRule classRule,
        List<Pause> pauses) {

    public Promise {
        pauses = List.copyOf(pauses);
    }

    /** A promise that only the class of the voice decides. */
    public static Promise byClass(Instant start, ClockRule rule) {
        return new Promise(start, null, null, "", rule, List.of());
    }

    public Promise withCustomerDate(CustomerDate date) {
        return new Promise(start, date, customerRule, agreed, classRule, pauses);
    }

    public Promise withCustomerRule(ClockRule rule) {
        return withCustomerRule(rule, "");
    }

    public Promise withCustomerRule(ClockRule rule, String document) {
        return new Promise(start, customerDate, rule, document, classRule, pauses);
    }

    public Promise withPauses(List<Pause> stops) {
        return new Promise(start, customerDate, customerRule, agreed, classRule, stops);
    }
}
