package org.huiyin.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.customer.CustomerId;
import org.huiyin.improvement.ImprovementSection;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what came before: told twice, or come back. A repeat keeps its own number, is linked, and shows that the earlier
 * remedy did not hold (T-REOPEN, D19); what comes back too often is stubborn and changes hands (001/3.4).
 */
@Service
@Transactional
public class Repeats {

    private final RepeatStore store;
    private final ComplaintStore complaints;
    private final Facts facts;
    private final Handing handing;
    private final Clocks clocks;
    private final EightDBridge eightDs;
    private final Watching watching;
    private final Procedures procedures;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Repeats(RepeatStore store, ComplaintStore complaints, Facts facts, Handing handing, Clocks clocks, EightDBridge eightDs, Watching watching, Procedures procedures, Calendars calendars,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.facts = facts;
        this.handing = handing;
        this.clocks = clocks;
        this.eightDs = eightDs;
        this.watching = watching;
        this.procedures = procedures;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /** Complaints that belong together, seen from one of them. */
    public record Relation(ComplaintView other, boolean earlier, String kind) {}

    /** What earlier complaints are like the one being typed, the most telling first. */
    @Transactional(readOnly = true)
    public List<Alike> like(@Nullable CustomerId customer, String customerNumber, List<NewLine> lines, Instant receivedAt, @Nullable ComplaintId self) {
        var section = procedures.inForce().section("complaint", ComplaintSection.class);
        Map<ComplaintId, Alike> found = new LinkedHashMap<>();
        store.sameNumber(customer, customerNumber).forEach(k -> put(found, k, Alike.Kind.SAME_NUMBER, receivedAt, self));
        for (NewLine line : lines) {
            store.sameLot(customer, line.part(), line.lot(), since(receivedAt, section)).forEach(k -> put(found, k, Alike.Kind.SAME_LOT, receivedAt, self));
            store.repeats(line.part(), line.defect(), since(receivedAt, section), receivedAt).forEach(k -> put(found, k, Alike.Kind.REPEAT, receivedAt, self));
        }
        return List.copyOf(found.values());
    }

    private void put(Map<ComplaintId, Alike> found, ComplaintView k, Alike.Kind kind, Instant receivedAt, @Nullable ComplaintId self) {
        if (!k.id().equals(self)) {
            found.putIfAbsent(k.id(), new Alike(k.id(), k.number(), k.title(), kind, k.receivedAt(), k.standing(), k.closedAt(),
                    kind == Alike.Kind.REPEAT && reopens(k, receivedAt), List.of()));
        }
    }

    private Instant since(Instant receivedAt, ComplaintSection section) {
        var zone = calendars.inForce().zone();
        return receivedAt.atZone(zone).minusMonths(section.stubbornMonths()).toInstant();
    }

    /**
     * Whether a repeat at that instant shows that the remedy of the earlier one did not hold: it fails the running check, and
     * within the days of the profile also one that was judged and closed (T-REOPEN, D19).
     */
    private boolean reopens(ComplaintView earlier, Instant at) {
        if (earlier.triage() == TriageClass.NOT_OURS || earlier.imported()) {
            return false;
        }
        return switch (earlier.standing()) {
            case RECEIVED, ASSESSED, WITHDRAWN -> false;
            case WORKING, ANSWERED -> watching.current(earlier).filter(e -> e.verdict() == null && at.isAfter(e.since())).isPresent();
            case WATCHED -> watching.current(earlier).map(e -> at.isAfter(e.since())).orElse(true);
            case CLOSED -> soon(earlier, at) && watching.current(earlier).map(e -> at.isAfter(e.since())).orElse(!at.isBefore(Objects.requireNonNull(earlier.closedAt())));
        };
    }

    private boolean soon(ComplaintView earlier, Instant at) {
        int days = procedures.byId(earlier.profileVersion()).section("improvement", ImprovementSection.class).reopenDays();
        return earlier.closedAt() != null && !at.isAfter(earlier.closedAt().plus(Duration.ofDays(days)));
    }

    /** Looks, for a complaint just taken in or just corrected, whether it repeats an earlier one and whether that makes it stubborn. */
    void look(PersonId by, ComplaintView k) {
        if (!facts.section(k).gated().contains(k.kind())) {
            return;
        }
        for (LineView line : k.lines()) {
            var earlier = store.repeats(line.part(), line.defect(), since(k.receivedAt(), facts.section(k)), k.receivedAt()).stream()
                    .filter(e -> !e.id().equals(k.id()) && e.standing() != Standing.WITHDRAWN && e.triage() != TriageClass.NOT_OURS).toList();
            if (!earlier.isEmpty()) {
                repeat(by, k, earlier.getFirst(), line);
                stubborn(by, k, earlier.size() + 1, line);
            }
        }
    }

    private void repeat(PersonId by, ComplaintView k, ComplaintView earlier, LineView line) {
        if (!store.relate(k.id(), earlier.id(), "REPEAT", by, clock.instant())) {
            return;
        }
        events.publishEvent(new Happening(k.id().subject(), "repeat", by, Map.of(), Map.of("number", k.number(), "earlier", earlier.number()), clock.instant()));
        if (reopens(earlier, k.receivedAt())) {
            var cases = together(earlier, k);
            watching.current(earlier).ifPresent(watch -> watching.fail(by, watch, k));
            cases.forEach(c -> facts.note(by, c.id(), Fact.NOT_EFFECTIVE, k.receivedAt(), Map.of("repeat", k.number(), "part", line.part(), "defect", line.defectName())));
            reopen(by, cases, k.receivedAt(), Map.of("repeat", k.number()));
        }
    }

    /** The earlier complaint, and those whose remedy is the same 8D. */
    private List<ComplaintView> together(ComplaintView earlier, ComplaintView k) {
        var others = watching.current(earlier).map(watch -> watching.answeredBy(watch.subject())).orElse(List.of()).stream()
                .filter(c -> !c.id().equals(earlier.id()) && !c.id().equals(k.id()) && reopens(c, k.receivedAt()));
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(earlier), others).toList();
    }

    /** Opens complaints again: a new round with new clocks from that instant; what was closed stays closed in its round. */
    void reopen(PersonId by, List<ComplaintView> cases, Instant at, Map<String, String> why) {
        cases.forEach(k -> reopen(by, k, at, why));
        if (!cases.isEmpty()) {
            eightDs.cameBack(cases, why.getOrDefault("reason", why.getOrDefault("repeat", cases.getFirst().number())));
        }
    }

    private void reopen(PersonId by, ComplaintView before, Instant at, Map<String, String> why) {
        facts.note(by, before.id(), Fact.REOPENED, at, why);
        var again = complaints.find(before.id()).orElseThrow();
        if (before.standing() != Standing.WORKING) {
            complaints.due(before.id(), clocks.again(by, again, at));
        }
        var section = facts.section(again);
        var told = new java.util.LinkedHashSet<>(handing.holders(handing.leading(again, section)));
        if (again.salesOwner() != null) {
            told.add(again.salesOwner());
        }
        told.remove(by);
        handing.tell(told, new Sentence("complaint.note.reopened", again.number(), again.title()), again);
    }

    private void stubborn(PersonId by, ComplaintView k, int times, LineView line) {
        var section = facts.section(k);
        if (times < section.stubbornCount() || k.stubborn() || complaints.find(k.id()).orElseThrow().stubborn()) {
            return;
        }
        complaints.stubborn(k.id());
        eightDs.stubborn(k);
        events.publishEvent(new Happening(k.id().subject(), "stubborn", by, Map.of("owner", section.owner().toString()),
                Map.of("number", k.number(), "owner", section.stubbornOwner().toString(), "times", times), clock.instant()));
        handing.tell(handing.holders(section.stubbornOwner()), new Sentence("complaint.note.stubborn", k.number(), line.shown(), times, section.stubbornMonths()), k);
    }

    /** Notes that two complaints belong together. */
    void relate(PersonId by, ComplaintView k, ComplaintView earlier, String kind) {
        if (store.relate(k.id(), earlier.id(), kind, by, clock.instant())) {
            events.publishEvent(new Happening(k.id().subject(), "relate", by, Map.of(), Map.of("number", k.number(), "earlier", earlier.number(), "kind", kind),
                    clock.instant()));
        }
    }

    /** The complaints to which this one is linked. */
    @Transactional(readOnly = true)
    public List<Relation> of(ComplaintId id) {
        return store.relations(id);
    }
}
