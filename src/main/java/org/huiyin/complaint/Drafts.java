package org.huiyin.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.procedure.Procedures;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints that somebody has begun to type and not yet taken in: hers alone, no evidence, without a number or a clock, counted nowhere.
 * They live as long as the procedure says and end when the complaint is taken in (001/5.2.1.1).
 */
@Service
@Transactional
public class Drafts {

    private static final String RIGHT = "complaint.record";
    private static final int LONGEST = 200_000;

    private final DraftStore store;
    private final Complaints complaints;
    private final Procedures procedures;
    private final Clock clock;

    Drafts(DraftStore store, Complaints complaints, Procedures procedures, Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** What was typed, field by field as the form names them; until when it is kept. */
    public record Draft(UUID id, Map<String, String> typed, int version, Instant startedAt, Instant savedAt, Instant until) {

        /** What stands in the field. */
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /** How it went to save a draft. */
    public sealed interface Saved {

        /** It is kept. */
        record Kept(int version, Instant at) implements Saved {}

        /** Another window or device has saved it since; nothing was changed. */
        record Overtaken(int version, Instant at) implements Saved {}

        /** It has become a complaint. */
        record Taken(ComplaintId complaint) implements Saved {}
    }

    /**
     * Keeps what was typed.
     *
     * @param writer the window that writes: what it sent before is its own and may be written over, also when the answer was lost
     * @param version what the window saw last; 0 of a new one
     */
    public Saved save(Actor actor, UUID id, Map<String, String> typed, String writer, int version) {
        actor.mustHave(RIGHT);
        if (typed.values().stream().mapToInt(String::length).sum() > LONGEST) {
            throw new InvalidInput("text", "complaint.invalid.long", LONGEST);
        }
        var complaint = new ComplaintId(id);
        if (complaints.exists(complaint)) {
            return new Saved.Taken(complaint);
        }
        var now = clock.instant();
        var kept = store.save(id, actor.id(), typed, writer, version, now);
        if (kept.isPresent()) {
            return new Saved.Kept(kept.get(), now);
        }
        var other = get(actor, id);
        return new Saved.Overtaken(other.version(), other.savedAt());
    }

    /** The actor's own, the latest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(Actor actor) {
        actor.mustHave(RIGHT);
        return store.of(actor.id(), life());
    }

    /** How many the actor has. */
    @Transactional(readOnly = true)
    public int count(Actor actor) {
        actor.mustHave(RIGHT);
        return store.count(actor.id());
    }

    /** The draft, if it is the actor's. */
    @Transactional(readOnly = true)
    public Draft get(Actor actor, UUID id) {
        return find(actor, id).orElseThrow(NotFound::new);
    }

    /** The draft, if there is one of the actor's. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(Actor actor, UUID id) {
        actor.mustHave(RIGHT);
        return store.find(id, actor.id(), life());
    }

    /** Throws it away; one that is gone already is no mistake. */
    public void drop(Actor actor, UUID id) {
        actor.mustHave(RIGHT);
        store.drop(id, actor.id());
    }

    @EventListener
    void taken(ComplaintTaken taken) {
        store.drop(taken.complaint().value());
    }

    /** Forgets what nobody has touched for as long as the procedure keeps it. */
    void expire() {
        store.expire(clock.instant().minus(life()));
    }

    private Duration life() {
        return Duration.ofDays(procedures.inForce().section("complaint", ComplaintSection.class).draftDays());
    }
}
