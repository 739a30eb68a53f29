package org.huiyin.claims;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unit's right to object: within the days of the profile, it suspends the notice and opens the decision again until it is answered (004/5.10). */
@Service
@Transactional
public class Objections {

    static final String OBJECT = "notice.object";

    private final NoticeStore store;
    private final NoticeCheck check;
    private final Notices notices;
    private final Responsibilities decisions;
    private final Procedures procedures;
    private final Tellers tellers;
    private final Clock clock;

    Objections(NoticeStore store, NoticeCheck check, Notices notices, Responsibilities decisions, Procedures procedures, Tellers tellers, Clock clock) {
        this.store = store;
        this.check = check;
        this.notices = notices;
        this.decisions = decisions;
        this.procedures = procedures;
        this.tellers = tellers;
        this.clock = clock;
    }

    /** The unit objects. */
    public void object(Actor actor, NoticeId id, String words, int version) {
        actor.mustHave(OBJECT);
        var n = notices.locked(actor, id, version);
        if (!tellers.member(actor, n.department())) {
            throw new BrokenRule("claims.refused.notMember", n.unit());
        }
        Notices.mustLead(n, NoticeState.OBJECTED);
        var due = n.objectionDue();
        if (due != null && clock.instant().isAfter(due)) {
            throw new BrokenRule("claims.refused.objectionLate", n.number(), due);
        }
        var said = ClaimCheck.filled("words", words);
        decisions.lock(n.complaint());
        store.object(Ids.next(), n, said, actor.id(), clock.instant());
        store.become(id, NoticeState.OBJECTED);
        notices.note(actor.id(), n, ClaimEvent.Kind.OBJECTED, said);
        var told = new LinkedHashSet<PersonId>(tellers.holders(procedures.inForce().section("claims", ClaimsSection.class).decides()));
        told.add(n.proposedBy());
        tellers.tell(actor, told, new Sentence("claims.note.objected", n.unit(), n.number()), id.subject(), n.path());
    }

    /** Answers: the notice stands, says something else and goes to the approvers again, or is cancelled. */
    public void answer(Actor actor, NoticeId id, ObjectionView.Verdict verdict, String words, @Nullable NoticeText text, int version) {
        decisions.mayDecide(actor);
        var n = notices.locked(actor, id, version);
        var objection = store.objections(id).stream().filter(o -> o.answer() == null).findFirst().orElseThrow(() -> Notices.refused(n, NoticeState.UPHELD));
        if (objection.by().equals(actor.id())) {
            throw new BrokenRule("claims.refused.ownObjection");
        }
        var said = ClaimCheck.filled("words", words);
        var decision = decisions.latest(n.complaint()).orElseThrow();
        if (verdict != ObjectionView.Verdict.CANCELLED && n.kind() == NoticeKind.PENALTY && !decision.bears(n.department())) {
            throw new BrokenRule("claims.refused.onlyCancel", n.unit());
        }
        store.answer(objection.id(), verdict, said, decision.id(), actor.id(), clock.instant());
        carry(actor, n, verdict, text, decision);
        notices.note(actor.id(), n, kind(verdict), said);
        var told = new LinkedHashSet<PersonId>(tellers.unit(n.department()));
        told.add(objection.by());
        told.add(n.proposedBy());
        tellers.tell(actor, told, new Sentence("claims.note.answered", n.number(), new Sentence("claims.objectionVerdict." + verdict.name().toLowerCase(java.util.Locale.ROOT))),
                id.subject(), n.path());
    }

    private void carry(Actor actor, NoticeView n, ObjectionView.Verdict verdict, @Nullable NoticeText text, DecisionView decision) {
        switch (verdict) {
            case UPHELD -> store.become(n.id(), NoticeState.UPHELD);
            case CANCELLED -> store.become(n.id(), NoticeState.CANCELLED);
            case CHANGED -> {
                if (text == null) {
                    throw new InvalidInput("amount", "claims.invalid.weight");
                }
                store.reword(n, check.text(text), decision.id(), actor.id(), clock.instant());
                store.become(n.id(), NoticeState.DRAFT);
            }
        }
    }

    private static ClaimEvent.Kind kind(ObjectionView.Verdict verdict) {
        return switch (verdict) {
            case UPHELD -> ClaimEvent.Kind.UPHELD;
            case CHANGED -> ClaimEvent.Kind.AMENDED;
            case CANCELLED -> ClaimEvent.Kind.CANCELLED;
        };
    }

    /** What the unit said and what was answered, the first one first. */
    @Transactional(readOnly = true)
    public List<ObjectionView> of(NoticeId id) {
        return store.objections(id);
    }
}
