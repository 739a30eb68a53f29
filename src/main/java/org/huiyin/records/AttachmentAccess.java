package org.huiyin.records;

import java.util.UUID;
import org.huiyin.kernel.Actor;

/** Says who may see the files of a kind of record; each module with files has a bean of it. */
public interface AttachmentAccess {

    /** The kind of record, such as {@code customer}. */
    String subjectType();

    /** Whether the person may read the files of this record. */
    boolean mayRead(Actor actor, UUID subject);

    /** Whether the person may add files to this record and strike them out. */
    default boolean mayAdd(Actor actor, UUID subject) {
        return mayRead(actor, subject);
    }
}
