package org.huiyin.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place where the trail is not what Huiyin wrote. */
public record Finding(Kind kind, @Nullable Long position, @Nullable UUID entry) {

    /** What was done to the trail. */
    public enum Kind {
        /** The content is not the one that was marked. */
        CHANGED,
        /** An entry or its place is gone. */
        REMOVED,
        /** An entry that Huiyin did not write. */
        INSERTED,
        /** A genuine entry in another place, or the one before it is gone. */
        OUT_OF_PLACE,
        /** The chain once was longer: the file of heads knows entries behind its end. */
        CUT_OFF,
        /** The file of heads knows another entry in this place: the chain was written anew. */
        REWRITTEN,
        /** A genuine entry that lost its place in the chain. */
        UNSEALED,
        /** The file of heads is gone, so that a cut chain would not be noticed. */
        HEADS_MISSING,
        /** The key is not the one that the chain was made with. */
        OTHER_KEY
    }
}
