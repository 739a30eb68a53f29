package org.huiyin.organization.web;

import java.time.LocalTime;
import java.util.ArrayList;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.BusinessHours;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Business hours as they are typed: a first span, and a second one where there is a break at noon. */
public record HoursForm(
        @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime from1, @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime to1,
        @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime from2, @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime to2,
        @Nullable Integer version) {

    BusinessHours hours() {
        var spans = new ArrayList<BusinessHours.Span>();
        try {
            if (from1 != null && to1 != null) {
                spans.add(new BusinessHours.Span(from1, to1));
            }
            if (from2 != null && to2 != null) {
                spans.add(new BusinessHours.Span(from2, to2));
            }
            return new BusinessHours(spans);
        } catch (IllegalArgumentException disorder) {
            throw new InvalidInput("from1", "organization.calendar.hoursForm");
        }
    }

    int seen() {
        return version == null ? 0 : version;
    }
}
