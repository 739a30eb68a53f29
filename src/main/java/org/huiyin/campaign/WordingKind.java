package org.huiyin.campaign;

import java.util.List;

/** The texts that a company words itself, with the places that each must keep. */
public enum WordingKind {
    INVITATION(List.of("link"), true),
    REMINDER(List.of("link"), true),
    WECHAT(List.of("link"), false),
    LETTER(List.of(), false);

    private final List<String> needed;
    private final boolean subject;

    WordingKind(List<String> needed, boolean subject) {
        this.needed = needed;
        this.subject = subject;
    }

    /** The places without which the text is of no use. */
    public List<String> needed() {
        return needed;
    }

    public boolean hasSubject() {
        return subject;
    }
}
