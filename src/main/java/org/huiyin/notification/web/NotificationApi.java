package org.huiyin.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.notification.DeliveryView;
import org.huiyin.notification.WebhookView;
import org.huiyin.notification.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks for programs that set themselves up; needs the scope settings.edit. */
@RestController
@Tag(name = "Webhooks")
@RequestMapping("/api/v1/webhooks")
class NotificationApi {

    private final Webhooks webhooks;

    NotificationApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** A webhook to be added. */
    record NewWebhook(String url, Set<String> events) {}

    /** A webhook as it shall be; version is the one that was read. */
    record Changed(String url, Set<String> events, boolean on, int version) {}

    @GetMapping
    @Operation(summary = "All webhooks")
    List<WebhookView> list(Actor actor) {
        return webhooks.all(actor);
    }

    /** The answer holds the secret, this once. */
    @PostMapping
    @Operation(summary = "Add a webhook; its secret is shown once")
    @ResponseStatus(HttpStatus.CREATED)
    Webhooks.Fresh add(Actor actor, @RequestBody NewWebhook webhook) {
        return webhooks.add(actor, webhook.url(), webhook.events());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One webhook")
    WebhookView show(Actor actor, @PathVariable UUID id) {
        return webhooks.get(actor, id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a webhook")
    WebhookView change(Actor actor, @PathVariable UUID id, @RequestBody Changed changed) {
        webhooks.change(actor, id, changed.url(), changed.events(), changed.on(), changed.version());
        return webhooks.get(actor, id);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "What was delivered and what was not")
    List<DeliveryView> deliveries(Actor actor, @PathVariable UUID id) {
        return webhooks.deliveries(actor, id);
    }
}
