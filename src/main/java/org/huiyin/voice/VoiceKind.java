package org.huiyin.voice;

import java.util.List;

/** What sort of word a customer said; each has a clock of its own in the profile (clock.rules). */
public enum VoiceKind {
    COMPLAINT,
    SURVEY_COMMENT,
    LETTER,
    CALL,
    VISIT,
    RETURN,
    PROPERTY,
    OTHER;

    /** What people take down by hand; comments in surveys come in by themselves. */
    public static List<VoiceKind> byHand() {
        return List.of(COMPLAINT, CALL, LETTER, VISIT, RETURN, PROPERTY, OTHER);
    }
}
