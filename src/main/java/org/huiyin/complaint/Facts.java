package org.huiyin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The facts of complaints; the standing is read from them (decisions.md, "A complaint is a set of independent facts").
 * Callers have checked who may note what.
 */
@Service
@Transactional
public class Facts {

    private final FactStore store;
    private final ComplaintStore complaints;
    private final Procedures procedures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Facts(FactStore store, ComplaintStore complaints, Procedures procedures, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.procedures = procedures;
        this.events = events;
        this.clock = clock;
    }

    /** Notes a fact; being opened again begins a new round and leaves the earlier one as it ended (T-REOPEN). */
    public void note(PersonId by, ComplaintId id, Fact fact, Instant at, Map<String, String> details) {
        var complaint = complaints.lock(id).orElseThrow(NotFound::new);
        int round = fact == Fact.REOPENED ? complaint.round() + 1 : complaint.round();
        store.add(id, round, fact, at, by, details, clock.instant());
        stand(by, id, round, at);
        Map<String, @Nullable Object> after = new LinkedHashMap<>(details);
        after.put("number", complaint.number());
        after.put("fact", fact.name());
        after.put("round", round);
        after.put("at", at.toString());
        events.publishEvent(new Happening(id.subject(), fact.name().toLowerCase(java.util.Locale.ROOT), by, Map.of(), after, clock.instant()));
        events.publishEvent(new FactNoted(id, fact));
    }

    /** Reads the standing anew from the facts. */
    private void stand(PersonId by, ComplaintId id, int round, Instant at) {
        var complaint = complaints.find(id).orElseThrow(NotFound::new);
        var gated = section(complaint).gated().contains(complaint.kind());
        var standing = Standing.of(gated, complaint.triage(), store.of(id));
        if (standing == Standing.CLOSED && complaint.standing() != Standing.CLOSED) {
            store.close(id, round, at);
        }
        Instant closed = standing.open() ? null : complaint.standing().open() ? at : complaint.closedAt();
        complaints.stand(id, round, standing, closed, by, clock.instant());
    }

    /** The facts of the complaint, oldest first. */
    @Transactional(readOnly = true)
    public List<FactView> of(ComplaintId complaint) {
        return store.of(complaint);
    }

    /** Whether the fact was noted in the present round. */
    @Transactional(readOnly = true)
    public boolean has(ComplaintView complaint, Fact fact) {
        return store.of(complaint.id()).stream().anyMatch(f -> f.fact() == fact && f.round() == complaint.round());
    }

    /** Each closing, also of the rounds before a reopening. */
    @Transactional(readOnly = true)
    public List<Closure> closures(ComplaintId complaint) {
        return store.closures(complaint);
    }

    /** The rules under which the complaint runs. */
    @Transactional(readOnly = true)
    public ComplaintSection section(ComplaintView complaint) {
        return procedures.byId(complaint.profileVersion()).section("complaint", ComplaintSection.class);
    }
}
