package org.huiyin.customer.web;

import java.util.Locale;
import org.huiyin.customer.grading.ProofRow;
import org.huiyin.kernel.Grade;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/** Puts classes, degrees and proof rows into words; a class never stands as a bare letter (DESIGN.md 4). */
public final class Degrees {

    private Degrees() {}

    public static String grade(Words words, Grade grade) {
        return words.t("customer.grade." + grade.name().toLowerCase(Locale.ROOT));
    }

    /** A degree that the company named itself shows its code. */
    public static String degree(Words words, String figure, @Nullable String degree) {
        if (degree == null) {
            return words.t("customer.unknown");
        }
        var key = "customer.degree." + figure + "." + degree.toLowerCase(Locale.ROOT);
        return words.knows(key) ? words.t(key) : degree;
    }

    /** What a criterion needs. */
    public static String criterion(Words words, ProofRow row) {
        var figure = figure(words, row.figure());
        if (row.needed().equals("true")) {
            return figure;
        }
        return number(row.needed())
                ? words.t("customer.proof.atLeast", figure, words.number(new java.math.BigDecimal(row.needed())), unit(words, row.figure()))
                : words.t("customer.proof.degree", figure, degree(words, row.figure(), row.needed()));
    }

    /** What the customer had. */
    public static String had(Words words, ProofRow row) {
        var had = row.had();
        if (had == null) {
            return words.t("customer.unknown");
        }
        if (number(had)) {
            return words.t("customer.proof.figure", words.number(new java.math.BigDecimal(had)), unit(words, row.figure()));
        }
        return had.equals("true") || had.equals("false") ? words.t("true".equals(had) ? "customer.yes" : "customer.no") : degree(words, row.figure(), had);
    }

    public static String figure(Words words, String figure) {
        var key = "customer.figure." + figure;
        return words.knows(key) ? words.t(key) : figure;
    }

    private static String unit(Words words, String figure) {
        var key = "customer.unit." + figure;
        return words.knows(key) ? words.t(key) : "";
    }

    private static boolean number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }
}
