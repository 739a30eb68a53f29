package org.huiyin.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.customer.GradeStep;
import org.huiyin.customer.GradingLineView;
import org.huiyin.customer.GradingRunView;
import org.huiyin.customer.GradingApprovals;
import org.huiyin.customer.Gradings;
import org.huiyin.customer.Slice;
import org.huiyin.customer.Upgrades;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grading runs for programs. */
@RestController
@Tag(name = "Grading")
@RequestMapping("/api/v1")
class GradingApi {

    private final Gradings gradings;
    private final GradingApprovals approvals;
    private final Upgrades upgrades;
    private final Customers customers;

    GradingApi(Gradings gradings, GradingApprovals approvals, Upgrades upgrades, Customers customers) {
        this.gradings = gradings;
        this.approvals = approvals;
        this.upgrades = upgrades;
        this.customers = customers;
    }

    record GradeDecision(UUID customer, Grade grade, String reason) {}

    record Application(Grade grade, String reason) {}

    record Reason(String reason) {}

    @GetMapping("/gradings")
    @Operation(summary = "All grading runs")
    List<GradingRunView> runs(Actor actor) {
        return gradings.runs(actor);
    }

    @PostMapping("/gradings")
    @Operation(summary = "Begin a grading run by the rules of the procedure")
    @ResponseStatus(HttpStatus.CREATED)
    GradingRunView run(Actor actor) {
        return gradings.get(actor, gradings.run(actor));
    }

    @GetMapping("/gradings/{number}")
    @Operation(summary = "One grading run")
    GradingRunView show(Actor actor, @PathVariable String number) {
        return gradings.get(actor, number);
    }

    @GetMapping("/gradings/{number}/lines")
    @Operation(summary = "The proposals with their proof rows")
    Slice<GradingLineView> lines(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return gradings.lines(actor, number, show, page, Math.clamp(size, 1, 500));
    }

    @PostMapping("/gradings/{number}/decisions")
    @Operation(summary = "Decide a conflict or an unclassified customer, with the reason")
    GradingLineView decide(Actor actor, @PathVariable String number, @RequestBody GradeDecision body) {
        gradings.decide(actor, number, new CustomerId(body.customer()), body.grade(), body.reason());
        return gradings.line(actor, number, new CustomerId(body.customer()));
    }

    @PostMapping("/gradings/{number}/confirmation")
    @Operation(summary = "Confirm the run; classes change")
    Map<String, Integer> confirm(Actor actor, @PathVariable String number) {
        return Map.of("changed", gradings.confirm(actor, number));
    }

    @PostMapping("/gradings/{number}/submission")
    @Operation(summary = "Send the run to the approvers, where the procedure names several")
    GradingRunView submit(Actor actor, @PathVariable String number) {
        approvals.submit(actor, number);
        return gradings.get(actor, number);
    }

    @PostMapping("/gradings/{number}/dropping")
    @Operation(summary = "Drop the run with a reason")
    GradingRunView drop(Actor actor, @PathVariable String number, @RequestBody Reason body) {
        gradings.drop(actor, number, body.reason());
        return gradings.get(actor, number);
    }

    @GetMapping("/customers/{id}/grades")
    @Operation(summary = "The classes of a customer over time")
    List<GradeStep> history(Actor actor, @PathVariable String id) {
        return gradings.history(customers.byCode(actor, id).id());
    }

    @PostMapping("/customers/{id}/upgrade")
    @Operation(summary = "Apply for a better class; approvers decide")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> upgrade(Actor actor, @PathVariable String id, @RequestBody Application body) {
        return Map.of("id", upgrades.apply(actor, customers.byCode(actor, id).id(), body.grade(), body.reason()));
    }
}
