package org.huiyin.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.Approvals;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.Calendars;
import org.huiyin.platform.Once;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.Precedence;
import org.huiyin.voice.Promise;
import org.huiyin.voice.PromiseClock;
import org.huiyin.web.Paging;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reward and penalty notices to units, never to people: from a complaint whose loss somebody bears by a decision in force, approved
 * along the route of the profile and issued by a person's act (004/5.10).
 */
@Service
@Transactional
public class Notices {

    static final String PROPOSE = "notice.propose";

    private final NoticeStore store;
    private final NoticeCheck check;
    private final Responsibilities decisions;
    private final EventStore events;
    private final Complaints complaints;
    private final Approvals approvals;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Once once;
    private final Numbers numbers;
    private final Tellers tellers;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Notices(NoticeStore store, NoticeCheck check, Responsibilities decisions, EventStore events, Complaints complaints, Approvals approvals, Procedures procedures,
            Calendars calendars, Once once, Numbers numbers, Tellers tellers, ApplicationEventPublisher publisher, Clock clock) {
        this.store = store;
        this.check = check;
        this.decisions = decisions;
        this.events = events;
        this.complaints = complaints;
        this.approvals = approvals;
        this.procedures = procedures;
        this.calendars = calendars;
        this.once = once;
        this.numbers = numbers;
        this.tellers = tellers;
        this.publisher = publisher;
        this.clock = clock;
    }

    public NoticeId propose(Actor actor, NewNotice notice) {
        return propose(actor, Ids.next(), notice);
    }

    /** Proposes a notice under an id of the form's, so that a form sent twice makes one. */
    public NoticeId propose(Actor actor, UUID wanted, NewNotice typed) {
        actor.mustHave(PROPOSE);
        return once.make(new NoticeId(wanted), id -> store.find(id).map(NoticeView::id), id -> write(actor, id, typed));
    }

    private void write(Actor actor, NoticeId id, NewNotice typed) {
        var profile = procedures.inForce();
        if (!profile.module("notices")) {
            throw new BrokenRule("claims.refused.noticesOff");
        }
        var complaint = complaints.get(actor, typed.complaint());
        check.unit(typed.department());
        var notice = new NewNotice(typed.kind(), typed.complaint(), typed.department(), check.text(typed.text()));
        decisions.lock(complaint.id());
        var decision = resting(notice.kind(), notice.department(), complaint.id(), complaint.number());
        notTwice(notice);
        var currency = profile.section("claims", ClaimsSection.class).currency();
        var number = numbers.next(profile.prefix("notice"), procedures.today().getYear()).toString();
        store.insert(notice, new NoticeStore.Given(id, number, decision.id(), currency, profile.id(), profile.clauseFor("notice.kept"), actor.id(), clock.instant()));
        var made = get(id);
        note(actor.id(), made, ClaimEvent.Kind.PROPOSED, "");
    }

    /** The decision on which a notice can rest today. */
    private DecisionView resting(NoticeKind kind, UUID department, ComplaintId complaint, String number) {
        if (decisions.contested(complaint)) {
            throw new BrokenRule("claims.refused.contested", number);
        }
        var decision = decisions.latest(complaint).orElseThrow(() -> new BrokenRule("claims.refused.noDecision", number));
        if (kind == NoticeKind.PENALTY && !decision.bears(department)) {
            throw new BrokenRule("claims.refused.notBearing", check.unit(department), number);
        }
        return decision;
    }

    /** One loss is held against a unit once. */
    private void notTwice(NewNotice notice) {
        store.of(notice.complaint()).stream()
                .filter(n -> notice.kind() == NoticeKind.PENALTY && n.kind() == NoticeKind.PENALTY && n.department().equals(notice.department()))
                .filter(n -> n.state() != NoticeState.CANCELLED && n.state() != NoticeState.WITHDRAWN).findFirst().ifPresent(n -> {
                    throw new BrokenRule("claims.refused.noticeTwice", n.unit(), n.number());
                });
    }

    /** Another wording, before it goes to the approvers. */
    public void change(Actor actor, NoticeId id, NoticeText text, int version) {
        actor.mustHave(PROPOSE);
        var n = locked(actor, id, version);
        if (n.state() != NoticeState.DRAFT && n.state() != NoticeState.SENT_BACK) {
            throw refused(n, NoticeState.DRAFT);
        }
        var decision = resting(n.kind(), n.department(), n.complaint(), n.complaintNumber());
        store.reword(n, check.text(text), decision.id(), actor.id(), clock.instant());
        note(actor.id(), n, ClaimEvent.Kind.CHANGED, "");
    }

    /** Puts it before the approvers of the profile's route; without a route it counts as approved. */
    public void submit(Actor actor, NoticeId id, int version) {
        actor.mustHave(PROPOSE);
        var n = locked(actor, id, version);
        var profile = procedures.byId(n.profileVersion());
        var route = profile.section("claims", ClaimsSection.class).noticeApprovers();
        mustLead(n, route.isEmpty() ? NoticeState.APPROVED : NoticeState.WAITING);
        mustRest(n);
        store.become(id, route.isEmpty() ? NoticeState.APPROVED : NoticeState.WAITING);
        store.submitted(id, route.isEmpty() ? null : approvals.request(actor, new ApprovalRequest(id.subject(),
                new Sentence("claims.notice.approve", new Sentence(key(n.kind())), n.number(), n.unit()), n.path(), route, n.money(), n.hash(), profile.id(), n.clause())));
        note(actor.id(), n, ClaimEvent.Kind.SUBMITTED, "");
    }

    /** What was proposed on one decision is not carried out on another. */
    private void mustRest(NoticeView n) {
        var decision = resting(n.kind(), n.department(), n.complaint(), n.complaintNumber());
        if (!decision.id().equals(n.decision())) {
            throw new BrokenRule("claims.refused.otherDecision", n.complaintNumber());
        }
    }

    /** The approvers have said yes or no; a notice is never issued by itself. */
    void decided(UUID approval, NoticeId id, boolean approved, PersonId by, String reason) {
        var n = store.lock(id).orElseThrow(NotFound::new);
        if (!approval.equals(n.approval())) {
            return;
        }
        if (approved && !approvals.get(approval).contentHash().equals(n.hash())) {
            throw new BrokenRule("claims.refused.otherText", n.number());
        }
        mustLead(n, approved ? NoticeState.APPROVED : NoticeState.SENT_BACK);
        store.become(id, approved ? NoticeState.APPROVED : NoticeState.SENT_BACK);
        note(by, n, approved ? ClaimEvent.Kind.APPROVED : ClaimEvent.Kind.REFUSED, reason);
    }

    void takenBack(UUID approval, NoticeId id, PersonId by, String reason) {
        var n = store.lock(id).orElseThrow(NotFound::new);
        if (approval.equals(n.approval()) && n.state() == NoticeState.WAITING) {
            store.become(id, NoticeState.DRAFT);
            store.submitted(id, null);
            note(by, n, ClaimEvent.Kind.TAKEN_BACK, reason);
        }
    }

    /** Gives an approved notice to the unit; from then on the time for an objection runs. */
    public void issue(Actor actor, NoticeId id, int version) {
        actor.mustHave(PROPOSE);
        if (actor.id().equals(PersonId.SYSTEM)) {
            throw new BrokenRule("claims.refused.byItself");
        }
        var n = locked(actor, id, version);
        mustLead(n, NoticeState.ISSUED);
        decisions.lock(n.complaint());
        mustRest(n);
        var now = clock.instant();
        store.issued(id, actor.id(), now, objectionDue(n, now).due());
        note(actor.id(), n, ClaimEvent.Kind.ISSUED, "");
        tellers.tell(actor, tellers.unit(n.department()), new Sentence("claims.note.issued", new Sentence(key(n.kind())), n.number(), n.weight()), id.subject(), n.path());
    }

    /** The clause of the procedure in force that asks for notices; empty where none does. */
    @Transactional(readOnly = true)
    public String clause() {
        return procedures.inForce().clauseFor("notice.kept");
    }

    /** Until when the unit may object to a notice issued at that time. */
    @Transactional(readOnly = true)
    public Deadline objectionDue(NoticeView n, Instant issued) {
        int days = procedures.byId(n.profileVersion()).section("claims", ClaimsSection.class).objectionDays();
        return new PromiseClock(calendars.inForce(), Precedence.CUSTOMER_FIRST).deadline(Promise.byClass(issued, ClockRule.calendarDays(days)), clock.instant());
    }

    /** Somebody of the unit has read it. */
    public void read(Actor actor, NoticeId id) {
        var n = store.lock(id).filter(x -> sees(actor, x)).orElseThrow(NotFound::new);
        if (!tellers.member(actor, n.department())) {
            throw new BrokenRule("claims.refused.notMember", n.unit());
        }
        if (n.issuedAt() == null) {
            throw refused(n, NoticeState.ISSUED);
        }
        if (store.read(n, actor.id(), clock.instant())) {
            note(actor.id(), n, ClaimEvent.Kind.READ, "");
        }
    }

    /** Takes it back before it is issued; its number stays used and says why. */
    public void withdraw(Actor actor, NoticeId id, String reason, int version) {
        actor.mustHave(PROPOSE);
        var n = locked(actor, id, version);
        mustLead(n, NoticeState.WITHDRAWN);
        var why = ClaimCheck.filled("reason", reason);
        store.become(id, NoticeState.WITHDRAWN);
        if (n.state() == NoticeState.WAITING && n.approval() != null && approvals.get(n.approval()).state() == ApprovalState.PENDING) {
            approvals.withdraw(actor, n.approval(), why);
        }
        note(actor.id(), n, ClaimEvent.Kind.WITHDRAWN, why);
    }

    /** Cancels what the unit has already, by those who decide who bears a loss. */
    public void cancel(Actor actor, NoticeId id, String reason, int version) {
        decisions.mayDecide(actor);
        var n = locked(actor, id, version);
        if (n.state() == NoticeState.OBJECTED) {
            throw new BrokenRule("claims.refused.answerFirst", n.number());
        }
        mustLead(n, NoticeState.CANCELLED);
        var why = ClaimCheck.filled("reason", reason);
        store.become(id, NoticeState.CANCELLED);
        note(actor.id(), n, ClaimEvent.Kind.CANCELLED, why);
        tellers.tell(actor, tellers.unit(n.department()), new Sentence("claims.note.cancelled", n.number(), why), id.subject(), n.path());
    }

    NoticeView locked(Actor actor, NoticeId id, int version) {
        var n = store.lock(id).filter(x -> sees(actor, x)).orElseThrow(NotFound::new);
        if (n.version() != version) {
            var touch = store.touched(id);
            throw new StaleRecord(tellers.name(touch.by()), touch.at(), List.of());
        }
        return n;
    }

    static void mustLead(NoticeView n, NoticeState next) {
        if (!n.state().leadsTo().contains(next)) {
            throw refused(n, next);
        }
    }

    static BrokenRule refused(NoticeView n, NoticeState next) {
        return new BrokenRule("claims.refused.state", n.number(), new Sentence(key(n.state())), new Sentence(key(next)));
    }

    static String key(NoticeState state) {
        return "claims.noticeState." + state.name().toLowerCase(java.util.Locale.ROOT);
    }

    static String key(NoticeKind kind) {
        return "claims.noticeKind." + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Writes down what happened; a receipt leaves the notice as it is, so that a colleague's objection is not refused as stale. */
    void note(PersonId by, NoticeView before, ClaimEvent.Kind kind, String words) {
        if (kind != ClaimEvent.Kind.READ) {
            store.touch(before.id(), by, clock.instant());
        }
        events.add(before.id().subject(), kind, words, by, clock.instant());
        var after = shown(get(before.id()));
        if (!words.isEmpty()) {
            after.put("words", words);
        }
        publisher.publishEvent(new Happening(before.id().subject(), kind.name().toLowerCase(java.util.Locale.ROOT), by, shown(before), after, clock.instant()));
    }

    private static Map<String, Object> shown(NoticeView n) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("number", n.number());
        shown.put("kind", n.kind().name());
        shown.put("unit", n.unit());
        shown.put("state", n.state().name());
        shown.put("amount", n.amount() == null ? "" : n.amount().toPlainString());
        shown.put("points", n.points() == null ? "" : n.points());
        shown.put("reason", n.reason());
        return shown;
    }

    /** Whoever may read claims; the people of the unit once it is issued. */
    @Transactional(readOnly = true)
    public boolean sees(Actor actor, NoticeView n) {
        return actor.may(Claims.READ) || n.issuedAt() != null && tellers.member(actor, n.department());
    }

    /** Whether the actor belongs to the unit. */
    @Transactional(readOnly = true)
    public boolean member(Actor actor, NoticeView n) {
        return tellers.member(actor, n.department());
    }

    /** The notice, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public NoticeView get(NoticeId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public NoticeView byNumber(Actor actor, String number) {
        return store.find(number).filter(n -> sees(actor, n)).orElseThrow(NotFound::new);
    }

    /** A page of the list, the latest first. */
    @Transactional(readOnly = true)
    public List<NoticeView> list(Actor actor, NoticeFilter filter) {
        return store.page(actor, filter);
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, NoticeFilter filter) {
        return store.count(actor, filter);
    }

    /** What the notices that hold come to. */
    @Transactional(readOnly = true)
    public NoticeTotals totals(Actor actor, NoticeFilter filter) {
        return store.totals(actor, filter, procedures.inForce().section("claims", ClaimsSection.class).currency());
    }

    /** All that the filter finds. */
    @Transactional(readOnly = true)
    public List<NoticeView> all(Actor actor, NoticeFilter filter) {
        var all = new ArrayList<NoticeView>();
        Paging.through(page -> list(actor, filter.onPage(page, Paging.LONGEST)), all::add);
        return all;
    }

    @Transactional(readOnly = true)
    public List<ClaimEvent> events(NoticeId id) {
        return events.of(id.subject());
    }

    /** Every wording it had. */
    @Transactional(readOnly = true)
    public List<Wording> wordings(NoticeId id) {
        return store.wordings(id);
    }

    /** Who of the unit has read its present wording, and when. */
    @Transactional(readOnly = true)
    public Map<PersonId, Instant> receipts(NoticeView notice) {
        return store.receipts(notice);
    }

    /** The decision on which it rests, for whoever may see the notice. */
    @Transactional(readOnly = true)
    public Optional<DecisionView> decision(NoticeView n) {
        return decisions.find(n.decision());
    }

    /** Whether the decision on which it rests is still the latest one. */
    @Transactional(readOnly = true)
    public boolean rests(NoticeView n) {
        return decisions.latest(n.complaint()).filter(d -> d.id().equals(n.decision())).isPresent();
    }

    /** Refuses a department that is none, and a person's name where a unit should stand. */
    @Transactional(readOnly = true)
    public UUID unitNamed(String name) {
        return check.named(name);
    }
}
