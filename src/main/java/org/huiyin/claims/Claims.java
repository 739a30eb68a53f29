package org.huiyin.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.platform.Once;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims for external loss: written, corrected while they are drafts, listed with their sums (004/5.9). Clerks see those of their customers. */
@Service
@Transactional
public class Claims {

    static final String READ = "claim.read";
    static final String WORK = "claim.work";
    private static final int SUGGESTED = 200;

    private final ClaimStore store;
    private final EventStore events;
    private final ClaimCheck check;
    private final Complaints complaints;
    private final Procedures procedures;
    private final Once once;
    private final Numbers numbers;
    private final Tellers tellers;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Claims(ClaimStore store, EventStore events, ClaimCheck check, Complaints complaints, Procedures procedures, Once once, Numbers numbers, Tellers tellers,
            ApplicationEventPublisher publisher, Clock clock) {
        this.store = store;
        this.events = events;
        this.check = check;
        this.complaints = complaints;
        this.procedures = procedures;
        this.once = once;
        this.numbers = numbers;
        this.tellers = tellers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Writes a claim down as a draft. */
    public ClaimId draft(Actor actor, NewClaim claim) {
        return draft(actor, Ids.next(), claim);
    }

    /** The same under an id of the form's, so that a form sent twice makes one claim. */
    public ClaimId draft(Actor actor, UUID wanted, NewClaim typed) {
        actor.mustHave(WORK);
        return once.make(new ClaimId(wanted), id -> store.find(id).map(ClaimView::id), id -> write(actor, id, typed));
    }

    private void write(Actor actor, ClaimId id, NewClaim typed) {
        var profile = procedures.inForce();
        if (!profile.module("claims")) {
            throw new BrokenRule("claims.refused.off");
        }
        var section = profile.section("claims", ClaimsSection.class);
        var claim = tidy(typed, section.currency());
        var party = checked(actor, claim, section.currency());
        var number = numbers.next(profile.prefix("claim"), procedures.today().getYear()).toString();
        store.insert(claim, new ClaimStore.Given(id, number, party, section.currency(), profile.id(), profile.clauseFor("claim.kept"), actor.id(), clock.instant()));
        store.positions(id, Figures.positions(claim, section.currency()), claim.rates());
        store.seek(id);
        events.add(id.subject(), ClaimEvent.Kind.DRAFTED, "", actor.id(), clock.instant());
        var made = get(id);
        publish(actor, id, "draft", Map.of(), shown(made));
        if (made.direction() == Direction.AGAINST_US) {
            tellers.tell(actor, tellers.holders(section.owner()), new Sentence("claims.note.received", made.number(), made.party().name()), made);
        }
    }

    /** Rates of currencies in which nothing stands are left out. */
    private static NewClaim tidy(NewClaim c, String home) {
        var positions = c.positions().stream().map(p -> new NewPosition(p.kind(), p.words().strip(), p.part().strip(), p.amount(),
                p.currency().isBlank() ? home : ClaimCheck.code(p.currency()), p.factor())).toList();
        var used = new LinkedHashSet<String>();
        positions.forEach(p -> used.add(p.currency()));
        var rates = c.rates().stream().map(r -> new Rate(ClaimCheck.code(r.currency()), r.rate(), r.day(), r.source().strip()))
                .filter(r -> used.contains(r.currency())).toList();
        return new NewClaim(c.direction(), c.party(), c.complaint(), c.source(), c.sourceNumber().strip(), c.basis(), c.reference().strip(), c.happenedOn(),
                c.words().strip(), c.elsewhere(), c.replyBy(), c.limitationOn(), positions, rates);
    }

    private Party checked(Actor actor, NewClaim claim, String home) {
        @Nullable ComplaintView complaint = claim.complaint() == null ? null : complaints.get(actor, claim.complaint());
        var party = check.party(claim, complaint);
        check.check(claim, party, home);
        return party;
    }

    /** Corrects a draft; what was sent is corrected by withdrawing it. */
    public void change(Actor actor, ClaimId id, NewClaim typed, int version) {
        var before = working(actor, id, version);
        if (before.state() != ClaimState.DRAFT) {
            throw new BrokenRule("claims.refused.sent", before.number());
        }
        var claim = tidy(typed, before.currency());
        var party = checked(actor, claim, before.currency());
        store.rewrite(id, claim, party);
        store.positions(id, Figures.positions(claim, before.currency()), claim.rates());
        store.seek(id);
        changed(actor, before, ClaimEvent.Kind.CHANGED, "");
    }

    /** Sets when the reply is due and when the claim lapses, while it is open. */
    public void dates(Actor actor, ClaimId id, @Nullable LocalDate replyBy, @Nullable LocalDate limitationOn, String reason, int version) {
        var before = working(actor, id, version);
        if (!before.state().open()) {
            throw new BrokenRule("claims.refused.over", before.number());
        }
        var words = ClaimCheck.filled("reason", reason);
        var wrong = new LinkedHashMap<String, Sentence>();
        if (replyBy != null && replyBy.isBefore(before.happenedOn())) {
            wrong.put("replyBy", new Sentence("claims.invalid.beforeLoss", before.happenedOn()));
        }
        if (limitationOn != null && limitationOn.isBefore(before.happenedOn())) {
            wrong.put("limitationOn", new Sentence("claims.invalid.beforeLoss", before.happenedOn()));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        store.dates(id, replyBy, limitationOn);
        changed(actor, before, ClaimEvent.Kind.CHANGED, words);
    }

    /** A claim that the actor works on, locked, as she saw it. */
    ClaimView working(Actor actor, ClaimId id, int version) {
        actor.mustHave(WORK);
        var claim = store.lock(id).filter(c -> store.sees(actor, id)).orElseThrow(NotFound::new);
        if (claim.version() != version) {
            var touch = store.touched(id);
            throw new StaleRecord(tellers.name(touch.by()), touch.at(), List.of());
        }
        return claim;
    }

    /** Notes what happened and what is other than before. */
    void changed(Actor actor, ClaimView before, ClaimEvent.Kind kind, String words) {
        store.touch(before.id(), actor.id(), clock.instant());
        events.add(before.id().subject(), kind, words, actor.id(), clock.instant());
        var after = new LinkedHashMap<>(shown(get(before.id())));
        if (!words.isEmpty()) {
            after.put("words", words);
        }
        publish(actor, before.id(), kind.name().toLowerCase(java.util.Locale.ROOT), shown(before), after);
    }

    private void publish(Actor actor, ClaimId id, String verb, Map<String, Object> before, Map<String, Object> after) {
        publisher.publishEvent(new Happening(id.subject(), verb, actor.id(), new LinkedHashMap<>(before), new LinkedHashMap<>(after), clock.instant()));
    }

    private static Map<String, Object> shown(ClaimView c) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("number", c.number());
        shown.put("state", c.state().name());
        shown.put("party", c.party().name());
        shown.put("loss", c.loss().toPlainString());
        shown.put("claimed", c.claimed().toPlainString());
        shown.put("accepted", c.accepted() == null ? "" : c.accepted().toPlainString());
        shown.put("booked", c.booked().toPlainString());
        shown.put("recovered", c.recovered().toPlainString());
        shown.put("replyBy", String.valueOf(c.replyBy()));
        shown.put("limitationOn", String.valueOf(c.limitationOn()));
        shown.put("positions", c.positions().stream().map(p -> p.kind() + " " + p.amount() + " " + p.currency() + " × " + p.factor() + "%").toList());
        return shown;
    }

    /** The claim, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public ClaimView get(ClaimId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The claim with the number, if the actor may see it. */
    @Transactional(readOnly = true)
    public ClaimView byNumber(Actor actor, String number) {
        actor.mustHave(READ);
        return store.find(number).filter(c -> store.sees(actor, c.id())).orElseThrow(NotFound::new);
    }

    boolean sees(Actor actor, ClaimId id) {
        return store.find(id).isPresent() && store.sees(actor, id);
    }

    /** What happened to the claim, in order. */
    @Transactional(readOnly = true)
    public List<ClaimEvent> events(ClaimId id) {
        return events.of(id.subject());
    }

    /** A page of the list, the latest first. */
    @Transactional(readOnly = true)
    public List<ClaimView> list(Actor actor, ClaimFilter filter) {
        actor.mustHave(READ);
        return store.page(actor, filter, procedures.today());
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, ClaimFilter filter) {
        actor.mustHave(READ);
        return store.count(actor, filter, procedures.today());
    }

    /** What all claims that the filter finds come to. */
    @Transactional(readOnly = true)
    public ClaimTotals totals(Actor actor, ClaimFilter filter) {
        actor.mustHave(READ);
        return store.totals(actor, filter, procedures.today(), currency());
    }

    /** All that the filter finds, page by page. */
    @Transactional(readOnly = true)
    public List<ClaimView> all(Actor actor, ClaimFilter filter) {
        var all = new ArrayList<ClaimView>();
        Paging.through(page -> list(actor, filter.onPage(page, Paging.LONGEST)), all::add);
        return all;
    }

    /** The names of other sides used before, with the contact known last. */
    @Transactional(readOnly = true)
    public List<Party> parties(Actor actor) {
        actor.mustHave(READ);
        return store.parties(SUGGESTED);
    }

    /** The company's currency, into which claims are converted. */
    @Transactional(readOnly = true)
    public String currency() {
        return procedures.inForce().section("claims", ClaimsSection.class).currency();
    }

    /** The clause of the procedure in force that asks for claims; empty where none does. */
    @Transactional(readOnly = true)
    public String clause() {
        return procedures.inForce().clauseFor("claim.kept");
    }

    /** The roles that handle claims today. */
    @Transactional(readOnly = true)
    public Set<String> owners() {
        return procedures.inForce().section("claims", ClaimsSection.class).owner();
    }
}
