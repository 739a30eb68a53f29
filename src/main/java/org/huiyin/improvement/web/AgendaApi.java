package org.huiyin.improvement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.Agenda;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
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

/** The door of programs for the quarterly review of the rolling survey (001/5.4.6.4). */
@RestController
@Tag(name = "Agenda")
@RequestMapping("/api/v1/agenda")
class AgendaApi {

    private final Agenda agenda;
    private final Customers customers;
    private final Procedures procedures;

    AgendaApi(Agenda agenda, Customers customers, Procedures procedures) {
        this.agenda = agenda;
        this.customers = customers;
        this.procedures = procedures;
    }

    /** Something to meet about; the quarter is that of the day on which it was said, today where that is missing. */
    public record ItemBody(@Nullable String customer, String item, @Nullable String words, @Nullable LocalDate said) {}

    /** How an item ends: with an action for a department or a person, or with a reason for none. */
    public record DecisionBody(@Nullable UUID department, @Nullable UUID owner, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "The agenda of a quarter such as 2026Q2; of the present one where none is named")
    public List<Agenda.Item> of(Actor actor, @RequestParam(required = false) @Nullable String quarter) {
        var wanted = quarter == null ? Agenda.quarterOf(procedures.today()) : quarter;
        if (!wanted.matches("\\d{4}Q[1-4]")) {
            throw new InvalidInput("quarter", "improvement.invalid.quarter");
        }
        return agenda.of(actor, wanted);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put an item on the agenda")
    public Agenda.Item note(Actor actor, @RequestBody ItemBody body) {
        var customer = customers.idOf(actor, body.customer());
        var id = agenda.note(actor, Objects.requireNonNullElseGet(body.said(), procedures::today), customer, new SubjectRef("manual", Ids.next()),
                body.item(), Typed.text(body.words()));
        return agenda.one(actor, id);
    }

    @PostMapping("/{item}/decision")
    @Operation(summary = "End an item in an action, or in none with the reason")
    public Agenda.Item decide(Actor actor, @PathVariable UUID item, @RequestBody DecisionBody body) {
        if (body.department() == null && body.owner() == null) {
            agenda.decideNone(actor, item, Typed.text(body.reason()));
        } else {
            agenda.decideAction(actor, item, body.department(), body.owner() == null ? null : new PersonId(body.owner()));
        }
        return agenda.one(actor, item);
    }
}
