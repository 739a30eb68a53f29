package org.huiyin.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Input that cannot be taken as it is: a sentence per field; answered as 422 with the form drawn again. */
public final class InvalidInput extends RuntimeException {

    private final transient Map<String, Sentence> errors;

    public InvalidInput(Map<String, Sentence> errors) {
        super(errors.toString());
        this.errors = Map.copyOf(new LinkedHashMap<>(errors));
    }

    public InvalidInput(String field, String key, Object... args) {
        this(Map.of(field, new Sentence(key, args)));
    }

    public Map<String, Sentence> errors() {
        return errors;
    }
}
