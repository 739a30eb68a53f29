package org.huiyin.campaign.answers;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.records.AttachmentAccess;
import org.springframework.stereotype.Component;

/** Scans of paper forms are for those who collect, and for those who read answers. */
@Component
class PaperAccess implements AttachmentAccess {

    @Override
    public String subjectType() {
        return PaperEntry.SUBJECT;
    }

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        return actor.may("round.collect") || actor.may("answer.read");
    }

    @Override
    public boolean mayAdd(Actor actor, UUID subject) {
        return actor.may("round.collect");
    }
}
