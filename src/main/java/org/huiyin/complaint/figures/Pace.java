package org.huiyin.complaint.figures;

import java.time.Duration;
import org.huiyin.complaint.Measure;
import org.jspecify.annotations.Nullable;

/**
 * How long it took in business hours: half of the cases took at most the median, nine of ten at most the other. History that was
 * brought in knows days only and is not in it.
 */
public record Pace(Measure what, Span now, Span before) {

    /** Of one period; nothing without cases. */
    public record Span(long cases, @Nullable Duration median, @Nullable Duration nineOfTen) {}
}
