package org.huiyin.complaint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.kernel.Sentence;

/** The number of a vehicle: 17 signs without I, O and Q; the ninth proves the others where the maker follows GB 16735. */
public final class Vin {

    private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int CHECK = 8;

    private Vin() {}

    /** What is wrong with its form; many makers abroad give no proving sign, so that one alone does not refuse it. */
    static Optional<Sentence> problem(String vin) {
        var text = vin.toUpperCase(Locale.ROOT);
        if (text.length() != WEIGHTS.length) {
            return Optional.of(new Sentence("complaint.invalid.vinLength", text.length()));
        }
        return FORM.matcher(text).matches() ? Optional.empty() : Optional.of(new Sentence("complaint.invalid.vin"));
    }

    /** Whether the ninth sign fits the others. */
    public static boolean proved(String vin) {
        var text = vin.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * value(text.charAt(i));
        }
        int rest = sum % 11;
        return text.charAt(CHECK) == (rest == 10 ? 'X' : (char) ('0' + rest));
    }

    private static int value(char sign) {
        if (sign <= '9') {
            return sign - '0';
        }
        // A to H are 1 to 8, J to R are 1 to 9, S to Z are 2 to 9.
        return sign <= 'H' ? sign - 'A' + 1 : sign <= 'R' ? sign - 'J' + 1 : sign - 'S' + 2;
    }
}
