package org.huiyin.procedure;

import java.util.regex.Pattern;

/** Revisions of documents as companies write them: A/0, A2, B/2, 3. */
final class Revision {

    private static final Pattern COUNTED = Pattern.compile("(.*?)(\\d{1,6})");

    private Revision() {}

    /** The revision that follows: A/0 then A/1, A2 then A3. */
    static String after(String revision) {
        var counted = COUNTED.matcher(revision);
        return counted.matches() ? counted.group(1) + (Integer.parseInt(counted.group(2)) + 1) : revision + "1";
    }
}
