package org.huiyin.returns;

import java.util.Map;
import org.huiyin.notification.Webhooks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells foreign programs how far a return has come. */
@Component
class ReturnHooks {

    static final String STAGE = "return.stage";

    private final Webhooks webhooks;
    private final ReturnStore store;

    ReturnHooks(Webhooks webhooks, ReturnStore store) {
        this.webhooks = webhooks;
        this.store = store;
    }

    @EventListener
    void moved(ReturnMoved moved) {
        store.find(moved.id()).ifPresent(r -> webhooks.emit(STAGE, r.id().subject(), Map.of("number", r.number(), "stage", moved.stage().name(), "kind", r.kind().name(),
                "complaint", r.complaintNumber(), "customer", r.customerCode() == null ? "" : r.customerCode())));
    }
}
