package org.huiyin.improvement;

import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Knows where actions came from, so that their page leads back; a bean of the module that asked for them. */
public interface ActionSource {

    /** The records from which the action came; none where it came from elsewhere or the actor may not know. */
    List<Place> of(Actor actor, ActionView action);

    /**
     * A record, such as the answer of a survey.
     *
     * @param path below the company's address, where the actor may open it
     */
    record Place(Sentence words, @Nullable String path) {}
}
