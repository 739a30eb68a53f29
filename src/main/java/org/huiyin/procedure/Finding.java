package org.huiyin.procedure;

import org.huiyin.kernel.Sentence;

/**
 * What a check of a profile found.
 *
 * @param path the setting it is about
 * @param refuses whether the profile cannot be submitted like this; otherwise it is a warning
 */
public record Finding(String path, Sentence sentence, boolean refuses) {

    static Finding refusal(String path, String key, Object... args) {
        return new Finding(path, new Sentence(key, args), true);
    }

    static Finding warning(String path, String key, Object... args) {
        return new Finding(path, new Sentence(key, args), false);
    }
}
