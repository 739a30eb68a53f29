package org.huiyin.kernel;

import java.util.List;

/** A sentence to a person: a message key and its arguments, put into words in the reader's language. */
public record Sentence(String key, List<Object> args) {

    public Sentence {
        args = List.copyOf(args);
    }
}
