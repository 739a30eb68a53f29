package org.huiyin.returns;

import java.util.Map;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says later whose goods they are, where nobody knew when they came; the linked complaint learns it too (001/5.3.2, 5.3.5). */
@Service
@Transactional
public class Senders {

    private final ReturnStore store;
    private final StepWriter steps;
    private final Handling handling;
    private final Complaints complaints;
    private final Customers customers;

    Senders(ReturnStore store, StepWriter steps, Handling handling, Complaints complaints, Customers customers) {
        this.store = store;
        this.steps = steps;
        this.handling = handling;
        this.complaints = complaints;
        this.customers = customers;
    }

    /** Whether the actor may say whose goods they are: while nobody knows, or to correct what was said later. */
    @Transactional(readOnly = true)
    public boolean may(Actor actor, ReturnView r) {
        return actor.may("return.work") && r.stage().open() && handling.owns(actor, r) && (r.customer() == null || store.identified(r.id()));
    }

    /** Gives the return its customer. */
    public void identify(Actor actor, ReturnId id, CustomerId wanted, String reason, int version) {
        var r = handling.openNow(actor, "return.work", id, version);
        handling.mustOwn(actor, r);
        var before = r.customer();
        if (before != null && !store.identified(id)) {
            throw new BrokenRule("returns.refused.knownCustomer", r.number(), r.customerName());
        }
        var words = Handling.within("reason", reason, 2000);
        if (before != null && words.isEmpty()) {
            throw new InvalidInput("reason", "returns.invalid.otherCustomer", r.customerName());
        }
        var customer = customers.get(actor, wanted);
        if (customer.id().equals(before)) {
            throw new InvalidInput("who", "returns.invalid.sameCustomer", customer.name());
        }
        complaints.identify(actor, r.complaint(), customer.id(), before);
        store.identify(id, customer.id(), complaints.get(r.complaint()).salesOwner());
        steps.identification(id, customer.id(), words, actor.id());
        store.seek(id, Returns.sought(store.find(id).orElseThrow(NotFound::new)));
        var after = handling.done(actor, r, "identify", (customer.name() + " " + words).strip(),
                Map.of("customer", customer.id().value().toString(), "before", before == null ? "" : before.value().toString()));
        handling.tell(handling.owners(after), actor, new Sentence("returns.note.identified", after.number(), customer.name()), after);
    }
}
