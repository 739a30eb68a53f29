package org.huiyin.improvement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the approver of an improvement plan who does what by when, and hears in the same transaction what she decided. */
@Component
class PlanForApprovers implements ApprovalContent {

    private static final int MEASURES = 60;

    private final Plans plans;
    private final EvidenceStore evidence;
    private final People people;

    PlanForApprovers(Plans plans, EvidenceStore evidence, People people) {
        this.plans = plans;
        this.evidence = evidence;
        this.people = people;
    }

    @Override
    public String subjectType() {
        return Plans.SUBJECT;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, UUID subject) {
        var plan = plans.get(subject);
        var names = people.names();
        var measures = evidence.measures(plan.actions().stream().map(ActionView::id).toList());
        var lines = new ArrayList<Line>();
        plan.since().forEach(change -> lines.add(new Line(new Sentence("improvement.plan.since"), change, true)));
        if (!plan.opinion().isEmpty()) {
            lines.add(new Line(new Sentence("improvement.plan.opinion"), new Sentence("web.verbatim", plan.opinion()), false));
        }
        for (ActionView action : plan.actions()) {
            lines.add(new Line(new Sentence("web.verbatim", action.number()), said(action, names), true));
            measures.getOrDefault(action.id(), List.of()).stream().filter(m -> m.open() || m.done()).limit(MEASURES)
                    .forEach(m -> lines.add(new Line(new Sentence("improvement.measureKind." + m.kind().name().toLowerCase(java.util.Locale.ROOT)),
                            new Sentence("improvement.plan.measure", m.words(), names.getOrDefault(m.owner(), ""), m.due()), false)));
        }
        return lines;
    }

    private static Sentence said(ActionView action, Map<PersonId, String> names) {
        var customer = action.customerName();
        var owner = action.owner();
        var department = action.departmentName();
        var who = owner == null ? (department == null ? new Sentence("improvement.plan.nobody") : new Sentence("web.verbatim", department))
                : new Sentence("web.verbatim", names.getOrDefault(owner, ""));
        return customer == null ? new Sentence("improvement.plan.line", action.problem(), who, action.due())
                : new Sentence("improvement.plan.lineOf", customer, action.problem(), who, action.due());
    }

    @EventListener
    void decided(ApprovalDecided decision) {
        if (decision.subject().type().equals(Plans.SUBJECT)) {
            plans.decided(decision.approval(), decision.approved(), decision.by());
        }
    }
}
