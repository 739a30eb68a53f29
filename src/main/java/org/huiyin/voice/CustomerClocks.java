package org.huiyin.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.CustomerView;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed with a customer about answering him, by a document of his; new promises keep to it (decision D6). */
@Service
@Transactional
public class CustomerClocks {

    private final CustomerClockStore store;
    private final Customers customers;
    private final People people;
    private final Reckoner reckoner;
    private final List<ClockRules> others;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerClocks(CustomerClockStore store, Customers customers, People people, Reckoner reckoner, List<ClockRules> others, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.people = people;
        this.reckoner = reckoner;
        this.others = others;
        this.events = events;
        this.clock = clock;
    }

    /** The rules of the profile that a customer may have a rule of his own for. */
    @Transactional(readOnly = true)
    public Set<String> keys() {
        var keys = new TreeSet<>(Reckoner.section(reckoner.profile()).rules().keySet());
        others.forEach(o -> keys.addAll(o.of(reckoner.profile()).keySet()));
        return keys;
    }

    /** The rule of the company, for comparison. */
    @Transactional(readOnly = true)
    public ClockRule usual(String key) {
        return others.stream().flatMap(o -> java.util.Optional.ofNullable(o.of(reckoner.profile()).get(key)).stream()).findFirst()
                .orElseGet(() -> Reckoner.section(reckoner.profile()).rule(key));
    }

    /** A deadline under a rule of another section, or under what was agreed with the customer, by the precedence of the profile. */
    @Transactional(readOnly = true)
    public Deadline deadline(String key, ClockRule usual, Instant start, @Nullable CustomerId customer) {
        return reckoner.reckon(key, usual, start, null, customer).deadline();
    }

    /** What was agreed with the customer, what holds first; the ended ones stay to be seen. */
    @Transactional(readOnly = true)
    public List<CustomerClockView> of(Actor actor, CustomerId customer) {
        actor.mustHave("voice.read");
        return store.of(customers.get(actor, customer).id());
    }

    /**
     * Agrees on a rule; the one that held before ends by it.
     *
     * @param before what the person saw in force, so that two people do not overwrite each other
     */
    public UUID agree(Actor actor, CustomerId id, String key, ClockRule rule, String agreed, String reason, @Nullable UUID before) {
        actor.mustHave("customer.edit");
        var customer = customers.get(actor, id);
        if (!keys().contains(key)) {
            throw new InvalidInput("key", "voice.invalid.rule");
        }
        if (agreed.isBlank() || agreed.strip().length() > 200) {
            throw new InvalidInput("agreed", "voice.invalid.agreed");
        }
        if (reason.strip().length() > 500) {
            throw new InvalidInput("reason", "voice.invalid.long", 500);
        }
        var held = store.active(customer.id(), key).orElse(null);
        if (held != null && !held.id().equals(before)) {
            throw stale(held, key);
        }
        if (held != null) {
            store.end(held.id(), reason.strip(), actor.id(), clock.instant());
        }
        var made = Ids.next();
        store.add(made, customer.id(), key, rule, agreed.strip(), reason.strip(), actor.id(), clock.instant());
        tell(actor, customer, "agreeClock", held == null ? Map.of() : words(held.key(), held.rule(), held.agreed()), words(key, rule, agreed.strip()));
        return made;
    }

    /** Ends what was agreed; the company's own rule counts again. */
    public void end(Actor actor, CustomerId id, UUID rule, String reason) {
        actor.mustHave("customer.edit");
        var customer = customers.get(actor, id);
        var held = store.find(customer.id(), rule).orElseThrow(NotFound::new);
        if (reason.isBlank() || reason.strip().length() > 500) {
            throw new InvalidInput("reason", "voice.invalid.endReason");
        }
        if (!held.active() || !store.end(rule, reason.strip(), actor.id(), clock.instant())) {
            throw new BrokenRule("voice.agreed.over");
        }
        tell(actor, customer, "endClock", words(held.key(), held.rule(), held.agreed()), Map.of("reason", reason.strip()));
    }

    private StaleRecord stale(CustomerClockView held, String key) {
        return new StaleRecord(people.get(held.setBy()).name(), held.setAt(),
                List.of(new StaleRecord.Change(new Sentence("procedure.setting.clock.rules." + key), held.agreed(), "")));
    }

    private void tell(Actor actor, CustomerView customer, String verb, Map<String, Object> before, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("customer", customer.id().value()), verb, actor.id(), before, after, clock.instant()));
    }

    private static Map<String, Object> words(String key, ClockRule rule, String agreed) {
        return Map.of("rule", key, "unit", rule.unit().name(), "amount", rule.amount(), "agreed", agreed);
    }
}
