package org.huiyin.customer;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.grading.GradeProposal;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.records.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grading of customers (001/5.4.2.1 b-e): a run over the closed window proposes a class for each with its proof, people
 * decide where two classes meet, a confirmation makes the classes hold.
 */
@Service
@Transactional
public class Gradings {

    private final GradingStore store;
    private final CustomerFrameFiles files;
    private final Sales sales;
    private final Customers customers;
    private final CustomerRules rules;
    private final GradingRoute route;
    private final Numbers numbers;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Gradings(GradingStore store, CustomerFrameFiles files, Sales sales, Customers customers, CustomerRules rules, GradingRoute route, Numbers numbers,
            Today today, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.files = files;
        this.sales = sales;
        this.customers = customers;
        this.rules = rules;
        this.route = route;
        this.numbers = numbers;
        this.today = today;
        this.events = events;
        this.clock = clock;
    }

    /** The class that the customer has today. */
    @Transactional(readOnly = true)
    public Grade current(CustomerId customer) {
        return customers.get(customer).grade();
    }

    /** The steps of the customer's class, the latest first. */
    @Transactional(readOnly = true)
    public List<GradeStep> history(CustomerId customer) {
        return store.history(customer);
    }

    /** Why the customer has the class: the line of the last confirmed run. */
    @Transactional(readOnly = true)
    public Optional<GradingLineView> proof(CustomerId customer) {
        return store.lastConfirmed(customer);
    }

    /** All runs, the latest first. */
    @Transactional(readOnly = true)
    public List<GradingRunView> runs(Actor actor) {
        actor.mustHave("customer.readAll");
        return store.runs();
    }

    /** The run with the number. */
    @Transactional(readOnly = true)
    public GradingRunView get(Actor actor, String number) {
        actor.mustHave("customer.readAll");
        return store.run(number).orElseThrow(NotFound::new);
    }

    /** Lines of a run: all, "decisions", "unclassified", "changes", or those of a class. */
    @Transactional(readOnly = true)
    public Slice<GradingLineView> lines(Actor actor, String number, String which, int page, int size) {
        var run = get(actor, number);
        int number1 = Math.max(1, page);
        return new Slice<>(store.lines(run.id(), which, (number1 - 1) * size, size), number1, size, store.count(run.id(), which));
    }

    /** One line of a run. */
    @Transactional(readOnly = true)
    public GradingLineView line(Actor actor, String number, CustomerId customer) {
        return store.line(get(actor, number).id(), customer).orElseThrow(NotFound::new);
    }

    /** Grades every active customer over the closed window that ends with last month; nothing holds before it is confirmed. */
    public String run(Actor actor) {
        actor.mustHave("grading.propose");
        store.runs().stream().filter(run -> run.confirmed() == null).findFirst().ifPresent(open -> {
            throw new BrokenRule("customer.grading.openRun", open.number());
        });
        var profile = rules.profile();
        var rule = rules.grading();
        var last = YearMonth.from(today.day()).minusMonths(1);
        var first = last.minusMonths(rule.windowMonths() - 1L);
        var id = Ids.next();
        var all = files.active();
        if (all.isEmpty()) {
            throw new BrokenRule("customer.grading.nobody");
        }
        var number = numbers.next(profile.prefix("grading"), today.day().getYear()).toString();
        store.insert(id, number, first.atDay(1), last.atEndOfMonth(), rules.currency(), profile.id(), all.size(), actor.id(), clock.instant());
        var sums = sales.sums(first, last);
        var figures = new Figures(rule, rules.currency(), last.plusMonths(1).atDay(1));
        var block = new ArrayList<GradingStore.NewLine>();
        for (var customer : all) {
            var sold = sums.getOrDefault(customer.id(), Map.of());
            block.add(line(customer, rule.grade(figures.of(customer.details(), sold)), sold));
            if (block.size() == 500) {
                store.lines(id, block);
                block.clear();
            }
        }
        store.lines(id, block);
        tell(actor, id, "run", Map.of("number", number, "customers", all.size()));
        return number;
    }

    private GradingStore.NewLine line(CustomerView customer, GradeProposal proposal, Map<String, java.math.BigDecimal> sold) {
        var notes = new ArrayList<>(proposal.notes());
        sold.forEach((currency, amount) -> {
            if (!currency.equals(rules.currency())) {
                notes.add(new Sentence("customer.grading.otherCurrency", currency, amount.toPlainString(), rules.currency()));
            }
        });
        return new GradingStore.NewLine(customer.id().value(), customer.code(), customer.name(),
                sold.getOrDefault(rules.currency(), java.math.BigDecimal.ZERO), customer.grade().name(),
                proposal.classes().stream().map(Grade::name).toList(), proposal.proof(), notes);
    }

    /** Decides the class of one customer of an open run, where two classes meet or where the manager sees more than the figures. */
    public void decide(Actor actor, String number, CustomerId customer, Grade grade, String reason) {
        actor.mustHave("grading.propose");
        var run = open(actor, number);
        var line = store.line(run.id(), customer).orElseThrow(NotFound::new);
        if (reason.isBlank() || reason.strip().length() > 500) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        // A better class than the figures give goes the way of an application (001/5.4.2.1 b).
        var best = line.classes().isEmpty() ? Grade.C : line.classes().getFirst();
        if (grade.betterThan(best)) {
            throw new BrokenRule("customer.grading.apply", new Sentence("customer.grade." + grade.name().toLowerCase(java.util.Locale.ROOT)));
        }
        store.decide(run.id(), customer, grade, reason.strip(), actor.id(), clock.instant());
        tell(actor, run.id(), "decide", Map.of("customer", customer.value().toString(), "grade", grade.name(), "reason", reason.strip()));
    }

    /** Confirms the run by oneself, where the procedure names one role for it; where it names several, {@link GradingApprovals} asks them. */
    public int confirm(Actor actor, String number) {
        actor.mustHave("grading.confirm");
        var run = open(actor, number);
        route.mustSuffice(actor, run);
        return hold(run, actor.id());
    }

    /** From the first day after the window the classes of the run hold. Refused while a decision is missing. */
    int hold(GradingRunView run, PersonId by) {
        if (run.open() > 0) {
            throw new BrokenRule("customer.grading.undecided", run.open());
        }
        int changed = 0;
        for (var line : store.lines(run.id(), "changes", 0, Integer.MAX_VALUE)) {
            var now = customers.get(line.customer()).grade();
            if (now != line.result()) {
                store.step(line.customer(), line.result(), run.since(), line.decided() == null ? "RUN" : "DECISION", line.reason(),
                        run.id(), run.profileVersion(), by, clock.instant());
                events.publishEvent(new GradeChanged(line.customer(), now, line.result()));
                changed++;
            }
        }
        store.end(run.id(), true, null, changed, by, clock.instant());
        tell(by, run.id(), "confirm", Map.of("number", run.number(), "changed", changed));
        return changed;
    }

    /** Lays an open run aside; its number stays used. */
    public void drop(Actor actor, String number, String reason) {
        actor.mustHave("grading.propose");
        var run = open(actor, number);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        store.end(run.id(), false, reason.strip(), 0, actor.id(), clock.instant());
        tell(actor, run.id(), "drop", Map.of("number", number, "reason", reason.strip()));
    }

    GradingRunView open(Actor actor, String number) {
        var run = get(actor, number);
        if (run.confirmed() != null) {
            throw new BrokenRule("customer.grading.closed", run.number());
        }
        return run;
    }

    private void tell(Actor actor, UUID run, String verb, Map<String, @Nullable Object> after) {
        tell(actor.id(), run, verb, after);
    }

    private void tell(PersonId by, UUID run, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(new SubjectRef("grading", run), verb, by, Map.of(), after, clock.instant()));
    }
}
