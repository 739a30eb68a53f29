package org.huiyin.campaign;

import java.util.Arrays;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;

/** Names the strata of a sample: classes in words, other kinds as the company calls them. */
public final class Classes {

    private Classes() {}

    public static Sentence sentence(String code) {
        return Arrays.stream(Grade.values()).filter(grade -> grade.name().equals(code)).findFirst()
                .map(Grade::sentence)
                .orElseGet(() -> new Sentence("web.verbatim", code));
    }
}
