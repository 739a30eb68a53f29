package org.huiyin.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What complaints ask of a person in her roles: acknowledge, assess, class, find the cause, answer, ask what the customer says, verify. */
@Component
class ComplaintWork implements WorkSource {

    private final Complaints complaints;
    private final Triage triage;
    private final Casework casework;
    private final Clocks clocks;
    private final Facts facts;

    ComplaintWork(Complaints complaints, Triage triage, Casework casework, Clocks clocks, Facts facts) {
        this.complaints = complaints;
        this.triage = triage;
        this.casework = casework;
        this.clocks = clocks;
        this.facts = facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may("complaint.read") || !actor.may("complaint.record")) {
            return List.of();
        }
        var rows = complaints.list(actor, ComplaintFilter.open());
        var promises = clocks.of(rows.stream().map(ComplaintRow::complaint).toList());
        var items = new ArrayList<WorkItem>();
        for (ComplaintRow row : rows) {
            var k = row.complaint();
            var itsPromises = k.voice() == null ? List.<PromiseView>of() : promises.getOrDefault(k.voice(), List.of());
            if (sells(actor, k)) {
                sales(actor, row, itsPromises, items);
            }
            if (!k.imported()) {
                quality(actor, row, itsPromises, items);
            }
        }
        return items;
    }

    private static boolean sells(Actor actor, ComplaintView k) {
        return actor.may("complaint.answer") && (k.salesOwner() == null ? actor.may("customer.readAll") : actor.id().equals(k.salesOwner()));
    }

    private void sales(Actor actor, ComplaintRow row, List<PromiseView> promises, List<WorkItem> items) {
        var k = row.complaint();
        if (row.at(Fact.ACKNOWLEDGED) == null && k.round() == 1 && !k.imported()) {
            items.add(item(actor, k, "complaint.work.acknowledge", open(promises, PromiseKind.ACKNOWLEDGE), "receipt", true));
        }
        var gated = facts.section(k).gated().contains(k.kind());
        if (k.standing() == Standing.WORKING || !gated) {
            var running = open(promises, PromiseKind.FINAL).or(() -> open(promises, PromiseKind.ANSWER));
            items.add(item(actor, k, row.at(Fact.ANSWERED_INTERIM) == null ? "complaint.work.answer" : "complaint.work.final", running, "answers", true));
        }
        if (k.standing() == Standing.ANSWERED) {
            items.add(item(actor, k, "complaint.work.ask", Optional.empty(), "answers", false));
        }
    }

    private void quality(Actor actor, ComplaintRow row, List<PromiseView> promises, List<WorkItem> items) {
        var k = row.complaint();
        if (!facts.section(k).gated().contains(k.kind())) {
            return;
        }
        switch (k.standing()) {
            case RECEIVED -> {
                if (triage.leads(actor, k)) {
                    items.add(item(actor, k, "complaint.work.assess", open(promises, PromiseKind.ASSESS), "assessment", false));
                }
            }
            case ASSESSED -> {
                if (triage.decides(actor, k)) {
                    items.add(item(actor, k, "complaint.work.triage", open(promises, PromiseKind.ANSWER), "triage", false));
                }
            }
            case WORKING -> solve(actor, row, open(promises, PromiseKind.FINAL).or(() -> open(promises, PromiseKind.ANSWER)), items);
            case ANSWERED -> solve(actor, row, Optional.empty(), items);
            case WATCHED -> {
                solve(actor, row, Optional.empty(), items);
                if (casework.mayLeaveUnassessed(actor, k)) {
                    items.add(item(actor, k, "complaint.work.effect", Optional.empty(), "effect", false));
                }
            }
            case CLOSED, WITHDRAWN -> {}
        }
    }

    /** The answer need not wait for the measures, but the measures do not vanish with it (D24). */
    private void solve(Actor actor, ComplaintRow row, Optional<PromiseView> promise, List<WorkItem> items) {
        var k = row.complaint();
        if (k.triage() != TriageClass.NOT_OURS && mine(actor, k) && row.at(Fact.MEASURES_DONE) == null) {
            items.add(item(actor, k, "complaint.work.solve", promise, "case", k.standing() == Standing.WORKING));
        }
    }

    /** Work that somebody took on is hers; else it is the unit's. */
    private boolean mine(Actor actor, ComplaintView k) {
        PersonId owner = k.workOwner();
        return owner == null ? triage.leads(actor, k) : owner.equals(actor.id());
    }

    private static Optional<PromiseView> open(List<PromiseView> promises, PromiseKind kind) {
        return promises.stream().filter(p -> p.kind() == kind && p.open()).reduce((a, b) -> b);
    }

    private static WorkItem item(Actor actor, ComplaintView k, String key, Optional<PromiseView> promise, String part, boolean customerWaits) {
        @Nullable Instant due = promise.map(p -> p.due().due()).orElse(k.voice() == null ? k.dueAt() : null);
        var clause = promise.map(PromiseView::clause).filter(c -> !c.isEmpty()).orElse(k.clause().isEmpty() ? null : k.clause());
        var title = new Sentence(key, k.title());
        return new WorkItem("complaint", k.safety() ? new Sentence("complaint.work.safety", title) : title, k.who().isEmpty() ? null : k.who(), k.number(),
                "complaints/" + k.number() + "#" + part, due, promise.map(p -> p.due().reasons()).orElse(List.of()), clause,
                Set.of(Objects.requireNonNullElse(part.equals("case") ? k.workOwner() : null, actor.id())), customerWaits);
    }
}
