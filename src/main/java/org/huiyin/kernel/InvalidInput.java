package org.huiyin.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses what somebody typed, field by field, with a sentence that says how to repair it; answered as 422. */
public final class InvalidInput extends RuntimeException {

    /** The name under which a sentence about the whole form stands. */
    public static final String FORM = "";

    private final transient Map<String, Sentence> problems;

    public InvalidInput(Map<String, Sentence> problems) {
        super(String.join(", ", problems.keySet()));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("Invalid input needs at least one problem");
        }
        this.problems = new LinkedHashMap<>(problems);
    }

    public InvalidInput(String field, String key, Object... args) {
        this(Map.of(field, new Sentence(key, args)));
    }

    /** What is wrong, by field name, in the order in which it was found. */
    public Map<String, Sentence> problems() {
        return new LinkedHashMap<>(problems);
    }
}
