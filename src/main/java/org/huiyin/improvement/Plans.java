package org.huiyin.improvement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comprehensive improvement plans: sales puts the departments' actions and opinions together, the profile's route approves
 * them, and a plan that says something else than what was approved goes there again (001/5.4.6.3).
 */
@Service
@Transactional
public class Plans {

    static final String SUBJECT = "plan";
    private static final String EDIT = "action.plan";
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_OPINION = 4000;

    private final PlanStore plans;
    private final ActionStore store;
    private final EvidenceStore evidence;
    private final Approvals approvals;
    private final Procedures procedures;
    private final Numbers numbers;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(PlanStore plans, ActionStore store, EvidenceStore evidence, Approvals approvals, Procedures procedures, Numbers numbers, People people,
            ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.evidence = evidence;
        this.approvals = approvals;
        this.procedures = procedures;
        this.numbers = numbers;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a plan of several actions. */
    public PlanView make(Actor actor, String title, String opinion, Collection<String> actionNumbers) {
        actor.mustHave(EDIT);
        check(title, opinion, actionNumbers);
        var profile = procedures.inForce();
        var id = Ids.next();
        var actions = actions(actionNumbers);
        var number = numbers.next(profile.prefix("plan"), procedures.today().getYear()).toString();
        plans.insert(id, number, title.strip(), opinion.strip(), actor.id(), clock.instant(), profile.id());
        actions.forEach(action -> plans.add(id, action.id(), actor.id(), clock.instant()));
        tell(id, "make", actor.id(), Map.of(), Map.of("number", number, "actions", actions.stream().map(ActionView::number).toList()));
        return byNumber(actor, number);
    }

    private static void check(String title, String opinion, Collection<String> actions) {
        if (title.isBlank()) {
            throw new InvalidInput("title", "improvement.invalid.blank");
        }
        if (title.strip().length() > LONGEST_TITLE) {
            throw new InvalidInput("title", "improvement.invalid.long", LONGEST_TITLE);
        }
        if (opinion.strip().length() > LONGEST_OPINION) {
            throw new InvalidInput("opinion", "improvement.invalid.long", LONGEST_OPINION);
        }
        if (actions.isEmpty()) {
            throw new InvalidInput("actions", "improvement.invalid.noActions");
        }
    }

    private List<ActionView> actions(Collection<String> actionNumbers) {
        return actionNumbers.stream().distinct().map(n -> store.find(n).orElseThrow(NotFound::new)).toList();
    }

    /** Changes its words and its actions; not while approvers have it before them. */
    public PlanView change(Actor actor, String number, String title, String opinion, Collection<String> actionNumbers, int version) {
        actor.mustHave(EDIT);
        check(title, opinion, actionNumbers);
        var row = plans.lock(number).orElseThrow(NotFound::new);
        var before = view(row);
        var wanted = actions(actionNumbers);
        if (row.version() != version) {
            throw stale(row, before, title.strip(), opinion.strip(), wanted);
        }
        if (before.state() == PlanState.WAITING) {
            throw new BrokenRule("improvement.plan.refused.waiting", number);
        }
        var had = before.actions().stream().map(ActionView::id).toList();
        var has = wanted.stream().map(ActionView::id).toList();
        had.stream().filter(id -> !has.contains(id)).forEach(id -> plans.leaveOut(row.id(), id));
        has.stream().filter(id -> !had.contains(id)).forEach(id -> plans.add(row.id(), id, actor.id(), clock.instant()));
        plans.write(row.id(), title.strip(), opinion.strip(), actor.id(), clock.instant());
        tell(row.id(), "change", actor.id(), facts(row.title(), row.opinion(), before.actions()), facts(title.strip(), opinion.strip(), wanted));
        return byNumber(actor, number);
    }

    /** Adds an action to what the plan says now. */
    public PlanView add(Actor actor, String number, String actionNumber) {
        var row = plans.lock(number).orElseThrow(NotFound::new);
        var numbers = new ArrayList<>(actionsOf(row.id()).stream().map(ActionView::number).toList());
        numbers.add(actionNumber);
        return change(actor, number, row.title(), row.opinion(), numbers, row.version());
    }

    private static Map<String, Object> facts(String title, String opinion, List<ActionView> actions) {
        return Map.of("title", title, "opinion", opinion, "actions", actions.stream().map(ActionView::number).toList());
    }

    private StaleRecord stale(PlanStore.Row theirs, PlanView view, String title, String opinion, List<ActionView> wanted) {
        var changes = new ArrayList<StaleRecord.Change>();
        if (!theirs.title().equals(title)) {
            changes.add(StaleRecord.Change.of("title", new Sentence("improvement.plan.title"), theirs.title(), title));
        }
        if (!theirs.opinion().equals(opinion)) {
            changes.add(StaleRecord.Change.of("opinion", new Sentence("improvement.plan.opinion"), theirs.opinion(), opinion));
        }
        var had = view.actions().stream().map(ActionView::number).toList();
        var want = wanted.stream().map(ActionView::number).toList();
        if (!new LinkedHashSet<>(had).equals(new LinkedHashSet<>(want))) {
            changes.add(StaleRecord.Change.of("actions", new Sentence("improvement.plan.actions"), had, want));
        }
        return new StaleRecord(people.names().getOrDefault(theirs.changedBy(), ""), theirs.changedAt(), theirs.version(), changes);
    }

    /**
     * Puts the plan before the approvers of the profile's route; without a route it is approved at once.
     *
     * @param again why an earlier request that still waits is taken back, should measures have moved under it
     */
    public Optional<UUID> submit(Actor actor, String number, String again) {
        actor.mustHave(EDIT);
        var row = plans.lock(number).orElseThrow(NotFound::new);
        var view = view(row);
        if (!view.state().submittable()) {
            throw new BrokenRule(view.state() == PlanState.WAITING ? "improvement.plan.refused.waiting" : "improvement.plan.refused.approved", number);
        }
        withdrawOutdated(actor, view, again);
        var profile = procedures.byId(row.profileVersion());
        var content = content(row);
        var route = route(profile);
        var approval = route.isEmpty() ? null : approvals.request(actor, new ApprovalRequest(view.subject(),
                new Sentence("improvement.plan.approve", number, row.title()), "actions/plans/" + number, route, null, content.hash(), profile.id(),
                profile.clauseOf("approvals.improvementPlan")));
        plans.insert(Ids.next(), new PlanStore.Submission(row.id(), approval, content, actor.id(), clock.instant()));
        tell(row.id(), "submit", actor.id(), Map.of(), Map.of("hash", content.hash()));
        return Optional.ofNullable(approval);
    }

    /** Measures may have moved under a request that still waits: its proposer takes it back by asking anew. */
    private void withdrawOutdated(Actor actor, PlanView view, String why) {
        var pending = view.approval();
        if (pending == null || pending.state() != ApprovalState.PENDING) {
            return;
        }
        if (!pending.proposer().equals(actor.id())) {
            throw new BrokenRule("improvement.plan.refused.outdated", view.number(), people.names().getOrDefault(pending.proposer(), ""));
        }
        approvals.withdraw(actor, pending.id(), why);
    }

    private static List<ApprovalStep> route(ProfileVersion profile) {
        var route = new ArrayList<ApprovalStep>();
        profile.section("approvals").path("improvementPlan").forEach(step ->
                route.add(new ApprovalStep(step.path("roles").valueStream().map(role -> role.asString()).collect(Collectors.toSet()))));
        return route;
    }

    /** What approvers sign must still be what the plan says. */
    void decided(UUID approval, boolean approved, PersonId by) {
        var submission = plans.submission(approval).orElseThrow(NotFound::new);
        var row = plans.find(submission.plan()).orElseThrow();
        if (approved && !content(row).hash().equals(submission.content().hash())) {
            throw new BrokenRule("improvement.plan.refused.outdated", row.number(), people.names().getOrDefault(submission.by(), ""));
        }
        tell(row.id(), approved ? "approve" : "sendBack", by, Map.of(), Map.of("hash", submission.content().hash()));
    }

    @Transactional(readOnly = true)
    public PlanView byNumber(Actor actor, String number) {
        actor.mustHave("action.read");
        return view(plans.find(number).orElseThrow(NotFound::new));
    }

    /** For whom the access to the approval was checked already. */
    PlanView get(UUID id) {
        return view(plans.find(id).orElseThrow(NotFound::new));
    }

    /** All plans, the latest first. */
    @Transactional(readOnly = true)
    public List<PlanView> list(Actor actor) {
        actor.mustHave("action.read");
        return plans.all().stream().map(this::view).toList();
    }

    /** The clause that asks for the approval of the plan; empty where the procedure names none. */
    @Transactional(readOnly = true)
    public String clause(PlanView plan) {
        return procedures.byId(plan.profileVersion()).clauseOf("approvals.improvementPlan");
    }

    /** Those that wait for the person who made them. */
    List<PlanView> returnedTo(Actor actor) {
        return plans.all().stream().filter(row -> row.madeBy().equals(actor.id())).map(this::view)
                .filter(plan -> plan.state() == PlanState.SENT_BACK || plan.state() == PlanState.CHANGED).toList();
    }

    private PlanContent content(PlanStore.Row row) {
        var actions = actionsOf(row.id());
        return PlanContent.of(row.title(), row.opinion(), actions, evidence.measures(actions.stream().map(ActionView::id).toList()));
    }

    private List<ActionView> actionsOf(UUID plan) {
        return plans.actions(plan).stream().map(id -> store.find(id).orElseThrow()).toList();
    }

    private PlanView view(PlanStore.Row row) {
        var last = plans.submissions(row.id()).stream().findFirst().orElse(null);
        var id = last == null ? null : last.approval();
        var approval = id == null ? null : approvals.get(id);
        var since = last == null ? List.<Sentence>of() : content(row).since(last.content());
        return new PlanView(row.id(), row.number(), row.title(), row.opinion(), row.madeBy(), row.madeAt(), row.profileVersion(), row.version(),
                actionsOf(row.id()), state(last != null, approval, !since.isEmpty()), approval, since);
    }

    private static PlanState state(boolean submitted, @Nullable ApprovalView approval, boolean changed) {
        if (!submitted) {
            return PlanState.DRAFT;
        }
        return switch (approval == null ? ApprovalState.APPROVED : approval.state()) {
            case PENDING -> changed ? PlanState.CHANGED : PlanState.WAITING;
            case APPROVED -> changed ? PlanState.CHANGED : PlanState.APPROVED;
            case REFUSED -> PlanState.SENT_BACK;
            case WITHDRAWN -> PlanState.DRAFT;
        };
    }

    private void tell(UUID plan, String verb, PersonId by, Map<String, Object> before, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef(SUBJECT, plan), verb, by, before, after, clock.instant()));
    }
}
