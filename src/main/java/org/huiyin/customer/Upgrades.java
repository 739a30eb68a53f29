package org.huiyin.customer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.approval.Approvals;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A better class on application by sales for customers of special potential; the profile says who approves (001/5.4.2.1 b, D23). */
@Service
@Transactional
public class Upgrades {

    static final String SUBJECT = "customerUpgrade";

    private final GradingStore store;
    private final Customers customers;
    private final CustomerRules rules;
    private final Approvals approvals;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Upgrades(GradingStore store, Customers customers, CustomerRules rules, Approvals approvals, Today today,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.rules = rules;
        this.approvals = approvals;
        this.today = today;
        this.events = events;
        this.clock = clock;
    }

    /** Applies for a better class; more than one class up goes a longer way. */
    public UUID apply(Actor actor, CustomerId id, Grade wanted, String reason) {
        actor.mustHave("customer.edit");
        var customer = customers.get(actor, id);
        if (!wanted.isClassified() || !wanted.betterThan(customer.grade())) {
            throw new InvalidInput("grade", "customer.upgrade.notBetter");
        }
        if (reason.isBlank() || reason.strip().length() > 500) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        if (store.openUpgrade(id).isPresent()) {
            throw new BrokenRule("customer.upgrade.open", customer.name());
        }
        var upgrade = Ids.next();
        var profile = rules.profile();
        store.ask(upgrade, id, customer.grade(), wanted, reason.strip(), profile.id(), actor.id(), clock.instant());
        var title = new Sentence("customer.upgrade.title", customer.name(), label(customer.grade()), label(wanted));
        approvals.request(actor, new ApprovalRequest(new SubjectRef(SUBJECT, upgrade), title, "customers/" + customer.code(),
                route(customer.grade(), wanted), null, hash(customer, wanted, reason), profile.id(), profile.clauseFor("customer.grading")));
        events.publishEvent(new Happening(id.subject(), "applyUpgrade", actor.id(), Map.of("grade", customer.grade().name()),
                Map.of("grade", wanted.name(), "reason", reason.strip()), clock.instant()));
        return upgrade;
    }

    /** The class that is applied for, while nobody has decided. */
    @Transactional(readOnly = true)
    public Optional<Grade> open(CustomerId customer) {
        return store.openUpgrade(customer).map(GradingStore.Upgrade::to);
    }

    @EventListener
    void decided(ApprovalDecided decision) {
        if (!decision.subject().type().equals(SUBJECT)) {
            return;
        }
        var upgrade = store.upgrade(decision.subject().id()).orElseThrow();
        store.endUpgrade(upgrade.id(), decision.approved(), decision.reason(), decision.by(), clock.instant());
        if (decision.approved()) {
            var now = customers.get(upgrade.customer()).grade();
            store.step(upgrade.customer(), upgrade.to(), today.day(), "APPLICATION", upgrade.reason(), null, upgrade.profile(),
                    decision.by(), clock.instant());
            events.publishEvent(new GradeChanged(upgrade.customer(), now, upgrade.to()));
            events.publishEvent(new Happening(upgrade.customer().subject(), "upgrade", decision.by(), Map.of("grade", now.name()),
                    Map.of("grade", upgrade.to().name()), clock.instant()));
        }
    }

    private List<ApprovalStep> route(Grade from, Grade to) {
        int classes = Math.min(from.ordinal(), Grade.D.ordinal()) - to.ordinal();
        var routes = rules.profile().section("approvals");
        var steps = routes.path(classes > 1 && routes.has("upgradeTwoClasses") ? "upgradeTwoClasses" : "upgrade");
        var route = new ArrayList<ApprovalStep>();
        steps.forEach(step -> {
            var roles = new LinkedHashSet<String>();
            step.path("roles").forEach(role -> roles.add(role.asString("")));
            route.add(new ApprovalStep(roles));
        });
        return route;
    }

    private static Sentence label(Grade grade) {
        return new Sentence("customer.grade." + grade.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String hash(CustomerView customer, Grade wanted, String reason) {
        try {
            var text = customer.id().value() + "|" + customer.grade() + "|" + wanted + "|" + reason.strip();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
