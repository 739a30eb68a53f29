package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.approval.Signatures;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who bears the external loss of a complaint: decided by the roles of the profile, with reason and evidence, signed. A new decision
 * keeps the earlier one; while a unit's objection waits, none is in force (004/5.9, 5.10).
 */
@Service
@Transactional
public class Responsibilities {

    /** The kind of record under which signatures and evidence files stand; its id is the complaint's. */
    public static final String SUBJECT = "responsibility";
    static final String DECIDE = "claim.decide";
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int MOST = 20;

    private final DecisionStore store;
    private final NoticeStore notices;
    private final Complaints complaints;
    private final People people;
    private final Procedures procedures;
    private final Signatures signatures;
    private final Tellers tellers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Responsibilities(DecisionStore store, NoticeStore notices, Complaints complaints, People people, Procedures procedures, Signatures signatures, Tellers tellers,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.complaints = complaints;
        this.people = people;
        this.procedures = procedures;
        this.signatures = signatures;
        this.tellers = tellers;
        this.events = events;
        this.clock = clock;
    }

    /** Decides and signs. @param known how many decisions the person saw, so that nobody decides past another's decision */
    public UUID decide(Member member, @Nullable String password, ComplaintId complaint, NewDecision typed, int known) {
        var actor = member.actor();
        mayDecide(actor);
        var k = complaints.get(actor, complaint);
        store.lock(complaint);
        var before = store.of(complaint);
        if (before.size() != known) {
            var last = before.isEmpty() ? null : before.getLast();
            throw new StaleRecord(last == null ? "" : tellers.name(last.by()), last == null ? clock.instant() : last.at(), List.of());
        }
        var decision = checked(typed);
        var round = known + 1;
        var signature = signatures.sign(member, password, new SubjectRef(SUBJECT, complaint.value()), new Sentence("claims.sign.decided", k.number(), round), hash(k, decision));
        var profile = procedures.inForce();
        var id = Ids.next();
        store.insert(id, complaint, round, decision, signature.value(), profile.id(), profile.clauseFor("claim.kept"), actor.id(), clock.instant());
        var after = shown(decision);
        after.put("number", k.number());
        after.put("round", round);
        events.publishEvent(new Happening(complaint.subject(), "bear", actor.id(), before.isEmpty() ? Map.of() : shown(before.getLast()), after, clock.instant()));
        tellUnits(actor, k, decision);
        return id;
    }

    /** The right alone is not enough: the profile names the roles. */
    void mayDecide(Actor actor) {
        actor.mustHave(DECIDE);
        var roles = section().decides();
        if (actor.roles().stream().noneMatch(roles::contains)) {
            throw new BrokenRule("claims.refused.notDecider", tellers.roles(roles));
        }
    }

    private ClaimsSection section() {
        return procedures.inForce().section("claims", ClaimsSection.class);
    }

    /** Whether the actor is one of those who decide. */
    @Transactional(readOnly = true)
    public boolean decides(Actor actor) {
        return actor.may(DECIDE) && actor.roles().stream().anyMatch(section().decides()::contains);
    }

    private NewDecision checked(NewDecision d) {
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        ClaimCheck.text(wrong, "reason", d.reason(), 4000, true);
        ClaimCheck.text(wrong, "evidence", d.evidence(), 4000, true);
        var shares = new ArrayList<ShareView>();
        var seen = new HashSet<String>();
        for (int i = 0; i < d.shares().size(); i++) {
            var share = named(wrong, "shares[" + i + "].", d.shares().get(i));
            if (!seen.add(share.kind() + share.name())) {
                wrong.put("shares[" + i + "].name", new Sentence("claims.invalid.shareTwice", share.name()));
            }
            shares.add(share);
        }
        var sum = d.shares().stream().map(ShareView::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (shares.isEmpty() || shares.size() > MOST) {
            wrong.put("shares", new Sentence("claims.invalid.noShares", MOST));
        } else if (sum.compareTo(WHOLE) != 0) {
            wrong.put("shares", new Sentence("claims.invalid.shares", sum.stripTrailingZeros().toPlainString()));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new NewDecision(shares, d.reason().strip(), d.evidence().strip());
    }

    private ShareView named(Map<String, Sentence> wrong, String at, ShareView share) {
        if (share.percent().signum() <= 0 || share.percent().compareTo(WHOLE) > 0 || share.percent().stripTrailingZeros().scale() > 2) {
            wrong.put(at + "percent", new Sentence("claims.invalid.percent"));
        }
        if (share.kind() != PartyKind.UNIT) {
            ClaimCheck.text(wrong, at + "name", share.name().strip(), 120, true);
            return new ShareView(share.kind(), share.name().strip(), null, share.percent());
        }
        var unit = people.departments().stream().filter(d -> d.id().equals(share.department())).findFirst();
        if (unit.isEmpty()) {
            wrong.put(at + "department", new Sentence("claims.invalid.department"));
            return share;
        }
        return new ShareView(PartyKind.UNIT, unit.get().name(), unit.get().id(), share.percent());
    }

    private static String hash(ComplaintView k, NewDecision d) {
        var lines = new StringBuilder(k.number()).append('\n');
        d.shares().forEach(s -> lines.append(s.kind()).append(' ').append(s.name()).append(' ').append(s.percent().stripTrailingZeros().toPlainString()).append('\n'));
        return Hashes.of(lines.append(d.reason()).append('\n').append(d.evidence()).toString());
    }

    private static Map<String, Object> shown(NewDecision d) {
        return new LinkedHashMap<>(Map.of("shares", d.shares().stream().map(s -> s.kind() + " " + s.name() + " " + s.percent().toPlainString() + "%").toList(), "reason",
                d.reason(), "evidence", d.evidence()));
    }

    private static Map<String, Object> shown(DecisionView d) {
        return shown(new NewDecision(d.shares(), d.reason(), d.evidence()));
    }

    private void tellUnits(Actor actor, ComplaintView k, NewDecision d) {
        var told = new LinkedHashSet<PersonId>(tellers.holders(section().owner()));
        d.shares().stream().map(ShareView::department).filter(java.util.Objects::nonNull).forEach(unit -> told.addAll(tellers.unit(unit)));
        tellers.tell(actor, told, new Sentence("claims.note.decided", k.number()), new SubjectRef(SUBJECT, k.id().value()), path(k.number()));
    }

    static String path(String complaintNumber) {
        return "claims/decisions/" + complaintNumber;
    }

    /** All decisions on the complaint, the first one first. */
    @Transactional(readOnly = true)
    public List<DecisionView> of(Actor actor, ComplaintId complaint) {
        actor.mustHave(Claims.READ);
        complaints.get(actor, complaint);
        return store.of(complaint);
    }

    /** The decision that holds: the latest, unless an objection to a notice that rests on it waits for its answer. */
    @Transactional(readOnly = true)
    public Optional<DecisionView> inForce(ComplaintId complaint) {
        return contested(complaint) ? Optional.empty() : latest(complaint);
    }

    /** The latest decision, contested or not. */
    @Transactional(readOnly = true)
    public Optional<DecisionView> latest(ComplaintId complaint) {
        return store.of(complaint).stream().reduce((a, b) -> b);
    }

    /** Whether a unit's objection has opened the decision again. */
    @Transactional(readOnly = true)
    public boolean contested(ComplaintId complaint) {
        return notices.of(complaint).stream().anyMatch(n -> n.state() == NoticeState.OBJECTED);
    }

    /** The latest decision of each complaint, the youngest first. */
    @Transactional(readOnly = true)
    public List<DecisionView> list(Actor actor, String q, int page, int size) {
        actor.mustHave(Claims.READ);
        return store.latest(actor, q, Math.clamp(size, 1, 500), (long) (Math.max(1, page) - 1) * size);
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, String q) {
        actor.mustHave(Claims.READ);
        return store.count(actor, q);
    }

    /** The numbers of complaints with claims on which nobody has decided. */
    @Transactional(readOnly = true)
    public List<String> undecided(Actor actor) {
        actor.mustHave(Claims.READ);
        return store.undecided(actor);
    }

    void lock(ComplaintId complaint) {
        store.lock(complaint);
    }

    Optional<DecisionView> find(UUID id) {
        return store.find(id);
    }
}
