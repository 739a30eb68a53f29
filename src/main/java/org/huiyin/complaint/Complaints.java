package org.huiyin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.huiyin.platform.Once;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.voice.PromiseView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Complaints: taken in by anybody, listed in the register (001/5.2.1.1–5.2.1.2, MJ-QP-12-05). Clerks see those of their customers. */
@Service
@Transactional
public class Complaints {

    private final ComplaintStore store;
    private final RegisterStore register;
    private final LineStore lines;
    private final IntakeCheck check;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final Handing handing;
    private final Repeats repeats;
    private final Receipts receipts;
    private final Customers customers;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Once once;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Complaints(ComplaintStore store, RegisterStore register, LineStore lines, IntakeCheck check, Catalogue catalogue, Clocks clocks, Handing handing,
            Repeats repeats, Receipts receipts, Customers customers, Procedures procedures, Calendars calendars, Once once, Numbers numbers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.register = register;
        this.lines = lines;
        this.check = check;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.handing = handing;
        this.repeats = repeats;
        this.receipts = receipts;
        this.customers = customers;
        this.procedures = procedures;
        this.calendars = calendars;
        this.once = once;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a complaint in: it gets its number, its clocks and its people, and who must know is told at once. */
    public ComplaintId take(Actor actor, NewComplaint complaint) {
        return take(actor, Ids.next(), complaint);
    }

    /** The same under an id of the form's, so that a form sent twice takes one complaint in. */
    public ComplaintId take(Actor actor, UUID wanted, NewComplaint typed) {
        actor.mustHave("complaint.record");
        return once.make(new ComplaintId(wanted), id -> store.find(id).or(() -> Optional.ofNullable(typed.source()).flatMap(store::of)).map(ComplaintView::id),
                id -> write(actor, id, typed));
    }

    private void write(Actor actor, ComplaintId id, NewComplaint typed) {
        var complaint = catalogue.tidy(check.checked(typed));
        var profile = procedures.inForce();
        var sales = handing.sales(actor, complaint);
        var heard = clocks.hear(actor, id, complaint, profile.section("complaint", ComplaintSection.class).gated().contains(complaint.kind()));
        var number = numbers.next(profile.prefix("complaint"), procedures.today().getYear()).toString();
        store.insert(complaint, new ComplaintStore.Given(id, number, sales, heard.voice(), heard.due(), profile.id(), profile.clauseOf("prefixes.complaint"),
                actor.id(), clock.instant()));
        int position = 1;
        for (NewLine line : complaint.lines()) {
            lines.insert(id, position++, line, catalogue.doubtful(line), complaint.receivedAt());
        }
        var taken = get(id);
        seek(taken);
        events.publishEvent(new Happening(id.subject(), "take", actor.id(), Map.of(), Map.of("number", number, "kind", complaint.kind().name(), "safety",
                complaint.safety(), "received", complaint.receivedAt().toString(), "lines", complaint.lines().size()), clock.instant()));
        handing.over(actor, taken);
        repeats.look(actor.id(), taken);
        receipts.greet(actor, taken);
        events.publishEvent(new ComplaintTaken(id, complaint.customer(), complaint.safety()));
    }

    /** Adds a part, lot or piece to the complaint. */
    public void addLine(Actor actor, ComplaintId id, NewLine typed, int version) {
        var before = changing(actor, id, version);
        var line = catalogue.tidy(check.line(before.receivedAt(), before.lines(), typed));
        lines.insert(id, before.lines().size() + 1, line, catalogue.doubtful(line), before.receivedAt());
        lineChanged(actor, before, "addLine", Map.of(), shown(line));
    }

    /** Corrects a line; what stood there before is kept in the history. */
    public void changeLine(Actor actor, ComplaintId id, UUID wanted, NewLine typed, int version) {
        var before = changing(actor, id, version);
        var old = before.lines().stream().filter(l -> l.id().equals(wanted)).findFirst().orElseThrow(NotFound::new);
        var others = before.lines().stream().filter(l -> !l.id().equals(wanted)).toList();
        var line = catalogue.tidy(check.line(before.receivedAt(), others, typed));
        lines.change(wanted, line, catalogue.doubtful(line));
        lineChanged(actor, before, "changeLine", Map.of("part", old.part(), "lot", old.lot(), "quantity", String.valueOf(old.quantity()), "unit", old.unit(),
                "defect", old.defect()), shown(line));
    }

    /**
     * Says later whose complaint it is, where nobody knew when it came in; its clocks run on as they were promised (001/5.3.2, 5.3.5).
     *
     * @param before the customer that it was taken for until now; another one in between is not written over
     */
    public void identify(Actor actor, ComplaintId id, CustomerId customer, @Nullable CustomerId before) {
        actor.mustHave(actor.may("complaint.triage") ? "complaint.triage" : "complaint.answer");
        var k = store.lock(id).filter(one -> sees(actor, one)).orElseThrow(NotFound::new);
        if (customer.equals(k.customer())) {
            return;
        }
        if (k.customer() != null && !k.customer().equals(before)) {
            throw new BrokenRule("complaint.refused.knownCustomer", k.number(), k.who());
        }
        store.identify(id, customer, handing.sales(customer).orElse(k.salesOwner()), actor.id(), clock.instant());
        clocks.identified(actor, k, customer);
        events.publishEvent(new Happening(id.subject(), "identify", actor.id(), Map.of("customer", before == null ? "" : before.value().toString()),
                Map.of("customer", customer.value().toString()), clock.instant()));
        var after = get(id);
        seek(after);
        handing.identified(actor, after);
        repeats.look(actor.id(), after);
    }

    private ComplaintView changing(Actor actor, ComplaintId id, int version) {
        actor.mustHave("complaint.work");
        var before = store.lock(id).filter(k -> sees(actor, k)).orElseThrow(NotFound::new);
        handing.mustBeFresh(before, version);
        return before;
    }

    private void lineChanged(Actor actor, ComplaintView before, String verb, Map<String, Object> was, Map<String, Object> is) {
        store.touch(before.id(), actor.id(), clock.instant());
        events.publishEvent(new Happening(before.id().subject(), verb, actor.id(), new java.util.LinkedHashMap<>(was), new java.util.LinkedHashMap<>(is), clock.instant()));
        var after = get(before.id());
        seek(after);
        repeats.look(actor.id(), after);
    }

    private static Map<String, Object> shown(NewLine line) {
        return Map.of("part", line.part(), "lot", line.lot(), "quantity", String.valueOf(line.quantity()), "unit", line.unit(), "defect", line.defect());
    }

    private void seek(ComplaintView k) {
        var texts = new ArrayList<String>(List.of(k.number(), k.customerNumber(), k.text(), k.who(), k.complainant().name(), k.complainant().organisation(),
                k.complainant().phone()));
        if (k.customer() != null) {
            var short_ = customers.get(k.customer()).details().shortName();
            texts.add(short_ == null ? "" : short_);
        }
        k.lines().forEach(l -> texts.addAll(List.of(l.part(), l.partName(), l.lot(), l.serial(), l.defect(), l.defectName(), l.vin(), l.foundAt())));
        store.seek(k.id(), Sought.of(calendars.inForce().dayOf(k.receivedAt()).getYear(), texts));
    }

    /** Whether there is such a complaint already. */
    @Transactional(readOnly = true)
    public boolean exists(ComplaintId id) {
        return store.find(id).isPresent();
    }

    /** The complaint, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public ComplaintView get(ComplaintId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The complaint, if the actor may see it. */
    @Transactional(readOnly = true)
    public ComplaintView get(Actor actor, ComplaintId id) {
        actor.mustHave("complaint.read");
        return store.find(id).filter(k -> sees(actor, k)).orElseThrow(NotFound::new);
    }

    /** The complaint with the number, if the actor may see it: clerks those of their customers and those they took down. */
    @Transactional(readOnly = true)
    public ComplaintView byNumber(Actor actor, String number) {
        actor.mustHave("complaint.read");
        return store.find(number).filter(k -> sees(actor, k)).orElseThrow(NotFound::new);
    }

    /** The complaint, if there is one that the actor may see; for modules above that ask without refusing. */
    @Transactional(readOnly = true)
    public Optional<ComplaintView> find(Actor actor, ComplaintId id) {
        return actor.may("complaint.read") ? store.find(id).filter(k -> sees(actor, k)) : Optional.empty();
    }

    /** The complaint with the number, if there is one that the actor may see. */
    @Transactional(readOnly = true)
    public Optional<ComplaintView> find(Actor actor, String number) {
        return actor.may("complaint.read") ? store.find(number).filter(k -> sees(actor, k)) : Optional.empty();
    }

    /** What came from the source, such as a survey answer or a return. */
    @Transactional(readOnly = true)
    public Optional<ComplaintView> from(SubjectRef source) {
        return store.of(source);
    }

    /** Whether the actor sees the complaint, for pages of records that more people see. */
    @Transactional(readOnly = true)
    public boolean visible(Actor actor, ComplaintId id) {
        return actor.may("complaint.read") && store.find(id).filter(k -> sees(actor, k)).isPresent();
    }

    /** Of the complaints, those that the actor may see, for modules above that list what belongs to many complaints. */
    @Transactional(readOnly = true)
    public Set<ComplaintId> seen(Actor actor, Set<ComplaintId> ids) {
        if (ids.isEmpty() || !actor.may("complaint.read")) {
            return Set.of();
        }
        return actor.may("customer.readAll") ? ids : store.of(actor.id(), ids);
    }

    boolean sees(Actor actor, ComplaintView k) {
        return actor.may("customer.readAll") || actor.id().equals(k.salesOwner()) || actor.id().equals(k.receivedBy()) || actor.id().equals(k.workOwner())
                || (k.customer() == null ? k.salesOwner() == null : actor.id().equals(customers.get(k.customer()).details().owner()));
    }

    /** A page of the register: open matters of safety first. */
    @Transactional(readOnly = true)
    public List<ComplaintRow> list(Actor actor, ComplaintFilter filter) {
        actor.mustHave("complaint.read");
        return register.list(actor, filter, moments(filter));
    }

    /** A page of what the filter finds and how many there are, counted no further than that; for pages that must come quickly. */
    @Transactional(readOnly = true)
    public Found found(Actor actor, ComplaintFilter filter, int most) {
        actor.mustHave("complaint.read");
        return register.page(actor, filter, moments(filter), most);
    }

    /** How many the filter finds. */
    @Transactional(readOnly = true)
    public long count(Actor actor, ComplaintFilter filter) {
        return countUpTo(actor, filter, Integer.MAX_VALUE);
    }

    /** How many the filter finds, counted no further than that, for pages that must come quickly. */
    @Transactional(readOnly = true)
    public long countUpTo(Actor actor, ComplaintFilter filter, int most) {
        actor.mustHave("complaint.read");
        return register.count(actor, filter, moments(filter), most);
    }

    /** All that the filter finds, one after the other, in flat memory. */
    @Transactional(readOnly = true)
    public void each(Actor actor, ComplaintFilter filter, Consumer<ComplaintRow> sink) {
        actor.mustHave("complaint.read");
        register.each(actor, filter, moments(filter), sink);
    }

    /** Nobody waits for an answer any more. */
    void withdrawn(PersonId by, ComplaintView complaint, String reason, Instant at) {
        clocks.withdrawn(by, complaint, reason, at);
    }

    /** Pictures and samples of complaints that the caller has listed. */
    @Transactional(readOnly = true)
    public Map<ComplaintId, Extra> extras(java.util.Collection<ComplaintRow> rows) {
        return register.extras(rows.stream().map(row -> row.complaint().id()).toList());
    }

    /** Every promise of the complaint, replaced ones and earlier rounds included. */
    @Transactional(readOnly = true)
    public List<PromiseView> promises(ComplaintView complaint) {
        return clocks.of(complaint);
    }

    /** The promises of several complaints at once, for lists. */
    @Transactional(readOnly = true)
    public Map<ComplaintId, List<PromiseView>> promises(java.util.Collection<ComplaintView> several) {
        var byVoice = clocks.of(several);
        var found = new java.util.HashMap<ComplaintId, List<PromiseView>>();
        several.stream().filter(k -> k.voice() != null).forEach(k -> found.put(k.id(), byVoice.getOrDefault(k.voice(), List.of())));
        return found;
    }

    /** When the answer would be due, for who is about to take the complaint in. */
    @Transactional(readOnly = true)
    public Deadline dueFor(NewComplaint complaint) {
        return clocks.preview(complaint);
    }

    /** When quality would have to look at it. */
    @Transactional(readOnly = true)
    public Instant assessmentFor(Instant receivedAt) {
        return clocks.assessment(receivedAt);
    }

    /** The complaints of a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<ComplaintRow> of(Actor actor, CustomerId customer, int limit) {
        return list(actor, ComplaintFilter.all().of(customer).onPage(1, limit));
    }

    /** Those of the complaints that the actor may see. */
    @Transactional(readOnly = true)
    public Map<ComplaintId, ComplaintView> visible(Actor actor, java.util.Collection<ComplaintId> wanted) {
        actor.mustHave("complaint.read");
        var found = new java.util.LinkedHashMap<ComplaintId, ComplaintView>();
        wanted.forEach(id -> store.find(id).filter(k -> sees(actor, k) && k.standing() != Standing.WITHDRAWN).ifPresent(k -> found.put(id, k)));
        return found;
    }

    /** The choice of a filter for those who count; the same complaints as {@link #list} shows. */
    @Transactional(readOnly = true)
    public Population population(Actor actor, ComplaintFilter filter) {
        actor.mustHave("complaint.read");
        return register.population(actor, filter, moments(filter));
    }

    private RegisterStore.Moments moments(ComplaintFilter filter) {
        return new RegisterStore.Moments(clock.instant(), begin(filter.from()), filter.to() == null ? null : begin(filter.to().plusDays(1)),
                procedures.today().getYear(), calendars.inForce().zone(),
                procedures.inForce().section("complaint", ComplaintSection.class).gated());
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(calendars.inForce().zone()).toInstant();
    }
}
