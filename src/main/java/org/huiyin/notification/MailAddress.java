package org.huiyin.notification;

import java.util.regex.Pattern;
import org.huiyin.kernel.BrokenRule;

/** Keeps foreign lines out of mails: an address is one address, a header one line. */
final class MailAddress {

    /** One mailbox of ordinary signs; lists, comments, quotes and line breaks are refused. */
    private static final Pattern ONE = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,186}[A-Za-z0-9])?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");

    private MailAddress() {}

    static boolean valid(String address) {
        return ONE.matcher(address).matches() && !address.contains("..");
    }

    static String checked(String address) {
        var one = address.strip();
        if (!valid(one)) {
            throw new BrokenRule("notification.mail.address", line(address, 60));
        }
        return one;
    }

    /** Any text as one line without control characters. */
    static String line(String text, int longest) {
        var line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, longest - 1)));
    }

    static void checkHeader(String name, String value) {
        if (!HEADER.matcher(name).matches() || !value.equals(line(value, 900))) {
            throw new BrokenRule("notification.mail.header", line(name, 60));
        }
    }
}
