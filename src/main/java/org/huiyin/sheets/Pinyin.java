package org.huiyin.sheets;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How a name is typed by its sound: 轴承座 is zhouchengzuo or zcz. Words decide which reading a character has (重庆, 银行). */
public final class Pinyin {

    private Pinyin() {}

    /** The whole sound in small letters without tones; Latin letters and digits pass through. */
    public static String full(String text) {
        return spelled(text, false);
    }

    /** The first letter of each character; Latin words and numbers stay whole. */
    public static String initials(String text) {
        return spelled(text, true);
    }

    private static String spelled(String text, boolean first) {
        String unified = Script.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        List<com.hankcs.hanlp.dictionary.py.Pinyin> sounds = HanLP.convertToPinyinList(unified);
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < unified.length(); i++) {
            String sound = i < sounds.size() ? sound(sounds.get(i)) : "";
            if (!sound.isEmpty()) {
                spelled.append(first ? sound.substring(0, 1) : sound);
            } else if (Character.isLetterOrDigit(unified.charAt(i)) && unified.charAt(i) < 0x250) {
                spelled.append(unified.charAt(i));
            }
        }
        return spelled.toString();
    }

    private static String sound(com.hankcs.hanlp.dictionary.py.Pinyin pinyin) {
        String sound = pinyin == com.hankcs.hanlp.dictionary.py.Pinyin.none5 ? "" : pinyin.getPinyinWithoutTone();
        return sound == null ? "" : sound.replace("ü", "v");
    }
}
