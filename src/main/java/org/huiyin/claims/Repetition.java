package org.huiyin.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.Facts;
import org.huiyin.improvement.ActionId;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.NewAction;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The measures against repetition behind a claim and whether they were verified: the corrective actions of the claim and of its
 * complaint, the 8D of the complaint, and what the complaint itself noted (004/5.9).
 */
@Service
@Transactional(readOnly = true)
public class Repetition {

    private static final Set<ActionState> VERIFIED = EnumSet.of(ActionState.TELLING, ActionState.READY, ActionState.CLOSED);

    private final Claims claims;
    private final Actions actions;
    private final EightDs eightDs;
    private final Complaints complaints;
    private final Facts facts;
    private final Procedures procedures;

    Repetition(Claims claims, Actions actions, EightDs eightDs, Complaints complaints, Facts facts, Procedures procedures) {
        this.claims = claims;
        this.actions = actions;
        this.eightDs = eightDs;
        this.complaints = complaints;
        this.facts = facts;
        this.procedures = procedures;
    }

    /** The measures, those of the claim first. */
    public List<MeasureLine> of(ClaimView claim) {
        var found = new ArrayList<MeasureLine>();
        actions.about(claim.id().subject()).stream().filter(a -> a.state() != ActionState.VOIDED).map(Repetition::line).forEach(found::add);
        var complaint = claim.complaint();
        if (complaint != null) {
            actions.about(complaint.subject()).stream().filter(a -> a.state() != ActionState.VOIDED).map(Repetition::line).forEach(found::add);
            eightDs.about(complaint.subject()).stream().map(Repetition::line).forEach(found::add);
            noted(complaint, found);
        }
        return found;
    }

    private static MeasureLine line(ActionView a) {
        return new MeasureLine(a.number(), a.problem(), "actions/" + a.number(),
                new Sentence("improvement.actionState." + a.state().name().toLowerCase(Locale.ROOT)), VERIFIED.contains(a.state()));
    }

    private static MeasureLine line(EightDView e) {
        var standing = e.standing();
        return new MeasureLine(e.number(), new Sentence("web.verbatim", e.title()), e.path(),
                standing == null ? new Sentence("claims.measure.closed") : new Sentence(standing.key()), e.closed());
    }

    /** Measures of the light way, noted at the complaint, where no action and no 8D stands for them. */
    private void noted(ComplaintId id, List<MeasureLine> found) {
        var complaint = complaints.get(id);
        if (found.isEmpty() && facts.has(complaint, Fact.MEASURES_DONE)) {
            boolean effective = facts.has(complaint, Fact.EFFECTIVE);
            found.add(new MeasureLine(complaint.number(), new Sentence("web.verbatim", complaint.title()), "complaints/" + complaint.number(),
                    new Sentence(effective ? "complaint.fact.effective" : "complaint.fact.measures_done"), effective));
        }
    }

    /** Whether there are measures and each of them was verified. */
    public boolean verified(ClaimView claim) {
        var all = of(claim);
        return !all.isEmpty() && all.stream().allMatch(MeasureLine::verified);
    }

    /** Whether the claim may not be settled before its measures are verified: claims of customers, and ours on a unit. */
    public boolean needed(ClaimView claim) {
        return claim.direction() == Direction.AGAINST_US || claim.party().kind() == PartyKind.UNIT;
    }

    /** Proposes a corrective action because of the claim. */
    @Transactional
    public ActionId propose(Actor actor, ClaimId id, String problem, @Nullable UUID department, @Nullable LocalDate due, int version) {
        var claim = claims.working(actor, id, version);
        if (!claim.state().open()) {
            throw new BrokenRule("claims.refused.over", claim.number());
        }
        if (department == null) {
            throw new org.huiyin.kernel.InvalidInput("department", "claims.invalid.department");
        }
        var profile = procedures.inForce();
        return actions.propose(actor, new NewAction(ActionOrigin.COMPLAINT, claim.party().customer(), id.subject(), ClaimCheck.filled("problem", problem), List.of(),
                department, null, due, profile.id(), profile.clauseFor("claim.kept")));
    }
}
