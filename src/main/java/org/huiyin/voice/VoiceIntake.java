package org.huiyin.voice;

import java.util.Optional;
import org.huiyin.kernel.Actor;

/** Takes words of some kinds down in a form of its own, such as complaints; a bean of the module that owns them. */
public interface VoiceIntake {

    /** The page below the company's address that takes over what was typed so far; nothing where the note itself keeps it. */
    Optional<String> path(Actor actor, VoiceKind kind);
}
