package org.huiyin.notification;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.kernel.Tokens;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.platform.jobs.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tells foreign programs of events: signed, stored first, tried again, given up visibly. */
@Service
@Transactional
public class Webhooks {

    private final WebhookStore store;
    private final Companies companies;
    private final People people;
    private final Jobs jobs;
    private final JsonMapper json;
    private final ObjectProvider<WebhookEvent> announced;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Webhooks(
            WebhookStore store,
            Companies companies,
            People people,
            Jobs jobs,
            JsonMapper json,
            ObjectProvider<WebhookEvent> announced,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.companies = companies;
        this.people = people;
        this.jobs = jobs;
        this.json = json;
        this.announced = announced;
        this.events = events;
        this.clock = clock;
    }

    /** A webhook at the only moment at which its secret can be read. */
    public record Fresh(UUID id, String secret) {}

    /** Tells every webhook that listens to the event, after the caller's commit. */
    public void emit(String event, SubjectRef about, Map<String, Object> data) {
        for (var webhook : store.listeningTo(event)) {
            order(webhook, event, about, data);
        }
    }

    private UUID order(UUID webhook, String event, SubjectRef about, Map<String, Object> data) {
        var id = Ids.next();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("event", event);
        body.put("company", companies.current().slug());
        body.put("at", clock.instant().toString());
        body.put("about", Map.of("type", about.type(), "id", about.id()));
        body.put("data", new TreeMap<>(data));
        store.order(id, webhook, event, json.writeValueAsString(body), clock.instant());
        jobs.soon(WebhookJob.NAME, new WebhookJob.Order(id));
        return id;
    }

    /** Adds an address that is told of these events. */
    public Fresh add(Actor actor, String url, Set<String> wanted) {
        actor.mustHave(Mails.OPERATE);
        check(url, wanted);
        var id = Ids.next();
        var secret = "whsec_" + Tokens.next();
        store.insert(id, url.strip(), secret, wanted, actor.id(), clock.instant());
        tell(actor, id, "add", Map.of("url", url, "events", wanted));
        return new Fresh(id, secret);
    }

    /** Changes an address, its events, or switches it on or off. */
    public void change(Actor actor, UUID id, String url, Set<String> wanted, boolean on, int version) {
        actor.mustHave(Mails.OPERATE);
        check(url, wanted);
        get(actor, id);
        var state = on ? WebhookView.State.ON : WebhookView.State.OFF;
        if (!store.update(id, url.strip(), wanted, state, version, actor.id(), clock.instant())) {
            throw stale(get(actor, id), url.strip(), wanted, on);
        }
        tell(actor, id, "change", Map.of("url", url, "events", wanted, "state", state.name()));
    }

    private StaleRecord stale(WebhookView theirs, String url, Set<String> wanted, boolean on) {
        var changes = new ArrayList<StaleRecord.Change>();
        if (!theirs.url().equals(url)) {
            changes.add(StaleRecord.Change.of("url", new Sentence("notification.webhook.address"), theirs.url(), url));
        }
        if (!theirs.events().equals(wanted)) {
            changes.add(StaleRecord.Change.of("events", new Sentence("notification.webhook.events.label"),
                    List.copyOf(theirs.events()), wanted.stream().sorted().toList()));
        }
        var theirsOn = theirs.state() == WebhookView.State.ON;
        if (theirsOn != on) {
            changes.add(StaleRecord.Change.of("on", new Sentence("notification.webhook.on"), String.valueOf(theirsOn), String.valueOf(on)));
        }
        return new StaleRecord(people.names().getOrDefault(theirs.by(), ""), theirs.at(), theirs.version(), changes);
    }

    /** Sends a test event. */
    public UUID test(Actor actor, UUID id) {
        actor.mustHave(Mails.OPERATE);
        var webhook = get(actor, id);
        return order(webhook.id(), "ping", new SubjectRef("webhook", id), Map.of());
    }

    /** Sends a delivery once more. */
    public void again(Actor actor, UUID delivery) {
        actor.mustHave(Mails.OPERATE);
        if (store.delivery(delivery).isEmpty()) {
            throw new NotFound();
        }
        if (!store.again(delivery)) {
            throw new BrokenRule("notification.webhook.delivered");
        }
        jobs.soon(WebhookJob.NAME, new WebhookJob.Order(delivery));
    }

    /** All webhooks. */
    @Transactional(readOnly = true)
    public List<WebhookView> all(Actor actor) {
        Mails.mustRead(actor);
        return store.all();
    }

    /** One webhook. */
    @Transactional(readOnly = true)
    public WebhookView get(Actor actor, UUID id) {
        Mails.mustRead(actor);
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The last deliveries of a webhook, the youngest first. */
    @Transactional(readOnly = true)
    public List<DeliveryView> deliveries(Actor actor, UUID webhook) {
        return store.deliveries(get(actor, webhook).id(), 100);
    }

    /** The events that can be chosen. */
    public List<WebhookEvent> events() {
        return announced.orderedStream().sorted(java.util.Comparator.comparing(WebhookEvent::code)).toList();
    }

    private void check(String url, Set<String> wanted) {
        if (!WebhookTarget.wellFormed(url)) {
            throw new InvalidInput("url", "notification.webhook.url");
        }
        if (WebhookTarget.forbidden(URI.create(url.strip()))) {
            throw new InvalidInput("url", "notification.webhook.forbidden");
        }
        var known = events().stream().map(WebhookEvent::code).collect(Collectors.toSet());
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw new InvalidInput("events", "notification.webhook.events");
        }
    }

    private void tell(Actor actor, UUID id, String verb, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("webhook", id), verb, actor.id(), Map.of(), after, clock.instant()));
    }
}
