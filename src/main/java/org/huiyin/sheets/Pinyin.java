package org.huiyin.sheets;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How a name is typed by its sound: 轴承座 is zhouchengzuo or zcz. Words decide which reading a character has (重庆, 银行). */
public final class Pinyin {

    private Pinyin() {}

    /**
     * A text by its sound.
     *
     * @param full the whole sound in small letters without tones; Latin letters and digits pass through
     * @param initials the first letter of each character; Latin words and numbers stay whole
     */
    public record Sound(String full, String initials) {}

    public static Sound of(String text) {
        String unified = Script.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        List<com.hankcs.hanlp.dictionary.py.Pinyin> sounds = HanLP.convertToPinyinList(unified);
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < unified.length(); i++) {
            String sound = i < sounds.size() ? sound(sounds.get(i)) : "";
            if (!sound.isEmpty()) {
                full.append(sound);
                initials.append(sound.charAt(0));
            } else if (Character.isLetterOrDigit(unified.charAt(i)) && unified.charAt(i) < 0x250) {
                full.append(unified.charAt(i));
                initials.append(unified.charAt(i));
            }
        }
        return new Sound(full.toString(), initials.toString());
    }

    public static String full(String text) {
        return of(text).full();
    }

    public static String initials(String text) {
        return of(text).initials();
    }

    private static String sound(com.hankcs.hanlp.dictionary.py.Pinyin pinyin) {
        String sound = pinyin == com.hankcs.hanlp.dictionary.py.Pinyin.none5 ? "" : pinyin.getPinyinWithoutTone();
        return sound == null ? "" : sound.replace("ü", "v");
    }
}
