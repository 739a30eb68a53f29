package org.huiyin.voice;

/** What a customer is promised; each is a clock of its own (decision D5: an acknowledgement stops no other). */
public enum PromiseKind {
    /** That we have it, with the number. */
    ACKNOWLEDGE,
    /** The first analysis and confirmation. */
    ASSESS,
    /** The report in writing, final or interim. */
    ANSWER,
    /** The final report, where the first one was an interim one. */
    FINAL,
    /** The proof that the measures work. */
    EFFECT
}
