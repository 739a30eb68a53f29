package org.huiyin.complaint;

import java.util.Map;
import org.huiyin.notification.Webhooks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells foreign programs that a complaint came in and how it goes on. */
@Component
class ComplaintHooks {

    static final String TAKEN = "complaint.taken";
    static final String FACT = "complaint.fact";

    private final Webhooks webhooks;
    private final ComplaintStore store;

    ComplaintHooks(Webhooks webhooks, ComplaintStore store) {
        this.webhooks = webhooks;
        this.store = store;
    }

    @EventListener
    void taken(ComplaintTaken taken) {
        store.find(taken.complaint()).ifPresent(k -> webhooks.emit(TAKEN, k.id().subject(), Map.of("number", k.number(), "kind", k.kind().name(),
                "safety", k.safety(), "customer", k.customerCode() == null ? "" : k.customerCode(), "customerNumber", k.customerNumber())));
    }

    @EventListener
    void noted(FactNoted noted) {
        store.find(noted.complaint()).ifPresent(k -> webhooks.emit(FACT, k.id().subject(), Map.of("number", k.number(), "fact", noted.fact().name(),
                "standing", k.standing().name(), "round", k.round())));
    }
}
