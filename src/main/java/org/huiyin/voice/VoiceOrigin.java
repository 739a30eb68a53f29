package org.huiyin.voice;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;

/** Where the words of a customer were said, for lists that lead there; a bean of the module that owns the subject. */
public interface VoiceOrigin {

    /** The type of the subjects it knows, such as {@code complaint}. */
    String subjectType();

    /** The page of each; a subject that nobody knows is left out. */
    Map<UUID, Place> places(Collection<UUID> subjects);

    /** Whether the person may open the place of the subject; where not, the voice itself is shown. */
    default boolean opens(Actor actor, UUID subject) {
        return true;
    }

    /** Whether the module itself puts what is to be done on the desk, so that the words do not stand there a second time. */
    default boolean asksItself() {
        return false;
    }

    /** A page below the company's address and the number that people cite. */
    record Place(String number, String path) {}
}
