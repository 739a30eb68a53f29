package org.huiyin.approval;

import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;

/** Shows approvers what they approve, on the page on which they decide; modules that ask for approvals have a bean of it. */
public interface ApprovalContent {

    /** The kind of record, such as {@code round}. */
    String subjectType();

    /** What an approver has to know, in a few lines. */
    List<Line> lines(Actor actor, UUID subject);

    /** A line: what, and how it is; strong for what matters most. */
    record Line(Sentence label, Sentence value, boolean strong) {}
}
