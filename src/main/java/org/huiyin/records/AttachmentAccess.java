package org.huiyin.records;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** Whether something is allowed to a person with a record. */
    @FunctionalInterface
    interface Rule {

        boolean holds(Actor actor, UUID subject);

        static Rule right(String right) {
            return (actor, subject) -> actor.may(right);
        }

        default Rule and(Rule other) {
            return (actor, subject) -> holds(actor, subject) && other.holds(actor, subject);
        }

        default Rule or(Rule other) {
            return (actor, subject) -> holds(actor, subject) || other.holds(actor, subject);
        }
    }

    /** Who reads the files adds some as well. */
    static AttachmentAccess of(String subjectType, TransactionTemplate transaction, Rule reads) {
        return of(subjectType, transaction, reads, reads);
    }

    /** Rules for reading and for adding, asked within a transaction. */
    static AttachmentAccess of(String subjectType, TransactionTemplate transaction, Rule reads, Rule adds) {
        return new RuledAccess(subjectType, transaction, reads, adds);
    }
}
