package org.huiyin.sheets;

import org.huiyin.kernel.Sentence;

/** A file that cannot be read as a table; the sentence says why and what to do. */
public final class UnreadableSheet extends RuntimeException {

    private final transient Sentence sentence;

    UnreadableSheet(Sentence sentence) {
        super(sentence.key() + sentence.args());
        this.sentence = sentence;
    }

    UnreadableSheet(Sentence sentence, Throwable cause) {
        super(sentence.key() + sentence.args(), cause);
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
