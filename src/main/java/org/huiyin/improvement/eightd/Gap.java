package org.huiyin.improvement.eightd;

import org.huiyin.kernel.Sentence;

/** What a step still lacks before it can be ended, and in which field. */
public record Gap(String field, Sentence what) {

    static Gap of(String field, String key, Object... args) {
        return new Gap(field, new Sentence(key, args));
    }
}
