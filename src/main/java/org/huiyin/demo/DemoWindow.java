package org.huiyin.demo;

import java.time.LocalDate;

/** A window of the procedure in one year, with the days on which the demo round in it went forward. */
record DemoWindow(String code, String title, LocalDate first) {

    LocalDate graded() {
        return first;
    }

    LocalDate planned() {
        return first.plusDays(1);
    }

    LocalDate opened() {
        return first.plusDays(7);
    }

    LocalDate frozen() {
        return first.plusDays(41);
    }
}
