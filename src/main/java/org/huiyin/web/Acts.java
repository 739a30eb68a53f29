package org.huiyin.web;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;

/**
 * The steps that programs take with a record: each names it by its number and is answered with all of it as it then stands.
 *
 * @param found finds the record, if the actor may see it
 * @param whole all that the API says of it
 */
public record Acts<R, W>(BiFunction<Actor, String, R> found, BiFunction<Actor, String, W> whole) {

    public W on(Actor actor, String number, Consumer<R> act) {
        act.accept(found.apply(actor, number));
        return whole.apply(actor, number);
    }
}
