package org.huiyin.records;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.springframework.stereotype.Component;

/** Records of the kind "sample" exist in tests only; the auditor reads their files, quality and the sales manager add to them. */
@Component
class SampleAccess implements AttachmentAccess {

    @Override
    public String subjectType() {
        return "sample";
    }

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        return actor.is("QUALITY") || actor.is("SALES_HEAD") || actor.is("AUDITOR");
    }

    @Override
    public boolean mayAdd(Actor actor, UUID subject) {
        return actor.is("QUALITY") || actor.is("SALES_HEAD");
    }
}
