package org.huiyin.improvement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionSource;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionStep;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.CauseView;
import org.huiyin.improvement.EscalationView;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.MeasureView;
import org.huiyin.improvement.NewAction;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.Channel;
import org.huiyin.web.Acts;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for corrective actions: list, propose, and each step. */
@RestController
@RequestMapping("/api/v1/actions")
@Tag(name = "Actions")
class ActionApi {

    private final Actions actions;
    private final ActionWork work;
    private final Customers customers;
    private final Procedures procedures;
    private final Clock clock;
    private final Acts<ActionView, Whole> acts;

    ActionApi(Actions actions, ActionWork work, Customers customers, Procedures procedures, Clock clock) {
        this.actions = actions;
        this.work = work;
        this.customers = customers;
        this.procedures = procedures;
        this.clock = clock;
        this.acts = new Acts<>(actions::byNumber, this::one);
    }

    /** An action with everything that proves its way. */
    public record Whole(ActionView action, List<ActionStep> steps, List<CauseView> causes, List<MeasureView> measures, List<EscalationView> escalations,
            List<ActionSource.Place> sources) {}

    public record ActionBody(Set<ActionOrigin> origins, @Nullable String customer, String problem, @Nullable List<String> items, @Nullable UUID department,
            @Nullable UUID owner, @Nullable LocalDate due) {}

    public record OwnerBody(UUID owner) {}

    public record AssignmentBody(@Nullable UUID department, @Nullable UUID owner) {}

    public record CauseBody(@Nullable UUID parent, String words) {}

    public record WordsBody(String words) {}

    public record MeasureBody(MeasureKind kind, String words, UUID owner, LocalDate due) {}

    public record VerificationBody(ActionOrigin origin, Verdict verdict, String criterion, String finding, @Nullable String reason, @Nullable LocalDate again) {}

    public record ToldBody(Channel channel, @Nullable String contact, String words, Reaction reaction, @Nullable Instant at) {}

    public record DueBody(LocalDate due, String reason) {}

    @GetMapping
    @Operation(summary = "The tracking table, open actions by due date first")
    public List<ActionView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable ActionState state,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return actions.list(actor, new ActionFilter(q, state, open, late, null, null, null, null, null, page, size));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One action with its steps, causes, measures, escalations and where it came from")
    public Whole one(Actor actor, @PathVariable String number) {
        var action = actions.byNumber(actor, number);
        return new Whole(action, actions.steps(action.id()), actions.causes(action.id()), actions.measures(action.id()), actions.escalations(action.id()),
                actions.sources(actor, action));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose an action to a department")
    public ActionView propose(Actor actor, @RequestBody ActionBody body) {
        var profile = procedures.inForce();
        var customer = customers.idOf(actor, body.customer());
        var id = actions.propose(actor, new NewAction(body.origins(), customer, new SubjectRef("manual", Ids.next()),
                new Sentence("web.verbatim", Typed.text(body.problem())), Objects.requireNonNullElse(body.items(), List.of()), body.department(),
                body.owner() == null ? null : new PersonId(body.owner()), body.due(), profile.id(), profile.clauseOf("improvement")));
        return actions.get(id);
    }

    @PostMapping("/{number}/assignment")
    @Operation(summary = "Hand the action to a department or a person")
    public Whole assign(Actor actor, @PathVariable String number, @RequestBody AssignmentBody body) {
        return acts.on(actor, number, a -> work.assign(actor, a.id(), body.department(), body.owner() == null ? null : new PersonId(body.owner())));
    }

    @PostMapping("/{number}/return")
    @Operation(summary = "Send the action back: it is not this department's")
    public Whole sendBack(Actor actor, @PathVariable String number, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.sendBack(actor, a.id(), Typed.text(body.words())));
    }

    @PostMapping("/{number}/acceptance")
    @Operation(summary = "The department takes the action on")
    public Whole accept(Actor actor, @PathVariable String number, @RequestBody OwnerBody body) {
        return acts.on(actor, number, a -> work.accept(actor, a.id(), new PersonId(body.owner())));
    }

    @PostMapping("/{number}/progress")
    @Operation(summary = "Note how far the action has come; earlier notes stay")
    public Whole progress(Actor actor, @PathVariable String number, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.progress(actor, a.id(), Typed.text(body.words())));
    }

    @PostMapping("/{number}/causes")
    @Operation(summary = "Add a because to the tree of whys")
    public Whole cause(Actor actor, @PathVariable String number, @RequestBody CauseBody body) {
        return acts.on(actor, number, a -> work.addCause(actor, a.id(), body.parent(), body.words()));
    }

    @PostMapping("/{number}/causes/{cause}/strike")
    @Operation(summary = "Strike a because out with the reason; it stays readable")
    public Whole strike(Actor actor, @PathVariable String number, @PathVariable UUID cause, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.strikeCause(actor, a.id(), cause, body.words()));
    }

    @PostMapping("/{number}/due")
    @Operation(summary = "Move the date with the reason; the first promise stays on record")
    public Whole due(Actor actor, @PathVariable String number, @RequestBody DueBody body) {
        return acts.on(actor, number, a -> work.moveDue(actor, a.id(), body.due(), body.reason()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Take the action back with the reason; its number stays used")
    public Whole withdraw(Actor actor, @PathVariable String number, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.withdraw(actor, a.id(), body.words()));
    }

    @PostMapping("/{number}/analysis")
    @Operation(summary = "End the analysis of causes")
    public Whole analysed(Actor actor, @PathVariable String number, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.analysed(actor, a.id(), body.words()));
    }

    @PostMapping("/{number}/measures")
    @Operation(summary = "Set a measure with its owner and date")
    public Whole measure(Actor actor, @PathVariable String number, @RequestBody MeasureBody body) {
        return acts.on(actor, number, a -> work.addMeasure(actor, a.id(), body.kind(), body.words(), new PersonId(body.owner()), body.due()));
    }

    @PostMapping("/{number}/measures/{measure}/done")
    @Operation(summary = "Note that a measure is carried out")
    public Whole done(Actor actor, @PathVariable String number, @PathVariable UUID measure, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.measureDone(actor, a.id(), measure, body.words()));
    }

    @PostMapping("/{number}/measures/{measure}/dropping")
    @Operation(summary = "Give a measure up with the reason")
    public Whole dropped(Actor actor, @PathVariable String number, @PathVariable UUID measure, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.measureDropped(actor, a.id(), measure, body.words()));
    }

    @PostMapping("/{number}/verification")
    @Operation(summary = "Judge the effect; never by who did it")
    public Whole verify(Actor actor, @PathVariable String number, @RequestBody VerificationBody body) {
        return acts.on(actor, number, a ->
                work.verify(actor, a.id(), body.origin().name(), body.verdict(), body.criterion(), body.finding(), Typed.text(body.reason()), body.again()));
    }

    @PostMapping("/{number}/told")
    @Operation(summary = "Note that the customer was told")
    public Whole told(Actor actor, @PathVariable String number, @RequestBody ToldBody body) {
        return acts.on(actor, number, a ->
                work.told(actor, a.id(), body.channel().name(), Typed.text(body.contact()), body.words(), body.reaction(), body.at() == null ? clock.instant() : body.at()));
    }

    @PostMapping("/{number}/closing")
    @Operation(summary = "Close the action; refused while the customer does not know")
    public Whole close(Actor actor, @PathVariable String number, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.close(actor, a.id(), Typed.text(body.words())));
    }

    @PostMapping("/{number}/reopening")
    @Operation(summary = "Open the action again; everything before stays")
    public Whole reopen(Actor actor, @PathVariable String number, @RequestBody WordsBody body) {
        return acts.on(actor, number, a -> work.reopen(actor, a.id(), Typed.text(body.words())));
    }
}
