package org.huiyin.kernel;

/** Somebody else has changed the record since it was read; answered as 409 with the sentence that says what. */
public final class StaleRecord extends RuntimeException {

    private final transient Sentence sentence;

    public StaleRecord(String key, Object... args) {
        super(key);
        this.sentence = new Sentence(key, args);
    }

    public Sentence sentence() {
        return sentence;
    }
}
