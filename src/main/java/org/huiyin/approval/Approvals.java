package org.huiyin.approval;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.organization.RoleView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approvals along the routes of the profile: the steps in order, in each step every role once. The proposer never
 * approves, deputies count while the delegation lasts, and what was decided stays (001/5.3.4, decisions.md D34).
 */
@Service
@Transactional
public class Approvals {

    static final String READ = "approval.read";
    static final String DECIDE = "approval.decide";

    private final ApprovalStore store;
    private final Judge judge;
    private final Callers callers;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(ApprovalStore store, Judge judge, Callers callers, People people, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.judge = judge;
        this.callers = callers;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for approval; the holders of the first step's roles are told. */
    public UUID request(Actor proposer, ApprovalRequest request) {
        checkRoute(request.route());
        store.lock(request.subject().id());
        var same = of(request.subject()).stream()
                .anyMatch(other -> !other.state().over() && other.contentHash().equals(request.contentHash()));
        if (same) {
            throw new BrokenRule("approval.refused.pendingAlready");
        }
        var id = Ids.next();
        store.insert(id, request, proposer.id(), clock.instant());
        tell(id, "request", proposer.id(), Map.of("subject", request.subject().id(), "hash", request.contentHash()));
        callers.requested(get(id));
        return id;
    }

    /** Approves or refuses, with a signature over exactly the content that was proposed. */
    public void decide(Actor actor, UUID approval, boolean approve, String reason, SignatureId signature) {
        store.lock(approval);
        var before = get(approval);
        judge.checkDelegation(actor, before);
        actor.mustHave(DECIDE);
        var part = judge.partOf(actor, before);
        var why = reason.strip();
        judge.checkReason(actor, before, approve, why);
        judge.checkSignature(actor, before, signature);
        store.decide(approval, part, new ApprovalView.Decision(
                approve, why, actor.id(), judge.onBehalfOf(actor, part, before), signature, clock.instant()));
        tell(approval, approve ? "approve" : "refuse", actor.id(), Map.of("role", part.role(), "reason", why));
        goOn(before, get(approval), actor.id(), why);
    }

    private void goOn(ApprovalView before, ApprovalView after, PersonId by, String reason) {
        if (after.state().over()) {
            var approved = after.state() == ApprovalState.APPROVED;
            events.publishEvent(new ApprovalDecided(after.id(), after.subject(), approved, by, reason));
            callers.decided(after, approved, reason);
        } else if (after.currentStep() != before.currentStep()) {
            callers.yourTurn(after);
        }
    }

    /** Takes one's own request back. */
    public void withdraw(Actor actor, UUID approval, String reason) {
        store.lock(approval);
        var view = get(approval);
        if (!view.proposer().equals(actor.id())) {
            throw new BrokenRule("approval.refused.notYours");
        }
        judge.checkOpen(view);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "approval.refused.noReason");
        }
        store.withdraw(approval, new ApprovalView.Withdrawal(reason.strip(), actor.id(), clock.instant()));
        events.publishEvent(new ApprovalWithdrawn(approval, view.subject(), actor.id(), reason.strip()));
        tell(approval, "withdraw", actor.id(), Map.of("reason", reason.strip()));
    }

    /** One approval; for modules that have checked the access to its record themselves. */
    @Transactional(readOnly = true)
    public ApprovalView get(UUID approval) {
        return store.find(approval).orElseThrow(NotFound::new);
    }

    /** One approval for a person: its proposer, its approvers and who stood in for them, and who may read approvals. */
    @Transactional(readOnly = true)
    public ApprovalView get(Actor actor, UUID approval) {
        var view = get(approval);
        var concerned = view.proposer().equals(actor.id()) || view.parts().stream().anyMatch(part -> actor.is(part.role()));
        if (!concerned && !actor.may(READ) && !judge.stoodIn(actor, view)) {
            throw new NotFound();
        }
        return view;
    }

    /** All approvals of a record, the youngest first. */
    @Transactional(readOnly = true)
    public List<ApprovalView> of(SubjectRef subject) {
        return store.of(subject);
    }

    /** What waits for this person's decision, the oldest first. */
    @Transactional(readOnly = true)
    public List<ApprovalView> pendingFor(Actor actor) {
        return actor.may(DECIDE)
                ? store.pending().stream().filter(view -> judge.mayDecide(actor, view)).toList()
                : List.of();
    }

    /** Whether it is this person's turn. */
    @Transactional(readOnly = true)
    public boolean mayDecide(Actor actor, ApprovalView view) {
        return actor.may(DECIDE) && judge.mayDecide(actor, view);
    }

    /** Whether the person holds the role, of her own or lent by somebody other than the proposer. */
    @Transactional(readOnly = true)
    public boolean holds(Actor actor, String role, PersonId proposer) {
        return actor.is(role) && judge.holds(actor, role, proposer);
    }

    /** Whether this person would be the second role of herself, and must say why. */
    @Transactional(readOnly = true)
    public boolean secondRole(Actor actor, ApprovalView view) {
        return view.decidedBy(actor.id());
    }

    /** A list for a person: without the right to read approvals only her own. */
    @Transactional(readOnly = true)
    public List<ApprovalView> list(Actor actor, ApprovalFilter filter, long offset, int limit) {
        if (filter.whose() == ApprovalFilter.Whose.WAITING) {
            return pendingFor(actor).stream().skip(offset).limit(limit).toList();
        }
        return store.list(proposer(actor, filter), filter.state(), filter.words(), offset, limit);
    }

    /** How long that list is. */
    @Transactional(readOnly = true)
    public long count(Actor actor, ApprovalFilter filter) {
        return filter.whose() == ApprovalFilter.Whose.WAITING
                ? pendingFor(actor).size()
                : store.count(proposer(actor, filter), filter.state(), filter.words());
    }

    private static @Nullable PersonId proposer(Actor actor, ApprovalFilter filter) {
        return filter.whose() == ApprovalFilter.Whose.ALL && actor.may(READ) ? null : actor.id();
    }

    private void checkRoute(List<ApprovalStep> route) {
        if (route.isEmpty()) {
            throw new BrokenRule("approval.refused.noRoute");
        }
        Set<String> known = people.roles().stream().map(RoleView::code).collect(Collectors.toSet());
        route.stream().flatMap(step -> step.roles().stream()).filter(role -> !known.contains(role)).findFirst().ifPresent(role -> {
            throw new BrokenRule("approval.refused.unknownRole", role);
        });
    }

    private void tell(UUID approval, String verb, PersonId by, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("approval", approval), verb, by, Map.of(), after, clock.instant()));
    }
}
