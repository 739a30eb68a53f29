package org.huiyin.voice.web;

import java.time.LocalDate;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;

/** The days that a page about the past looks at, as the address says. */
record Period(LocalDate first, LocalDate last) {

    static Period of(Page page, int usualDays) {
        LocalDate to = Typed.maybeDay(page.query("to"));
        LocalDate from = Typed.maybeDay(page.query("from"));
        LocalDate last = to == null ? page.today() : to;
        return new Period(from == null || from.isAfter(last) ? last.minusDays(usualDays - 1L) : from, last);
    }
}
