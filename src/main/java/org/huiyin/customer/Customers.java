package org.huiyin.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer list and the customer files (001/5.1.3.2, 001/5.4.1). Clerks see and change their own customers. */
@Service
@Transactional
public class Customers {

    private static final String EDIT = "customer.edit";

    private final CustomerStore store;
    private final CustomerList list;
    private final CustomerFrame frame;
    private final CustomerRules rules;
    private final Codes codes;
    private final Today today;
    private final Stale stale;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(CustomerStore store, CustomerList list, CustomerFrame frame, CustomerRules rules, Codes codes, Today today, Stale stale,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.list = list;
        this.frame = frame;
        this.rules = rules;
        this.codes = codes;
        this.today = today;
        this.stale = stale;
        this.events = events;
        this.clock = clock;
    }

    /** The customer, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public CustomerView get(CustomerId id) {
        return store.find(id, rules.file()).orElseThrow(NotFound::new);
    }

    /** The customer, if the actor may see it. */
    @Transactional(readOnly = true)
    public CustomerView get(Actor actor, CustomerId id) {
        var sight = Sight.of(actor);
        return store.find(id, rules.file()).filter(c -> sight.sees(c.details())).orElseThrow(NotFound::new);
    }

    /** The customer with the number, if the actor may see it. */
    @Transactional(readOnly = true)
    public CustomerView byCode(Actor actor, String code) {
        var sight = Sight.of(actor);
        return store.findByCode(code, rules.file())
                .or(() -> identity(code).flatMap(id -> store.find(id, rules.file())))
                .filter(c -> sight.sees(c.details()))
                .orElseThrow(NotFound::new);
    }

    /** The customer whose number a program sends; nothing where it sends none. */
    @Transactional(readOnly = true)
    public @Nullable CustomerId idOf(Actor actor, @Nullable String code) {
        return code == null || code.isBlank() ? null : byCode(actor, code.strip()).id();
    }

    /** The customer with the number, if there is one. */
    @Transactional(readOnly = true)
    public Optional<CustomerView> byCode(String code) {
        return store.findByCode(code, rules.file());
    }

    /** A page of the customer list (MJ-QP-12-07). */
    @Transactional(readOnly = true)
    public Slice<CustomerRow> list(Actor actor, CustomerFilter filter) {
        return list.page(Sight.of(actor), filter, rules.file());
    }

    /** All rows of a list one after the other, in flat memory. */
    @Transactional(readOnly = true)
    public void each(Actor actor, CustomerFilter filter, Consumer<CustomerRow> sink) {
        list.each(Sight.of(actor), filter, rules.file(), sink);
    }

    /** Customers found by name, short name, number, sound or initials of the sound; one character is enough. */
    @Transactional(readOnly = true)
    public List<CustomerRow> search(Actor actor, String q, int limit) {
        return list.search(Sight.of(actor), q, limit, rules.file());
    }

    /** The segments in use with the number of customers, for filters and suggestions. */
    @Transactional(readOnly = true)
    public Map<String, Integer> segments(Actor actor) {
        return list.distinct("segment", Sight.of(actor));
    }

    /** The regions in use with the number of customers. */
    @Transactional(readOnly = true)
    public Map<String, Integer> regions(Actor actor) {
        return list.distinct("region", Sight.of(actor));
    }

    /** Every active customer with the class it had on the day and its contacts who may be asked: the frame of a sample. */
    @Transactional(readOnly = true)
    public List<FrameCustomer> frame(LocalDate asOf) {
        return frame.on(asOf, rules.file());
    }

    /** Enters a customer; refused when one of the same name is there already. */
    public CustomerId create(Actor actor, CustomerDetails details) {
        return create(actor, details, false);
    }

    /** Enters a customer, also beside one of the same name when that is wanted. */
    public CustomerId create(Actor actor, CustomerDetails typed, boolean sameNameWanted) {
        actor.mustHave(EDIT);
        var details = owned(actor, null, CustomerCheck.tidy(typed, today.day()));
        if (!sameNameWanted) {
            refuseDouble(details);
        }
        if (details.code() == null) {
            details = details.numbered(codes.next());
        }
        refuseTakenCode(details, null);
        var id = new CustomerId(Ids.next());
        store.insert(id, details, actor.id(), clock.instant());
        tell(actor, id, "create", Map.of(), changes(CustomerDetails.named(""), details, true));
        return id;
    }

    /** Changes a customer's file; refused when somebody else has changed it in between. */
    public void change(Actor actor, CustomerId id, CustomerDetails typed, int version) {
        actor.mustHave(EDIT);
        var before = get(actor, id);
        refuseMerged(before);
        var details = owned(actor, before.details(), CustomerCheck.tidy(typed, today.day()));
        if (details.code() == null) {
            details = details.numbered(before.code());
        }
        refuseTakenCode(details, id);
        if (!store.update(id, details, version, actor.id(), clock.instant())) {
            throw stale.record(before, details);
        }
        tell(actor, id, "change", changes(details, before.details(), false), changes(before.details(), details, false));
    }

    /** Notes that the company does no business with the customer any more, or does again; nothing is removed. */
    public void activate(Actor actor, CustomerId id, boolean active, String reason, int version) {
        actor.mustHave(EDIT);
        var before = get(actor, id);
        refuseMerged(before);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        if (!store.activate(id, active, version, actor.id(), clock.instant())) {
            throw stale.record(before, before.details());
        }
        tell(actor, id, active ? "activate" : "deactivate", Map.of(), Map.of("reason", reason.strip()));
    }

    private static Optional<CustomerId> identity(String text) {
        return text.matches("[0-9a-f-]{36}") ? Optional.of(new CustomerId(java.util.UUID.fromString(text))) : Optional.empty();
    }

    /** The degrees that a file may name, by figure, best first, as the procedure in force says. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> degrees() {
        return rules.grading().ordinals().stream()
                .collect(java.util.stream.Collectors.toMap(o -> o.figure(), o -> o.degrees(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static void refuseMerged(CustomerView customer) {
        if (customer.mergedInto() != null) {
            throw new BrokenRule("customer.merged.closed", customer.name());
        }
    }

    private void refuseDouble(CustomerDetails details) {
        var same = store.withKey(Names.key(details.name()), rules.file());
        if (!same.isEmpty()) {
            throw new InvalidInput("name", "customer.invalid.double", same.getFirst().name(), same.getFirst().code());
        }
    }

    private void refuseTakenCode(CustomerDetails details, @Nullable CustomerId self) {
        var code = Objects.requireNonNull(details.code());
        store.findByCode(code, rules.file()).filter(other -> !other.id().equals(self)).ifPresent(other -> {
            throw new InvalidInput("code", "customer.invalid.codeTaken", code, other.name());
        });
    }

    /** A clerk's customer is her own; whose else it is, says who sees all. */
    private static CustomerDetails owned(Actor actor, @Nullable CustomerDetails before, CustomerDetails details) {
        if (actor.may("customer.readAll")) {
            return details;
        }
        return details.ownedBy(before == null ? actor.id() : before.owner());
    }

    private void tell(Actor actor, CustomerId id, String verb, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, actor.id(), before, after, clock.instant()));
    }

    private static Map<String, @Nullable Object> changes(CustomerDetails from, CustomerDetails to, boolean onlyFilled) {
        return CustomerFields.changed(from, to, onlyFilled);
    }
}
