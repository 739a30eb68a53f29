package org.huiyin.records;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.springframework.transaction.support.TransactionTemplate;

/** Access to files as rules say. */
record RuledAccess(String subjectType, TransactionTemplate transaction, AttachmentAccess.Rule reads, AttachmentAccess.Rule adds) implements AttachmentAccess {

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        return Boolean.TRUE.equals(transaction.execute(status -> reads.holds(actor, subject)));
    }

    @Override
    public boolean mayAdd(Actor actor, UUID subject) {
        return Boolean.TRUE.equals(transaction.execute(status -> adds.holds(actor, subject)));
    }
}
