package org.huiyin.kernel;

/** Refuses what a rule of the procedure forbids, with the sentence that says so; answered as 409 (a missing right as 403). */
public final class BrokenRule extends RuntimeException {

    private final transient Sentence sentence;

    public BrokenRule(String key, Object... args) {
        super(key);
        this.sentence = new Sentence(key, args);
    }

    public Sentence sentence() {
        return sentence;
    }
}
