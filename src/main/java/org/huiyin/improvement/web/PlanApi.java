package org.huiyin.improvement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.huiyin.improvement.Plans;
import org.huiyin.improvement.PlanView;
import org.huiyin.kernel.Actor;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for improvement plans (001/5.4.6.3). */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "Plans")
class PlanApi {

    private final Plans plans;

    PlanApi(Plans plans) {
        this.plans = plans;
    }

    /** @param version the version that was read; not needed for a new plan */
    public record PlanBody(@Nullable String title, @Nullable String opinion, @Nullable List<String> actions, @Nullable Integer version) {}

    /** An action by its number. */
    public record MemberBody(@Nullable String action) {}

    @GetMapping
    @Operation(summary = "Improvement plans, the latest first, with where each stands with its approvers")
    public List<PlanView> list(Actor actor) {
        return plans.list(actor);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One improvement plan with its actions and its approval")
    public PlanView one(Actor actor, @PathVariable String number) {
        return plans.byNumber(actor, number);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put several actions into one plan")
    public PlanView make(Actor actor, @RequestBody PlanBody body) {
        return plans.make(actor, Typed.text(body.title()), Typed.text(body.opinion()), Objects.requireNonNullElse(body.actions(), List.of()));
    }

    @PutMapping("/{number}")
    @Operation(summary = "Change a plan; what is approved needs a new approval afterwards")
    public PlanView change(Actor actor, @PathVariable String number, @RequestBody PlanBody body) {
        return plans.change(actor, number, Typed.text(body.title()), Typed.text(body.opinion()), Objects.requireNonNullElse(body.actions(), List.of()),
                Objects.requireNonNullElse(body.version(), 0));
    }

    @PostMapping("/{number}/actions")
    @Operation(summary = "Add an action to a plan")
    public PlanView add(Actor actor, @PathVariable String number, @RequestBody MemberBody body) {
        return plans.add(actor, number, Typed.text(body.action()));
    }

    @PostMapping("/{number}/submission")
    @Operation(summary = "Put the plan before the approvers of the procedure's route")
    public PlanView submit(Actor actor, Page page, @PathVariable String number) {
        plans.submit(actor, number, page.t("improvement.plan.askedAnew"));
        return plans.byNumber(actor, number);
    }
}
