package org.huiyin.returns.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Reads quantities as people type them: "1,200", "36 件", full-width digits; two units in one field are refused. */
final class Amounts {

    private static final Pattern AMOUNT = Pattern.compile("([-−]?[0-9][0-9,]*(?:\\.[0-9]+)?)\\s*([^0-9\\s]*)");
    private static final Pattern TWO = Pattern.compile(".*[0-9].*[^0-9,.\\s-].*[0-9].*");

    private Amounts() {}

    /** A quantity with the unit that stood behind it; nothing where nothing was typed. */
    record Amount(@Nullable BigDecimal value, String unit) {

        /** The unit of the field beside it where none stood behind the figure. */
        String unitOr(String beside) {
            return unit.isEmpty() ? beside : unit;
        }
    }

    static Amount read(String field, @Nullable String typed, Map<String, Sentence> problems) {
        var text = typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) {
            return new Amount(null, "");
        }
        var match = AMOUNT.matcher(text);
        if (match.matches()) {
            return new Amount(Decimals.plain(new BigDecimal(match.group(1).replace(",", "").replace('−', '-'))), match.group(2));
        }
        problems.put(field, TWO.matcher(text).matches() ? new Sentence("returns.invalid.mixed", text) : new Sentence("returns.invalid.number", text));
        return new Amount(null, "");
    }
}
