package org.huiyin.complaint;

/** What a dissatisfied customer brings (004/4.2); the profile says which kinds need triage, acceptance and effect. */
public enum FeedbackKind {
    OPINION,
    SUGGESTION,
    COMPLAINT,
    RETURN;

    /** The key of its clock in the profile; opinions and suggestions take the clock of other words. */
    String rule() {
        return switch (this) {
            case COMPLAINT -> "COMPLAINT";
            case RETURN -> "RETURN";
            case OPINION, SUGGESTION -> "OTHER";
        };
    }
}
