package org.huiyin.sheets;

import java.util.List;
import org.huiyin.kernel.Sentence;

/** Short form for this module's sentences. */
final class Say {

    private static final int QUOTED = 40;

    private Say() {}

    static Sentence it(String key, Object... args) {
        return new Sentence("sheets." + key, List.of(args));
    }

    /** What the cell says, short enough to be quoted in a sentence. */
    static String quote(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        if (visible.codePointCount(0, visible.length()) <= QUOTED) {
            return visible;
        }
        return visible.substring(0, visible.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
