package org.huiyin.web;

import java.util.Optional;
import org.huiyin.kernel.Sentence;

/** A line of the main menu. A module announces its pages by beans of this type, so that a switched-off one is gone. */
public interface MenuEntry {

    /** The groups in the order of the menu, in the users' words (DESIGN.md 3). */
    enum Group {
        HOME, LISTEN, ASK, KEEP, CUSTOMERS, EVIDENCE,
        /** Not in the menu but a button of the top bar with the key N: take down a customer's words. */
        INTAKE
    }

    Group group();

    /** The place within the group; leave gaps. */
    int order();

    /** The name of an icon of assets/icons.css without "i-". */
    String icon();

    /** The message key of the label. */
    String label();

    /** The path under /c/COMPANY/, without a leading stroke; empty for the desk. */
    String path();

    /** Whether a page belongs to this line, so that who does not see the line is not led there. */
    default boolean covers(String page) {
        return !path().isEmpty() && (page.equals(path()) || page.startsWith(path() + "/") || page.startsWith(path() + "?"));
    }

    /** The path of the line under which this page is a tab and no line of its own; empty for a line of the menu. */
    default String under() {
        return "";
    }

    default boolean seenBy(SignedIn.Person person) {
        return true;
    }

    default Optional<Badge> badge(SignedIn.Person person) {
        return Optional.empty();
    }

    /** A line that everybody sees; what it says more of itself limits it. */
    static PlainEntry of(Group group, int order, String icon, String label, String path) {
        return new PlainEntry(group, order, icon, label, path);
    }

    /** What stands at the end of a line: mostly a count, red when something is late. */
    record Badge(Sentence words, boolean late) {

        /** Nothing at all for zero. */
        public static Optional<Badge> count(long n) {
            return n == 0 ? Optional.empty() : Optional.of(new Badge(new Sentence("web.badge.count", n), false));
        }

        public static Optional<Badge> late(long n) {
            return n == 0 ? Optional.empty() : Optional.of(new Badge(new Sentence("web.badge.late", n), true));
        }
    }
}
