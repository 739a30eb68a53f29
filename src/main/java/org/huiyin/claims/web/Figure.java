package org.huiyin.claims.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** Reads figures as people type them: full-width digits and thousands' commas are understood, everything doubtful is refused. */
final class Figure {

    private static final String GROUPED = "-?\\d{1,3}(,\\d{3})+(\\.\\d+)?";
    private static final String PLAIN = "-?\\d{1,15}(\\.\\d{1,12})?";

    private Figure() {}

    static BigDecimal must(String field, @Nullable String text) {
        var read = maybe(field, text);
        if (read == null) {
            throw new InvalidInput(field, "claims.invalid.empty");
        }
        return read;
    }

    static @Nullable BigDecimal maybe(String field, @Nullable String text) {
        var tidy = Normalizer.normalize(Typed.text(text), Normalizer.Form.NFKC).replaceAll("[\\s¥%]", "");
        if (tidy.isEmpty()) {
            return null;
        }
        if (tidy.matches(GROUPED)) {
            tidy = tidy.replace(",", "");
        }
        if (!tidy.matches(PLAIN)) {
            throw new InvalidInput(field, "claims.invalid.figure", Typed.text(text));
        }
        return new BigDecimal(tidy);
    }
}
