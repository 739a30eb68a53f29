package org.huiyin.sheets;

import com.hankcs.hanlp.HanLP;

/** Simplified and traditional characters. */
public final class Script {

    private Script() {}

    /** Character by character in simplified form; what is not traditional stays as it is. */
    public static String simplified(String text) {
        return text.chars().anyMatch(c -> c >= 0x3400) ? HanLP.convertToSimplifiedChinese(text) : text;
    }
}
