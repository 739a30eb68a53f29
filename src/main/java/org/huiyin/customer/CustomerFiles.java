package org.huiyin.customer;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.records.AttachmentAccess;
import org.springframework.stereotype.Component;

/** Who sees a customer sees its files; who may change it may add some. */
@Component
class CustomerFiles implements AttachmentAccess {

    private final Customers customers;

    CustomerFiles(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String subjectType() {
        return "customer";
    }

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        if (!actor.may("customer.read")) {
            return false;
        }
        try {
            customers.get(actor, new CustomerId(subject));
            return true;
        } catch (NotFound notSeen) {
            return false;
        }
    }

    @Override
    public boolean mayAdd(Actor actor, UUID subject) {
        return actor.may("customer.edit") && mayRead(actor, subject);
    }
}
