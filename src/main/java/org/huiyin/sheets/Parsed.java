package org.huiyin.sheets;

import java.util.Optional;
import java.util.function.Function;
import org.huiyin.kernel.Sentence;

/** What reading a cell gave: a value, nothing, or the sentence that says why not. */
public sealed interface Parsed<T> {

    record Good<T>(T value) implements Parsed<T> {}

    record Empty<T>() implements Parsed<T> {}

    record Bad<T>(Sentence sentence) implements Parsed<T> {}

    default Optional<T> found() {
        return this instanceof Good<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Sentence> problem() {
        return this instanceof Bad<T>(Sentence sentence) ? Optional.of(sentence) : Optional.empty();
    }

    /** Goes on with a good value; nothing stays nothing and bad stays bad. */
    default <R> Parsed<R> then(Function<? super T, ? extends Parsed<R>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Empty<T> _ -> new Empty<>();
            case Bad<T>(Sentence sentence) -> new Bad<>(sentence);
        };
    }

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> empty() {
        return new Empty<>();
    }

    static <T> Parsed<T> bad(Sentence sentence) {
        return new Bad<>(sentence);
    }
}
