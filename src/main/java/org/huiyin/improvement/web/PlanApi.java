package org.huiyin.improvement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.huiyin.improvement.PlanView;
import org.huiyin.improvement.Plans;
import org.huiyin.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for improvement plans (001/5.4.6.3). */
@RestController
@Tag(name = "Plans")
@RequestMapping("/api/v1/plans")
class PlanApi {

    private final Plans plans;

    PlanApi(Plans plans) {
        this.plans = plans;
    }

    /** A plan to be made; actions are numbers. */
    public record PlanBody(String title, String opinion, List<String> actions) {}

    /** An action by its number. */
    public record MemberBody(String action) {}

    @GetMapping
    @Operation(summary = "All improvement plans, the latest first")
    public List<PlanView> list(Actor actor) {
        return plans.list(actor);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One improvement plan with its actions")
    public PlanView one(Actor actor, @PathVariable String number) {
        return plans.byNumber(actor, number);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a plan of several actions")
    public PlanView make(Actor actor, @RequestBody PlanBody body) {
        return plans.make(actor, body.title(), body.opinion(), body.actions());
    }

    @PostMapping("/{number}/actions")
    @Operation(summary = "Add an action to a plan")
    public PlanView add(Actor actor, @PathVariable String number, @RequestBody MemberBody body) {
        plans.add(actor, number, body.action());
        return one(actor, number);
    }
}
