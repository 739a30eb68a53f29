package org.huiyin.customer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.ApprovalView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grading runs that several roles confirm: asked for, read before it is signed, and made to hold by the last signature (001/5.4.2.1 b). */
@Service
@Transactional
public class GradingApprovals implements ApprovalContent {

    private static final String SUBJECT = "grading";
    private static final int NAMED = 40;

    private final Gradings gradings;
    private final GradingStore store;
    private final GradingRoute route;
    private final Approvals approvals;
    private final Procedures procedures;

    GradingApprovals(Gradings gradings, GradingStore store, GradingRoute route, Approvals approvals, Procedures procedures) {
        this.gradings = gradings;
        this.store = store;
        this.route = route;
        this.approvals = approvals;
        this.procedures = procedures;
    }

    /** Whether the procedure has the run confirmed by several roles. */
    @Transactional(readOnly = true)
    public boolean needed(GradingRunView run) {
        return route.several(run);
    }

    /** The last approval that was asked for. */
    @Transactional(readOnly = true)
    public Optional<ApprovalView> of(GradingRunView run) {
        return approvals.of(new SubjectRef(SUBJECT, run.id())).stream().findFirst();
    }

    /** Sends the run to the approvers of the route; refused while a decision is missing. */
    public UUID submit(Actor actor, String number) {
        actor.mustHave("grading.propose");
        var run = gradings.open(actor, number);
        if (run.open() > 0) {
            throw new BrokenRule("customer.grading.undecided", run.open());
        }
        var profile = procedures.byId(run.profileVersion());
        return approvals.request(actor, new ApprovalRequest(new SubjectRef(SUBJECT, run.id()),
                new Sentence("customer.grading.approve", number, run.changes()), "gradings/" + number, route.of(run), null, hash(run), profile.id(),
                profile.clauseOf("approvals.grading")));
    }

    @EventListener
    void decided(ApprovalDecided decision) {
        if (!decision.subject().type().equals(SUBJECT) || !decision.approved()) {
            return;
        }
        var run = run(decision.subject().id());
        if (run.confirmed() != null) {
            throw new BrokenRule("customer.grading.closed", run.number());
        }
        if (!approvals.get(decision.approval()).contentHash().equals(hash(run))) {
            throw new BrokenRule("customer.grading.outdated", run.number());
        }
        gradings.hold(run, decision.by());
    }

    @Override
    public String subjectType() {
        return SUBJECT;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, UUID subject) {
        var run = run(subject);
        var lines = new ArrayList<Line>();
        lines.add(new Line(new Sentence("customer.grading.window"), new Sentence("customer.grading.fromTo", run.from(), run.to()), false));
        for (Grade grade : Grade.values()) {
            lines.add(new Line(name(grade), new Sentence("customer.grading.customers", run.counts().getOrDefault(grade, 0)), false));
        }
        lines.add(new Line(new Sentence("customer.grading.changes"), new Sentence("customer.grading.customers", run.changes()), true));
        for (var line : store.lines(run.id(), "changes", 0, NAMED)) {
            var reason = line.reason();
            var step = new Sentence("customer.upgrade.line.fromTo", name(line.before()), name(line.result()));
            lines.add(new Line(new Sentence("web.verbatim", line.name()), reason == null ? step : new Sentence("customer.grading.line.decided", step, reason), true));
        }
        return lines;
    }

    private GradingRunView run(UUID id) {
        return store.runs().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private static Sentence name(Grade grade) {
        return new Sentence("customer.grade." + grade.name().toLowerCase(Locale.ROOT));
    }

    /** Over the class that each customer would have. */
    private String hash(GradingRunView run) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(run.number().getBytes(StandardCharsets.UTF_8));
            for (var line : store.lines(run.id(), "", 0, Integer.MAX_VALUE)) {
                digest.update((line.customer().value() + " " + line.result() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
