package org.huiyin.organization;

import java.time.LocalTime;
import java.util.List;

/** The spans of a working day in which hour clocks run, by default 08:30–12:00 and 13:30–17:30 (decision D3). */
public record BusinessHours(List<Span> spans) {

    /** From and to on the same day, in the company's zone. */
    public record Span(LocalTime from, LocalTime to) {

        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("A span of business hours runs forward: " + from + "–" + to);
            }
        }
    }

    public BusinessHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("Business hours need at least one span");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
                throw new IllegalArgumentException("Spans of business hours follow one another: " + spans);
            }
        }
    }

    public LocalTime close() {
        return spans.getLast().to();
    }
}
