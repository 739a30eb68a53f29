package org.huiyin.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.platform.jobs.JobHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers one event to one webhook; what is not answered by 2xx is tried again for half a day. */
@Component
class WebhookJob implements JobHandler<WebhookJob.Order> {

    static final String NAME = "notification.webhook";
    static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebhookStore store;
    private final Notifications notifications;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookJob(WebhookStore store, Notifications notifications, People people, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The delivery to be made. */
    record Order(UUID delivery) {}

    private record Parcel(DeliveryView delivery, WebhookView webhook, String secret) {}

    private record Answer(boolean good, String words) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Order> payload() {
        return Order.class;
    }

    @Override
    public void handle(Order order) {
        parcel(order.delivery()).ifPresent(this::deliver);
    }

    private Optional<Parcel> parcel(UUID id) {
        return transaction.execute(s -> store.delivery(id)
                .filter(delivery -> delivery.state() == DeliveryView.State.QUEUED)
                .flatMap(delivery -> store.find(delivery.webhook()).map(hook -> new Parcel(delivery, hook, store.secret(hook.id())))));
    }

    private void deliver(Parcel parcel) {
        if (parcel.webhook().state() != WebhookView.State.ON && !parcel.delivery().event().equals("ping")) {
            transaction.executeWithoutResult(s -> store.giveUp(parcel.delivery().id()));
            return;
        }
        var answer = post(parcel);
        transaction.executeWithoutResult(s -> note(parcel, answer));
        if (!answer.good()) {
            throw new NotDelivered(answer.words());
        }
    }

    @Override
    public void givenUp(Order order, Throwable cause) {
        transaction.executeWithoutResult(s -> store.giveUp(order.delivery()));
    }

    private void note(Parcel parcel, Answer answer) {
        var now = clock.instant();
        var webhook = parcel.webhook();
        store.tried(parcel.delivery().id(), answer.good() ? DeliveryView.State.DELIVERED : DeliveryView.State.QUEUED, answer.words(), now);
        if (answer.good()) {
            store.works(webhook.id());
            return;
        }
        store.fails(webhook.id(), now);
        if (store.breakOff(webhook.id(), now.minus(PATIENCE))) {
            notifications.tell(people.holders("ADMIN").stream().map(PersonView::id).toList(),
                    new Sentence("notification.webhook.brokenOff", webhook.url()), new SubjectRef("webhook", webhook.id()), "webhooks");
        }
    }

    private Answer post(Parcel parcel) {
        var url = URI.create(parcel.webhook().url());
        if (WebhookTarget.forbidden(url)) {
            return new Answer(false, "forbidden address");
        }
        var stamp = Long.toString(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Huiyin")
                .header("Huiyin-Event", parcel.delivery().event())
                .header("Huiyin-Delivery", parcel.delivery().id().toString())
                .header("Huiyin-Timestamp", stamp)
                .header("Huiyin-Signature", "sha256=" + signature(parcel.secret(), stamp, parcel.delivery().body()))
                .POST(HttpRequest.BodyPublishers.ofString(parcel.delivery().body()))
                .build();
        try {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Answer(status / 100 == 2, "HTTP " + status);
        } catch (IOException broken) {
            var words = broken.getMessage() == null ? WebhookTarget.words(broken) : broken.getMessage();
            return new Answer(false, MailAddress.line(words, 400));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(false, "interrupted");
        }
    }

    /** HMAC-SHA256 over timestamp, a point, and the body, so that an old call cannot be replayed under a new time. */
    static String signature(String secret, String stamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((stamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class NotDelivered extends RuntimeException {
        NotDelivered(String words) {
            super(words);
        }
    }
}
