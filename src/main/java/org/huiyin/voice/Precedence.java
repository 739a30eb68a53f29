package org.huiyin.voice;

import java.util.List;

/** Which source of a deadline is asked first; the first that is given wins, in both directions (decision D6). */
public record Precedence(List<Source> order) {

    /** Where a deadline may come from. */
    public enum Source {
        CUSTOMER_DATE,
        CUSTOMER_RULE,
        CLASS_RULE
    }

    public static final Precedence CUSTOMER_FIRST =
            new Precedence(List.of(Source.CUSTOMER_DATE, Source.CUSTOMER_RULE, Source.CLASS_RULE));

    public Precedence {
        order = List.copyOf(order);
        if (!order.contains(Source.CLASS_RULE)) {
            throw new IllegalArgumentException("The rule of the class is the last resort and cannot be left out");
        }
    }
}
