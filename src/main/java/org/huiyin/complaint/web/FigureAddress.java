package org.huiyin.complaint.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Measure;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.kernel.Actor;
import org.huiyin.web.Page;
import org.springframework.web.util.UriUtils;

/** Reads the period and the filters of figures from the address, and leads from a number to the complaints behind it. */
final class FigureAddress {

    /** The present month and the eleven before it. */
    private static final int USUAL = 11;

    private FigureAddress() {}

    static FigureQuery read(Actor actor, Page page) {
        var typed = ListQuery.read(actor, page, 50);
        LocalDate to = typed.to() == null ? YearMonth.from(page.today()).atEndOfMonth() : typed.to();
        LocalDate from = typed.from() == null || typed.from().isAfter(to) ? YearMonth.from(to).minusMonths(USUAL).atDay(1) : typed.from();
        return new FigureQuery(typed.received(from, to), page.query("unit").isEmpty() ? null : page.query("unit"));
    }

    /** The query of the filters with the days, beginning with a question mark. */
    static String query(ComplaintFilter f) {
        var text = new StringBuilder("?from=").append(f.from()).append("&to=").append(f.to());
        add(text, "kind", f.kind() == null ? null : f.kind().name());
        add(text, "phase", f.phase() == null ? null : f.phase().name());
        add(text, "triage", f.triage() == null ? null : f.triage().name());
        add(text, "customer", f.customer() == null ? null : f.customer().value().toString());
        add(text, "segment", f.segment());
        add(text, "part", f.part());
        add(text, "defect", f.defect());
        add(text, "word", f.word());
        add(text, "figure", f.measures().stream().sorted().map(Measure::code).collect(Collectors.joining(",")));
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append('&').append(name).append('=').append(UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** The register with the complaints of the filter. */
    static String list(Page page, ComplaintFilter f) {
        return page.to("complaints") + query(f);
    }

    /** The same with one more word of the address. */
    static String list(Page page, ComplaintFilter f, String name, String value) {
        var text = new StringBuilder(list(page, f));
        add(text, name, value);
        return text.toString();
    }

    /** The complaints that a measure counts. */
    static String list(Page page, FigureQuery q, Measure measure) {
        return list(page, q.counting(measure));
    }

    /** The filter with one measure more. */
    static ComplaintFilter also(ComplaintFilter f, Measure measure) {
        var measures = new HashSet<>(f.measures());
        measures.add(measure);
        return f.counting(measures);
    }

    /** The complaints of one month, as far as they lie in the period. */
    static ComplaintFilter within(ComplaintFilter f, YearMonth month) {
        var first = Objects.requireNonNull(f.from());
        var last = Objects.requireNonNull(f.to());
        return f.received(month.atDay(1).isBefore(first) ? first : month.atDay(1), month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth());
    }
}
