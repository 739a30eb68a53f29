package org.huiyin.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Who confirms a grading run by the procedure it was made under: one person by herself, or several one after the other (001/5.4.2.1 b). */
@Component
class GradingRoute {

    private final Procedures procedures;
    private final People people;

    GradingRoute(Procedures procedures, People people) {
        this.procedures = procedures;
        this.people = people;
    }

    List<ApprovalStep> of(GradingRunView run) {
        var route = new ArrayList<ApprovalStep>();
        procedures.byId(run.profileVersion()).section("approvals").path("grading").forEach(step -> {
            var roles = new LinkedHashSet<String>();
            step.path("roles").forEach(role -> roles.add(role.asString("")));
            route.add(new ApprovalStep(roles));
        });
        return route;
    }

    /** Whether more than one role has to agree, so that the run goes the way of an approval. */
    boolean several(GradingRunView run) {
        return of(run).stream().mapToInt(step -> step.roles().size()).sum() > 1;
    }

    /** Refuses who is not the one whom the procedure names. */
    void mustSuffice(Actor actor, GradingRunView run) {
        var roles = of(run).stream().flatMap(step -> step.roles().stream()).toList();
        var names = roles.stream().map(people::roleName).collect(Collectors.joining(" → "));
        if (roles.size() > 1) {
            throw new BrokenRule("customer.grading.route", names);
        }
        if (!roles.isEmpty() && !actor.is(roles.getFirst())) {
            throw new BrokenRule("customer.grading.confirmRole", names);
        }
    }
}
