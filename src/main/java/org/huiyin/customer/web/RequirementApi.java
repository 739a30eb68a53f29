package org.huiyin.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.customer.RequirementView;
import org.huiyin.customer.Requirements;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for special customer requirements (001/7). */
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1")
class RequirementApi {

    private final Requirements requirements;
    private final Customers customers;

    RequirementApi(Requirements requirements, Customers customers) {
        this.requirements = requirements;
        this.customers = customers;
    }

    /** A requirement; it holds from today where no day is given. */
    record RequirementBody(String topic, String text, @Nullable String source, @Nullable LocalDate since) {}

    /** Why it holds no more. */
    record EndBody(String reason) {}

    @GetMapping("/requirements")
    @Operation(summary = "What all customers require specially and still do")
    List<RequirementView> all(Actor actor) {
        actor.mustHave("customer.read");
        return requirements.inForce(actor);
    }

    @GetMapping("/customers/{id}/requirements")
    @Operation(summary = "The special requirements of a customer, ended ones last")
    List<RequirementView> of(Actor actor, @PathVariable String id) {
        return requirements.of(customers.byCode(actor, id).id());
    }

    @PostMapping("/customers/{id}/requirements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note a special requirement")
    RequirementView add(Actor actor, @PathVariable String id, @RequestBody RequirementBody body) {
        var customer = customers.byCode(actor, id).id();
        var added = requirements.add(actor, customer, body.topic(), body.text(), body.source(), body.since());
        return requirements.of(customer).stream().filter(r -> r.id().equals(added)).findFirst().orElseThrow(NotFound::new);
    }

    @PostMapping("/customers/{id}/requirements/{requirement}/ending")
    @Operation(summary = "End a special requirement with the reason; it stays on the list")
    List<RequirementView> end(Actor actor, @PathVariable String id, @PathVariable UUID requirement, @RequestBody EndBody body) {
        var customer = customers.byCode(actor, id).id();
        if (requirements.of(customer).stream().noneMatch(r -> r.id().equals(requirement))) {
            throw new NotFound();
        }
        requirements.end(actor, requirement, body.reason());
        return requirements.of(customer);
    }
}
