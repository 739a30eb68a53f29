package org.huiyin.complaint.web;

import java.util.Arrays;
import java.util.Locale;
import org.huiyin.web.Page;

/** The tabs of the figures, in their order. */
public enum FigureTab {
    MEASURES, DEFECTS, PPM, COST, WORDS;

    /** How the tab stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FigureTab of(Page page) {
        return Arrays.stream(values()).filter(t -> t.code().equals(page.query("tab"))).findFirst().orElse(MEASURES);
    }
}
