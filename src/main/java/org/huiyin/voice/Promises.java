package org.huiyin.voice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each customer was promised, by when and why: several clocks per voice, each made once, replaced, paused with a reason,
 * kept. Nothing makes a late one early again (001/5.2.2.6; decisions D3 to D6, D30, D32; T-REOPEN).
 */
@Service
@Transactional
public class Promises {

    private static final int LONGEST_REASON = 1000;

    private final PromiseStore store;
    private final VoiceStore voices;
    private final DueStore dues;
    private final Reckoner reckoner;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promises(PromiseStore store, VoiceStore voices, DueStore dues, Reckoner reckoner, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.voices = voices;
        this.dues = dues;
        this.reckoner = reckoner;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a promise; an open one of the same kind gives way to it and is kept to be shown. One that was kept stands. */
    public PromiseView make(PersonId by, VoiceId voice, NewPromise p) {
        var heard = voices.brief(voice).orElseThrow(NotFound::new);
        store.lock(voice);
        var all = of(voice);
        var before = current(all, p.kind());
        if (before != null && !before.open()) {
            return before.round() < round(all) ? again(by, heard, p, before, round(all)) : before;
        }
        return put(by, heard, p, before, round(all), reckoner.reckon(p, heard.customer()));
    }

    /** The promise of words that were just heard, as their deadline was reckoned. */
    PromiseView heard(PersonId by, VoiceId id, NewVoice voice) {
        var reckoned = reckoner.explain(voice);
        var wish = reckoned.source() == Precedence.Source.CUSTOMER_DATE ? voice.wish() : null;
        return put(by, voices.brief(id).orElseThrow(NotFound::new),
                new NewPromise(PromiseKind.ANSWER, voice.kind(), voice.receivedAt(), wish, voice.clause()), null, 1, reckoned);
    }

    private PromiseView put(PersonId by, VoiceStore.Brief voice, NewPromise p, @Nullable PromiseView before, int round, Reckoning reckoned) {
        var now = clock.instant();
        if (before == null) {
            return insert(by, voice, p, round, reckoned, null, now);
        }
        var promise = p;
        var counted = reckoned.counted();
        var stops = reckoned.source() == Precedence.Source.CUSTOMER_DATE ? List.<PauseView>of() : before.pauses().stream().filter(s -> s.to() == null || s.to().isAfter(p.start())).toList();
        var due = reckoner.paused(reckoned, p.start(), stops.stream().map(PauseView::pause).toList());
        // Triage that comes after the day of receipt opens the day of its own (D30).
        if (counted != null && counted.unit() == ClockRule.Unit.SAME_DAY && !before.paused() && now.isAfter(due.due())) {
            stops = List.of();
            promise = new NewPromise(p.kind(), p.rule(), now, p.wish(), p.clause(), p.agreed());
            reckoned = since(reckoner.reckon(promise, voice.customer()), now);
            due = reckoned.deadline();
        }
        if (before.rule().equals(promise.rule()) && before.source() == reckoned.source() && before.due().due().equals(due.due())) {
            return before;
        }
        store.replace(before.id());
        var lateSince = before.lateSince() != null ? before.lateSince() : before.late(now) ? before.due().due() : null;
        var made = insert(by, voice, promise, before.round(), reckoned, lateSince, now);
        store.step(before.id(), PromiseStore.Step.REPLACED, promise.rule(), now, by, now);
        return stops.isEmpty() ? made : takeAlong(made, stops, due, now);
    }

    /** Time in which we waited for the customer is given back by the promise that takes the place of the other one, too (D6). */
    private PromiseView takeAlong(PromiseView made, List<PauseView> stops, Deadline due, Instant now) {
        for (var stop : stops) {
            store.step(made.id(), PromiseStore.Step.PAUSED, stop.reason(), stop.from().isBefore(made.start()) ? made.start() : stop.from(), stop.by(), now);
            if (stop.to() != null) {
                store.step(made.id(), PromiseStore.Step.RESUMED, "", stop.to(), stop.by(), now);
            }
        }
        if (stops.getLast().to() == null) {
            store.pause(made.id());
        } else {
            store.resume(made.id(), due);
        }
        return get(made.id());
    }

    private static Reckoning since(Reckoning reckoned, Instant triaged) {
        var reasons = new ArrayList<>(reckoned.deadline().reasons());
        reasons.add(new Sentence("voice.clock.sinceTriage", triaged));
        return new Reckoning(new Deadline(reckoned.deadline().due(), reasons, reckoned.deadline().warnings()), reckoned.source(), reckoned.rungs(), reckoned.counted());
    }

    /** A new round after the matter was opened again; the earlier round stays as it ended (T-REOPEN). */
    public PromiseView reopen(PersonId by, VoiceId voice, NewPromise p) {
        var heard = voices.brief(voice).orElseThrow(NotFound::new);
        store.lock(voice);
        var all = of(voice);
        var before = current(all, p.kind());
        if (before != null && before.start().equals(p.start()) && before.rule().equals(p.rule())) {
            return before;
        }
        return again(by, heard, p, before, before == null ? round(all) : Math.max(round(all), before.round() + 1));
    }

    private PromiseView again(PersonId by, VoiceStore.Brief voice, NewPromise p, @Nullable PromiseView before, int round) {
        if (before != null) {
            store.stepBack(before.id());
        }
        return insert(by, voice, p, round, reckoner.reckon(p, voice.customer()), null, clock.instant());
    }

    private static int round(List<PromiseView> all) {
        return all.stream().mapToInt(PromiseView::round).max().orElse(1);
    }

    private PromiseView insert(PersonId by, VoiceStore.Brief voice, NewPromise p, int round, Reckoning reckoned, @Nullable Instant lateSince, Instant now) {
        var id = Ids.next();
        store.insert(id, voice.id(), p, round, reckoned, lateSince, reckoner.profile().id(), by, now);
        store.step(id, PromiseStore.Step.MADE, p.rule(), p.start(), by, now);
        tell(voice, "promise", by, Map.of("kind", p.kind().name(), "round", round, "rule", p.rule(), "source", reckoned.source().name(),
                "due", reckoned.deadline().due().toString()));
        return get(id);
    }

    /** The promise was kept at the instant, in time or late; every open round of the kind ends by it. */
    public void kept(PersonId by, VoiceId voice, PromiseKind kind, String how, Instant at) {
        var now = clock.instant();
        if (at.isAfter(now.plusSeconds(60))) {
            throw new InvalidInput("at", "voice.invalid.future");
        }
        store.lock(voice);
        for (var promise : of(voice)) {
            if (promise.kind() == kind && promise.open() && !at.isBefore(promise.start())) {
                if (promise.paused()) {
                    end(promise, by, at);
                }
                store.keep(promise.id(), at);
                store.step(promise.id(), PromiseStore.Step.KEPT, how, at, by, now);
                var due = get(promise.id());
                tell(voices.brief(voice).orElseThrow(NotFound::new), "keep", by,
                        Map.of("kind", kind.name(), "round", promise.round(), "at", at.toString(), "how", how, "late", due.late(now)));
            }
        }
    }

    /**
     * The matter was withdrawn at the instant and nobody waits for an answer: what was not due yet counts no more; what was late already
     * stays late, up to that instant (D32).
     */
    public void lift(PersonId by, VoiceId voice, String reason, Instant at) {
        store.lock(voice);
        var why = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        for (var promise : of(voice).stream().filter(PromiseView::open).toList()) {
            if (promise.paused()) {
                end(promise, by, at);
            }
            if (get(promise.id()).late(at)) {
                store.keep(promise.id(), at);
            } else {
                store.lift(promise.id());
            }
            store.step(promise.id(), PromiseStore.Step.LIFTED, why, at, by, clock.instant());
            tell(voices.brief(voice).orElseThrow(NotFound::new), "lift", by, Map.of("kind", promise.kind().name(), "at", at.toString(), "reason", why));
        }
    }

    /** Stops the clock from the instant on, with the reason; a promise that is late already cannot be healed so. */
    public void pause(Actor by, VoiceId voice, PromiseKind kind, Instant from, String reason) {
        mayStop(by);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "voice.invalid.pauseReason");
        }
        store.lock(voice);
        var now = clock.instant();
        var promise = running(voice, kind);
        if (promise.paused()) {
            throw new BrokenRule("voice.pause.stands", promise.pauses().getLast().reason());
        }
        if (promise.late(now)) {
            throw new BrokenRule("voice.pause.late", promise.due().due());
        }
        check(promise, from, now);
        store.pause(promise.id());
        store.step(promise.id(), PromiseStore.Step.PAUSED, reason.strip(), from, by.id(), now);
        tell(voices.brief(voice).orElseThrow(NotFound::new), "pause", by.id(), Map.of("kind", kind.name(), "from", from.toString(), "reason", reason.strip()));
    }

    /** Those who answer the customer, and those who work on the complaint in which he waits. */
    private static void mayStop(Actor by) {
        if (!by.may("complaint.work")) {
            by.mustHave("voice.answer");
        }
    }

    private static void check(PromiseView promise, Instant from, Instant now) {
        if (from.isAfter(now.plusSeconds(60))) {
            throw new InvalidInput("from", "voice.invalid.future");
        }
        if (from.isBefore(promise.start())) {
            throw new InvalidInput("from", "voice.invalid.pauseStart", promise.start());
        }
        if (promise.pauses().stream().anyMatch(p -> p.to() != null && from.isBefore(p.to()))) {
            throw new InvalidInput("from", "voice.invalid.pauseTwice");
        }
    }

    /** Lets the clock run again; what the pause took is given back. */
    public void resume(Actor by, VoiceId voice, PromiseKind kind, Instant at) {
        mayStop(by);
        if (at.isAfter(clock.instant().plusSeconds(60))) {
            throw new InvalidInput("at", "voice.invalid.future");
        }
        store.lock(voice);
        var promise = running(voice, kind);
        if (!promise.paused()) {
            throw new BrokenRule("voice.pause.none");
        }
        if (at.isBefore(promise.pauses().getLast().from())) {
            throw new InvalidInput("at", "voice.invalid.resumeEarly", promise.pauses().getLast().from());
        }
        end(promise, by.id(), at);
        events.publishEvent(new PromiseMoved(voice, kind, get(promise.id()).due().due()));
        tell(voices.brief(voice).orElseThrow(NotFound::new), "resume", by.id(), Map.of("kind", kind.name(), "at", at.toString(), "due", get(promise.id()).due().due().toString()));
    }

    private void end(PromiseView promise, PersonId by, Instant at) {
        var pauses = new ArrayList<>(promise.pauses());
        var open = pauses.removeLast();
        var end = at.isBefore(open.from()) ? open.from() : at;
        pauses.add(new PauseView(open.from(), end, open.reason(), open.by()));
        store.step(promise.id(), PromiseStore.Step.RESUMED, "", end, by, clock.instant());
        store.resume(promise.id(), reckoner.again(stored(promise.id()), pauses.stream().map(PauseView::pause).toList()));
    }

    private PromiseView running(VoiceId voice, PromiseKind kind) {
        var promise = current(of(voice), kind);
        if (promise == null || !promise.open()) {
            throw new BrokenRule("voice.pause.notOpen");
        }
        return promise;
    }

    private static @Nullable PromiseView current(List<PromiseView> all, PromiseKind kind) {
        return all.stream().filter(p -> p.kind() == kind && p.latest()).findFirst().orElse(null);
    }

    private PromiseView stored(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The promise; while it is paused its deadline moves on. */
    @Transactional(readOnly = true)
    public PromiseView get(UUID id) {
        return live(stored(id));
    }

    private PromiseView live(PromiseView promise) {
        return promise.paused() ? promise.withDue(reckoner.again(promise, promise.pauses().stream().map(PauseView::pause).toList())) : promise;
    }

    /** Every promise of the voice in the order of its making, the replaced ones and earlier rounds included. */
    @Transactional(readOnly = true)
    public List<PromiseView> of(VoiceId voice) {
        return of(List.of(voice)).getOrDefault(voice, List.of());
    }

    /** The promises of several voices at once. */
    @Transactional(readOnly = true)
    public Map<VoiceId, List<PromiseView>> of(Collection<VoiceId> voices) {
        Map<VoiceId, List<PromiseView>> live = new LinkedHashMap<>();
        store.of(voices).forEach((voice, list) -> live.put(voice, list.stream().map(this::live).toList()));
        return live;
    }

    /** The open promises that fall due on the days, both included, as far as the actor may see their voices. */
    @Transactional(readOnly = true)
    public List<DueView> fallingDue(Actor actor, LocalDate from, LocalDate to) {
        return fallingDue(actor, new DueFilter(from, to, false, null, null, null));
    }

    /** The open promises that the filter finds, by due date. */
    @Transactional(readOnly = true)
    public List<DueView> fallingDue(Actor actor, DueFilter filter) {
        actor.mustHave("voice.read");
        return dues.open(actor, filter);
    }

    /** How the promises were kept that fell due on the days, both included; closed cases count, late stays late (D32). */
    @Transactional(readOnly = true)
    public PromiseRates rates(Actor actor, LocalDate from, LocalDate to) {
        actor.mustHave("voice.read");
        return new PromiseRates(from, to, dues.rates(actor, reckoner.begin(from), reckoner.begin(to.plusDays(1)), clock.instant()));
    }

    private void tell(VoiceStore.Brief voice, String verb, PersonId by, Map<String, Object> what) {
        var after = new LinkedHashMap<>(what);
        after.put("number", Objects.requireNonNull(voice.number()));
        events.publishEvent(new Happening(voice.id().subject(), verb, by, Map.of(), Map.copyOf(after), clock.instant()));
    }
}
