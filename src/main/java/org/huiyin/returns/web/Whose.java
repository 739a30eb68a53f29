package org.huiyin.returns.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom what was typed means: a customer of the list, or somebody by name. */
@Component
class Whose {

    private static final int HITS = 6;
    private static final String NOBODY = "-";

    private final Customers customers;

    Whose(Customers customers) {
        this.customers = customers;
    }

    /** The customer that was chosen, or whose name was typed as it stands in the list. */
    @Nullable CustomerId customer(Actor actor, Map<String, String> typed, Map<String, Sentence> problems) {
        var chosen = Typed.text(typed.get("customer"));
        UUID id = Typed.maybeId(chosen);
        if (id != null) {
            return customers.get(actor, new CustomerId(id)).id();
        }
        var who = Typed.text(typed.get("who"));
        if (who.isEmpty() || chosen.equals(NOBODY)) {
            return null;
        }
        var hits = hits(actor, who);
        var exact = hits.stream().filter(h -> h.name().equals(who) || who.equals(h.shortName()) || who.equals(h.code())).toList();
        if (exact.size() == 1) {
            return exact.getFirst().id();
        }
        if (!hits.isEmpty()) {
            problems.put("who", new Sentence("returns.invalid.which"));
        }
        return null;
    }

    List<CustomerRow> hits(Actor actor, String who) {
        return who.isBlank() || !actor.may("customer.read") ? List.of() : customers.search(actor, who, HITS);
    }
}
