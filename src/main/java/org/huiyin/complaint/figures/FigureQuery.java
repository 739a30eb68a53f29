package org.huiyin.complaint.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What a page of figures looks at: complaints by receipt in the days of the filter, and the same before that.
 *
 * @param unit the unit of shipments; nothing takes the one that most shipments have
 */
public record FigureQuery(ComplaintFilter which, @Nullable String unit) {

    /** The days are required; what was withdrawn is in no figure. */
    public FigureQuery {
        Objects.requireNonNull(which.from());
        Objects.requireNonNull(which.to());
        var measures = new HashSet<>(which.measures());
        measures.add(Measure.RECEIVED);
        which = which.counting(measures);
    }

    /** All complaints received in the days. */
    public static FigureQuery of(LocalDate first, LocalDate last) {
        return new FigureQuery(ComplaintFilter.all().received(first, last), null);
    }

    public LocalDate first() {
        return Objects.requireNonNull(which.from());
    }

    public LocalDate last() {
        return Objects.requireNonNull(which.to());
    }

    /** The period before: as many months where whole months are looked at, else as many days. */
    public FigureQuery before() {
        boolean months = first().getDayOfMonth() == 1 && last().equals(YearMonth.from(last()).atEndOfMonth());
        long back = months ? ChronoUnit.MONTHS.between(YearMonth.from(first()), YearMonth.from(last())) + 1 : 0;
        var from = months ? first().minusMonths(back) : first().minusDays(ChronoUnit.DAYS.between(first(), last()) + 1);
        return new FigureQuery(which.received(from, first().minusDays(1)), unit);
    }

    /** The same complaints, as far as the measure counts them too. */
    public ComplaintFilter counting(Measure measure) {
        var measures = new HashSet<>(which.measures());
        measures.add(measure);
        return which.counting(measures);
    }
}
