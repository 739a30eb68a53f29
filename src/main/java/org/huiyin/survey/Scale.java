package org.huiyin.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Label;

/** The degrees a respondent chooses from, best first, each with the company's own words (001/5.4.3.2). */
public record Scale(String code, List<Degree> degrees) {

    /** One degree; its code is never shown, its label is. */
    public record Degree(String code, Label label) {}

    public Scale {
        degrees = List.copyOf(degrees);
        Set<String> codes = new HashSet<>();
        for (Degree degree : degrees) {
            if (!codes.add(degree.code())) {
                throw new IllegalArgumentException("Degree given twice: " + degree.code());
            }
        }
        if (degrees.size() < 2) {
            throw new IllegalArgumentException("A scale needs at least two degrees");
        }
    }

    /** The place of a degree, 0 for the best; -1 where the scale does not know it. */
    public int position(String degree) {
        for (int i = 0; i < degrees.size(); i++) {
            if (degrees.get(i).code().equals(degree)) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(String degree) {
        return position(degree) >= 0;
    }

    /** The degree under a digit key of the clerk who types in paper: the highest digit is the best; refused out of range. */
    public Degree byDigit(int digit) {
        if (digit < 1 || digit > degrees.size()) {
            throw new IllegalArgumentException("Digits run from 1 to " + degrees.size() + ", not " + digit);
        }
        return degrees.get(degrees.size() - digit);
    }
}
