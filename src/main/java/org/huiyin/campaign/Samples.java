package org.huiyin.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.approval.ApprovalView;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.ProfileVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Whom a round asks: proposed by the rule, changed by hand with a reason, approved along the route of the profile (001/5.4.2.1a). */
@Service
@Transactional
public class Samples {

    private static final int LONGEST_REASON = 500;

    private final SampleStore store;
    private final SampleDraw draw;
    private final Rounds rounds;
    private final RoundStore roundStore;
    private final Directory directory;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Samples(SampleStore store, SampleDraw draw, Rounds rounds, RoundStore roundStore, Directory directory, Approvals approvals,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.draw = draw;
        this.rounds = rounds;
        this.roundStore = roundStore;
        this.directory = directory;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /** The sample of a round; without strata while nothing has been drawn. */
    @Transactional(readOnly = true)
    public SampleView of(RoundId id) {
        var round = rounds.get(id);
        var entries = store.entries(id);
        var names = directory.customers(entries.stream().map(SampleStore.Entry::customer).toList());
        var profile = rounds.profileOf(round);
        var proposal = draw.rebuilt(round, profile, entries);
        var byId = entries.stream().collect(Collectors.toMap(entry -> entry.customer().value(), entry -> entry));
        var strata = proposal.strata().stream()
                .map(stratum -> new SampleView.Stratum(stratum.code(), stratum.share(), stratum.size(), stratum.picks().stream()
                        .map(pick -> row(Objects.requireNonNull(byId.get(pick.candidate().customer())), names))
                        .toList()))
                .toList();
        var ineligible = entries.stream().filter(e -> e.origin() == SampleRow.Origin.INELIGIBLE).map(e -> row(e, names)).toList();
        return new SampleView(strata, ineligible, proposal.notes(), changes(id, names), hash(round, entries));
    }

    private static SampleRow row(SampleStore.Entry e, Map<CustomerId, Directory.Entry> names) {
        var name = names.get(e.customer());
        return new SampleRow(e.customer(), name == null ? "" : name.code(), name == null ? "" : name.name(), e.stratum(), e.grade(),
                e.position(), e.chosen(), e.proposed(), e.origin(), e.reason(), e.lastAnswered(), e.recentComplaints(), e.contacts());
    }

    private List<SampleChange> changes(RoundId id, Map<CustomerId, Directory.Entry> names) {
        return store.changes(id).stream()
                .map(c -> new SampleChange(name(c.leaving(), names), name(c.entering(), names), c.reason(), c.warnings(), c.by(), c.at()))
                .toList();
    }

    private static @Nullable String name(@Nullable CustomerId id, Map<CustomerId, Directory.Entry> names) {
        return id == null ? null : Optional.ofNullable(names.get(id)).map(Directory.Entry::name).orElse("");
    }

    /** Draws the sample by the rule and the round's seed; changes by hand made before are dropped, and their trace stays. */
    public SampleView propose(Actor actor, RoundId id) {
        actor.mustHave(Rounds.PLAN);
        var round = open(id);
        var entries = draw.draw(round, rounds.profileOf(round));
        store.replace(id, entries);
        if (round.state() == RoundState.PLANNED) {
            rounds.advance(actor.id(), id, RoundState.SAMPLING, "");
        }
        var chosen = entries.stream().filter(SampleStore.Entry::chosen).count();
        tell(actor, id, "propose", Map.of("chosen", chosen, "population", entries.size(), "seed", round.seed()));
        return of(id);
    }

    /** Asks one customer instead of another; says what to think over, such as a customer who has just been surveyed. */
    public List<Sentence> swap(Actor actor, RoundId id, CustomerId leaving, CustomerId entering, String reason) {
        actor.mustHave(Rounds.PLAN);
        var round = drawn(id);
        var why = reason(reason);
        var entries = store.entries(id);
        refuseIneligible(entries, entering);
        var swapped = draw.rebuilt(round, rounds.profileOf(round), entries).swap(leaving.value(), entering.value(), why);
        store.choose(id, leaving, false, SampleRow.Origin.SWAPPED, new Sentence("campaign.pick.swappedOut", why));
        store.choose(id, entering, true, SampleRow.Origin.SWAPPED, new Sentence("campaign.pick.swappedIn", why));
        return keep(actor, id, leaving, entering, why, swapped.warnings());
    }

    /** What a swap would have to be warned about. */
    @Transactional(readOnly = true)
    public List<Sentence> swapWarnings(RoundId id, CustomerId leaving, CustomerId entering) {
        var round = rounds.get(id);
        return draw.rebuilt(round, rounds.profileOf(round), store.entries(id)).swap(leaving.value(), entering.value(), "?").warnings();
    }

    /** Asks one more customer. */
    public void add(Actor actor, RoundId id, CustomerId customer, String reason) {
        actor.mustHave(Rounds.PLAN);
        drawn(id);
        var why = reason(reason);
        var entries = store.entries(id);
        refuseIneligible(entries, customer);
        if (entry(entries, customer).chosen()) {
            throw new BrokenRule("campaign.swap.alreadyChosen");
        }
        store.choose(id, customer, true, SampleRow.Origin.ADDED, new Sentence("campaign.round.pick.added", why));
        keep(actor, id, null, customer, why, List.of());
    }

    /** Leaves a customer out. */
    public void remove(Actor actor, RoundId id, CustomerId customer, String reason) {
        actor.mustHave(Rounds.PLAN);
        drawn(id);
        var why = reason(reason);
        if (!entry(store.entries(id), customer).chosen()) {
            throw new BrokenRule("campaign.swap.notChosen");
        }
        store.choose(id, customer, false, SampleRow.Origin.REMOVED, new Sentence("campaign.round.pick.removed", why));
        keep(actor, id, customer, null, why, List.of());
    }

    private List<Sentence> keep(Actor actor, RoundId id, @Nullable CustomerId out, @Nullable CustomerId in, String why, List<Sentence> warnings) {
        store.insert(id, new SampleStore.Change(out, in, why, warnings, actor.id(), clock.instant()));
        var after = new java.util.LinkedHashMap<String, @Nullable Object>();
        after.put("leaving", out == null ? null : out.value());
        after.put("entering", in == null ? null : in.value());
        after.put("reason", why);
        after.put("warnings", warnings.stream().map(Sentence::key).toList());
        tell(actor, id, "changeSample", after);
        return warnings;
    }

    private static SampleStore.Entry entry(List<SampleStore.Entry> entries, CustomerId customer) {
        return entries.stream().filter(e -> e.customer().equals(customer)).findFirst().orElseThrow(() -> new BrokenRule("campaign.swap.unknown"));
    }

    private static void refuseIneligible(List<SampleStore.Entry> entries, CustomerId customer) {
        var entry = entry(entries, customer);
        if (entry.origin() == SampleRow.Origin.INELIGIBLE) {
            throw new BrokenRule("campaign.round.refused.noFile");
        }
        if (entry.contacts() == 0) {
            throw new BrokenRule("campaign.round.refused.noContact");
        }
    }

    private static String reason(String reason) {
        var why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidInput("reason", "campaign.round.invalid.reason");
        }
        if (why.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "campaign.round.invalid.reasonLong", LONGEST_REASON);
        }
        return why;
    }

    private RoundView open(RoundId id) {
        roundStore.lock(id);
        var round = rounds.get(id);
        if (!round.state().open()) {
            throw new BrokenRule("campaign.round.refused.closedForChange", round.number());
        }
        return round;
    }

    private RoundView drawn(RoundId id) {
        var round = open(id);
        if (round.state() == RoundState.PLANNED) {
            throw new BrokenRule("campaign.round.refused.notDrawn");
        }
        return round;
    }

    /** Sends the plan with its sample to the approvers of the profile's route; without a route it is approved at once. */
    public Optional<UUID> submit(Actor actor, RoundId id) {
        actor.mustHave(Rounds.PLAN);
        var round = drawn(id);
        var view = of(id);
        refuseUnaskable(view);
        var profile = rounds.profileOf(round);
        var route = route(profile);
        if (route.isEmpty()) {
            rounds.advance(actor.id(), id, RoundState.APPROVAL, "");
            rounds.advance(actor.id(), id, RoundState.APPROVED, "");
            return Optional.empty();
        }
        var approval = approvals.request(actor, new ApprovalRequest(id.subject(),
                new Sentence("campaign.round.approve", round.number(), round.title(), view.chosen().size()), round.path() + "/sample",
                route, null, view.hash(), profile.id(), profile.clauseOf("sampling.shares")));
        store.insert(new SampleStore.Submission(id, approval, view.hash(), actor.id(), clock.instant()));
        rounds.advance(actor.id(), id, RoundState.APPROVAL, "");
        return Optional.of(approval);
    }

    private static void refuseUnaskable(SampleView view) {
        if (view.chosen().isEmpty()) {
            throw new BrokenRule("campaign.round.refused.nobodyChosen");
        }
        var silent = view.withoutContact();
        if (!silent.isEmpty()) {
            throw new BrokenRule("campaign.round.refused.withoutContact", silent.size(),
                    silent.stream().limit(5).map(SampleRow::name).collect(Collectors.joining("、")));
        }
    }

    /** The approvers named for samples, or those named for plans of rounds. */
    private static List<ApprovalStep> route(ProfileVersion profile) {
        var routes = profile.section("approvals");
        var steps = routes.path("sample").isEmpty() ? routes.path("roundPlan") : routes.path("sample");
        var route = new ArrayList<ApprovalStep>();
        for (JsonNode step : steps) {
            route.add(new ApprovalStep(step.path("roles").valueStream().map(JsonNode::asString).collect(Collectors.toSet())));
        }
        return route;
    }

    /** The approval that the sample waits for or has got. */
    @Transactional(readOnly = true)
    public Optional<ApprovalView> approval(RoundId id) {
        return store.lastSubmission(id).map(submission -> approvals.get(submission.approval()));
    }

    /** The approvers have spoken: what they signed must still be what stands here. */
    void decided(UUID approval, boolean approved, org.huiyin.kernel.PersonId by, String reason) {
        var submission = store.submission(approval).orElseThrow(NotFound::new);
        var round = rounds.get(submission.round());
        if (round.state() != RoundState.APPROVAL) {
            return;
        }
        if (!approved) {
            rounds.advance(by, round.id(), RoundState.SAMPLING, reason);
            return;
        }
        refuseStale(round, submission);
        rounds.advance(by, round.id(), RoundState.APPROVED, reason);
    }

    /** The proposer has taken the sample back. */
    void withdrawn(UUID approval, org.huiyin.kernel.PersonId by, String reason) {
        store.submission(approval)
                .map(submission -> rounds.get(submission.round()))
                .filter(round -> round.state() == RoundState.APPROVAL)
                .ifPresent(round -> rounds.advance(by, round.id(), RoundState.SAMPLING, reason));
    }

    private void refuseStale(RoundView round, SampleStore.Submission submission) {
        var entries = store.entries(round.id());
        var changed = draw.outdated(entries);
        if (!changed.isEmpty()) {
            var names = directory.customers(changed).values().stream().map(Directory.Entry::name).limit(5).collect(Collectors.joining("、"));
            throw new BrokenRule("campaign.round.refused.outdated", round.number(), names);
        }
        if (!hash(round, entries).equals(submission.hash())) {
            throw new BrokenRule("campaign.round.refused.otherHash", round.number());
        }
    }

    /** Over everything that is approved: the plan, and who is asked as a member of which class. */
    private static String hash(RoundView round, List<SampleStore.Entry> entries) {
        var text = new StringBuilder(round.number()).append('\n').append(round.title()).append('\n').append(round.opensOn()).append('\n')
                .append(round.closesOn()).append('\n').append(round.profileVersion()).append('\n').append(round.questionnaireVersion())
                .append('\n').append(round.confidential()).append('\n').append(round.seed()).append('\n');
        entries.stream().filter(SampleStore.Entry::chosen).map(e -> e.customer().value() + " " + e.stratum() + " " + e.grade()).sorted()
                .forEach(line -> text.append(line).append('\n'));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void tell(Actor actor, RoundId id, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, actor.id(), Map.of(), after, clock.instant()));
    }
}
