package org.huiyin.customer.web;

import java.util.Locale;
import org.huiyin.customer.imports.RowView;
import org.huiyin.web.Page;

/** Says what becomes of a row of an import, or became of it. */
public final class ImportWords {

    private ImportWords() {}

    public static String of(Page page, RowView row) {
        if (row.outcome() != null) {
            var outcome = page.t("customer.import.outcome." + row.outcome().toLowerCase(Locale.ROOT));
            return row.note() == null ? outcome : outcome + ": " + page.say(row.note());
        }
        if (row.doubleOf() != null) {
            return page.t("customer.import.doubleOf", row.doubleOf());
        }
        return row.matches() == null ? page.t("customer.import.fresh") : page.t("customer.import.matches", row.matches());
    }
}
