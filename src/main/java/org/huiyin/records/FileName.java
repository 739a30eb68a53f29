package org.huiyin.records;

import java.text.Normalizer;
import java.util.Locale;

/** Cleans the names of files: no folders, no control or direction characters, an ending that tells the truth. */
final class FileName {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 8;

    private FileName() {}

    /** The name under which a file of this kind is kept and given out again. */
    static String clean(String given, FileKind kind) {
        var name = shown(given);
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var honest = kind.extensions().contains(ending);
        var stem = honest ? name.substring(0, dot) : name;
        var suffix = "." + (honest ? ending : kind.extensions().getFirst());
        return cut(stem.isBlank() ? "file" : stem, LONGEST - LONGEST_ENDING) + suffix;
    }

    /** The last part of the name as it may be shown. */
    static String shown(String given) {
        return cut(tidy(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)), LONGEST);
    }

    private static String tidy(String name) {
        var tidy = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().filter(FileName::visible).forEach(tidy::appendCodePoint);
        var text = tidy.toString().replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ").strip();
        return text.replaceAll("^\\.+", "").replaceAll("[. ]+$", "");
    }

    /** Control, format (bidi, zero width), private and unassigned characters go. */
    private static boolean visible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String stem, int longest) {
        if (stem.length() <= longest) {
            return stem;
        }
        var end = Character.isHighSurrogate(stem.charAt(longest - 1)) ? longest - 1 : longest;
        return stem.substring(0, end).strip();
    }
}
