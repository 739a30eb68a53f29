package org.huiyin.claims.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** Reads figures and identities as people type them: full-width digits and thousands' commas are understood, everything doubtful is refused. */
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

    static @Nullable UUID id(@Nullable String text) {
        return Typed.text(text).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(Typed.text(text)) : null;
    }

    /** The identity that the form carries, so that a form sent twice does one thing. */
    static UUID wanted(@Nullable String text) {
        var id = id(text);
        return id == null ? Ids.next() : id;
    }

    static int version(@Nullable String text, int otherwise) {
        return Typed.text(text).matches("\\d{1,9}") ? Integer.parseInt(Typed.text(text)) : otherwise;
    }
}
