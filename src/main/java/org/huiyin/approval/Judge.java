package org.huiyin.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows who may decide what now, and refuses everybody else with the reason. */
@Component
class Judge {

    /** A signature is given for the decision at hand, not kept in stock. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ApprovalStore store;
    private final Signatures signatures;
    private final Deputies deputies;
    private final SeparationRule separation;
    private final People people;
    private final Clock clock;

    Judge(
            ApprovalStore store,
            Signatures signatures,
            Deputies deputies,
            SeparationRule separation,
            People people,
            Clock clock) {
        this.store = store;
        this.signatures = signatures;
        this.deputies = deputies;
        this.separation = separation;
        this.people = people;
        this.clock = clock;
    }

    boolean mayDecide(Actor actor, ApprovalView view) {
        return !view.proposer().equals(actor.id())
                && (!view.decidedBy(actor.id()) || separation.oneForTwo(view.profileVersion()))
                && part(actor, view).isPresent();
    }

    /** The part for which the person decides; refused with the sentence that says why not. */
    ApprovalView.Part partOf(Actor actor, ApprovalView view) {
        checkOpen(view);
        if (view.proposer().equals(actor.id())) {
            throw new BrokenRule("approval.refused.ownProposal");
        }
        if (view.open().stream().noneMatch(part -> actor.is(part.role()))) {
            throw new BrokenRule("approval.refused.notYourTurn", names(view));
        }
        if (view.decidedBy(actor.id()) && !separation.oneForTwo(view.profileVersion())) {
            throw new BrokenRule("approval.refused.secondRole");
        }
        return part(actor, view).orElseThrow(() -> new BrokenRule("approval.refused.lentByProposer"));
    }

    /** Own roles come before lent ones; a role that the proposer has lent does not count. */
    private Optional<ApprovalView.Part> part(Actor actor, ApprovalView view) {
        var mine = view.open().stream().filter(part -> actor.is(part.role())).toList();
        return mine.stream()
                .filter(part -> deputies.ownRole(actor, part.role()))
                .findFirst()
                .or(() -> mine.stream()
                        .filter(part -> deputies.lender(actor, part.role(), view.proposer()).isPresent())
                        .findFirst());
    }

    boolean holds(Actor actor, String role, PersonId proposer) {
        return deputies.ownRole(actor, role) || deputies.lender(actor, role, proposer).isPresent();
    }

    /** A delegation that is over gives no right any more, and says so. */
    void checkDelegation(Actor actor, ApprovalView view) {
        if (view.open().stream().noneMatch(part -> actor.is(part.role()))) {
            view.open().forEach(part -> deputies.over(actor, part.role()).ifPresent(last -> {
                throw new BrokenRule("approval.refused.delegationOver", people.roleName(part.role()), last);
            }));
        }
    }

    /** Whether the person stood in for one of the roles, be it over or not. */
    boolean stoodIn(Actor actor, ApprovalView view) {
        return view.parts().stream().anyMatch(part -> deputies.over(actor, part.role()).isPresent());
    }

    @Nullable PersonId onBehalfOf(Actor actor, ApprovalView.Part part, ApprovalView view) {
        return deputies.ownRole(actor, part.role())
                ? null
                : deputies.lender(actor, part.role(), view.proposer()).orElseThrow();
    }

    void checkOpen(ApprovalView view) {
        if (view.state().over()) {
            throw new BrokenRule("approval.refused.over");
        }
    }

    void checkReason(Actor actor, ApprovalView view, boolean approve, String reason) {
        if (!approve && reason.isEmpty()) {
            throw new InvalidInput("reason", "approval.refused.noReason");
        }
        if (reason.isEmpty() && view.decidedBy(actor.id())) {
            throw new InvalidInput("reason", "approval.refused.secondRoleReason");
        }
    }

    void checkSignature(Actor actor, ApprovalView view, SignatureId id) {
        var signature = signatures.find(id).orElseThrow(() -> new BrokenRule("approval.refused.notSigned"));
        var fits = signature.person().equals(actor.id())
                && signature.subject().equals(view.subject())
                && signature.contentHash().equals(view.contentHash())
                && Duration.between(signature.at(), clock.instant()).compareTo(FRESH) <= 0
                && !store.signatureUsed(id);
        if (!fits) {
            throw new BrokenRule("approval.refused.notSigned");
        }
    }

    private String names(ApprovalView view) {
        return view.waitingFor().stream().sorted().map(people::roleName).collect(Collectors.joining(", "));
    }
}
