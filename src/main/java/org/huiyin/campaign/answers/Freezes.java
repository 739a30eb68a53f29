package org.huiyin.campaign.answers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.approval.SignatureView;
import org.huiyin.approval.Signatures;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The freeze: survey unit and quality go through the answers together and both sign what counts (001/5.4.3.1). Two
 * people, the same hash; whatever changes in between makes the first signature void.
 */
@Service
@Transactional
public class Freezes {

    private static final String FREEZE = "result.freeze";
    private static final String ROUTE = "freeze";

    private final FreezeStore store;
    private final AnswerStore answers;
    private final Rounds rounds;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Freezes(FreezeStore store, AnswerStore answers, Rounds rounds, Signatures signatures, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.rounds = rounds;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    private record Step(Set<String> roles) {}

    /** What was signed last, for modules that compute results. */
    @Transactional(readOnly = true)
    public java.util.Optional<FreezeView> latest(RoundId round) {
        return store.of(round).stream().findFirst();
    }

    /** How far the round is from its freeze. */
    @Transactional(readOnly = true)
    public FreezeStanding standing(Actor actor, RoundId id) {
        actor.mustHave("round.read");
        var round = rounds.get(id);
        var hash = store.contentHash(id);
        var freezes = store.of(id);
        var correction = store.openCorrection(id).orElse(null);
        boolean settled = !freezes.isEmpty() && correction == null;
        int number = settled ? freezes.getFirst().number() : freezes.size() + 1;
        var given = signatures.of(subject(id, number));
        var valid = settled ? given : given.stream().filter(s -> s.contentHash().equals(hash)).toList();
        var standing = valid.stream().filter(s -> !settled || freezes.getFirst().signatures().contains(s.id().value())).toList();
        return new FreezeStanding(round, answers.counts(id), settled ? List.of() : hindrances(round, correction),
                places(route(round), standing), hash, settled ? List.of() : without(given, valid), freezes, correction, mayCorrect(round));
    }

    private static List<SignatureView> without(List<SignatureView> all, List<SignatureView> some) {
        return all.stream().filter(s -> !some.contains(s)).toList();
    }

    /** Signs what counts now; the second of two people freezes the round. Returns whether it is frozen. */
    public boolean sign(Member member, @Nullable String password, RoundId id) {
        var actor = member.actor();
        actor.mustHave(FREEZE);
        store.lock(id);
        var before = standing(actor, id);
        mustBeSignable(before);
        mustFindPlace(actor, before);
        int number = before.freezes().size() + 1;
        var meaning = new Sentence("campaign.answer.freeze.meaning", before.round().number(), before.counts().counted(), before.counts().invalid());
        signatures.sign(member, password, subject(id, number), meaning, before.contentHash());
        var given = places(route(before.round()),
                signatures.of(subject(id, number)).stream().filter(s -> s.contentHash().equals(before.contentHash())).toList());
        if (given.stream().anyMatch(place -> place.signature() == null)) {
            return false;
        }
        freeze(actor, before, number, given);
        return true;
    }

    private void freeze(Actor actor, FreezeStanding before, int number, List<FreezeStanding.Place> places) {
        var ids = new ArrayList<org.huiyin.approval.SignatureId>();
        places.forEach(place -> {
            if (place.signature() != null) {
                ids.add(place.signature().id());
            }
        });
        var round = before.round();
        var freeze = store.insert(round.id(), number, before.contentHash(), before.counts(), ids, clock.instant());
        if (round.state() != RoundState.FROZEN) {
            rounds.advance(actor.id(), round.id(), RoundState.FROZEN, "");
        }
        events.publishEvent(new Happening(round.id().subject(), "freeze", actor.id(), Map.of(),
                Map.of("number", number, "hash", freeze.contentHash(), "counted", freeze.counted(), "received", freeze.received()), freeze.at()));
        events.publishEvent(new RoundFrozen(round.id(), number));
    }

    private static void mustBeSignable(FreezeStanding standing) {
        if (standing.settled()) {
            throw new BrokenRule("campaign.answer.refused.frozenAlready", standing.round().number());
        }
        standing.hindrances().stream().findFirst().ifPresent(first -> {
            throw new BrokenRule(first.key(), first.args().toArray());
        });
    }

    private static void mustFindPlace(Actor actor, FreezeStanding standing) {
        boolean signed = standing.places().stream()
                .anyMatch(place -> place.signature() != null && place.signature().person().equals(actor.id()));
        if (signed) {
            throw new BrokenRule("campaign.answer.refused.signedAlready");
        }
        boolean place = standing.places().stream().anyMatch(p -> p.signature() == null && p.roles().stream().anyMatch(actor::is));
        if (!place) {
            throw new BrokenRule("campaign.answer.refused.noPlace");
        }
    }

    /** Opens signed answers once more, where the procedure allows it; the first freeze stays as it was. */
    public void correct(Actor actor, RoundId id, String reason) {
        actor.mustHave(FREEZE);
        store.lock(id);
        var standing = standing(actor, id);
        if (!standing.settled()) {
            throw new BrokenRule("campaign.answer.refused.notFrozen", standing.round().number());
        }
        if (standing.round().state() != RoundState.FROZEN || !standing.mayCorrect()) {
            throw new BrokenRule("campaign.answer.refused.noCorrection", standing.round().number());
        }
        if (reason.isBlank() || reason.strip().length() > 1000) {
            throw new InvalidInput("reason", "campaign.answer.invalid.reason", 1000);
        }
        int number = standing.freezes().getFirst().number();
        store.correct(id, number, reason.strip(), actor.id(), clock.instant());
        events.publishEvent(new Happening(id.subject(), "correct", actor.id(), Map.of(), Map.of("after", number, "reason", reason.strip()),
                clock.instant()));
    }

    private List<Sentence> hindrances(RoundView round, @Nullable CorrectionView correction) {
        List<Sentence> found = new ArrayList<>();
        if (round.state() != RoundState.CHECKING && correction == null) {
            found.add(round.state() == RoundState.COLLECTING
                    ? new Sentence("campaign.answer.freeze.collecting", round.closesOn())
                    : new Sentence("campaign.answer.freeze.state", round.number()));
        }
        var counts = answers.counts(round.id());
        if (counts.doubtful() > 0) {
            found.add(new Sentence("campaign.answer.freeze.doubtful", counts.doubtful()));
        }
        int paper = store.uncheckedPaper(round.id());
        if (paper > 0) {
            found.add(new Sentence("campaign.answer.freeze.paper", paper));
        }
        if (counts.counted() == 0) {
            found.add(new Sentence("campaign.answer.freeze.nothing"));
        }
        return found;
    }

    private List<Step> route(RoundView round) {
        var steps = new ArrayList<Step>();
        rounds.profileOf(round).section("approvals").path(ROUTE).forEach(step -> {
            var roles = new java.util.TreeSet<String>();
            step.path("roles").forEach(role -> roles.add(role.asString()));
            steps.add(new Step(roles));
        });
        return steps.isEmpty() ? List.of(new Step(Set.of("SALES_HEAD")), new Step(Set.of("QUALITY", "QUALITY_HEAD"))) : steps;
    }

    /** Gives each signature a place that one of its roles may fill; one person fills one place. */
    private static List<FreezeStanding.Place> places(List<Step> route, List<SignatureView> signatures) {
        var people = signatures.stream().collect(Collectors.toMap(SignatureView::person, s -> s, (first, again) -> first,
                java.util.LinkedHashMap::new));
        var taken = new SignatureView[route.size()];
        seat(route, new ArrayList<>(people.values()), 0, taken);
        var places = new ArrayList<FreezeStanding.Place>();
        for (int i = 0; i < route.size(); i++) {
            places.add(new FreezeStanding.Place(route.get(i).roles(), taken[i]));
        }
        return places;
    }

    /** Tries all ways of seating, so that somebody with both roles does not take the only seat of another. */
    private static boolean seat(List<Step> route, List<SignatureView> people, int next, @Nullable SignatureView[] taken) {
        if (next == people.size()) {
            return true;
        }
        var person = people.get(next);
        for (int i = 0; i < route.size(); i++) {
            if (taken[i] == null && route.get(i).roles().stream().anyMatch(person.roles()::contains)) {
                taken[i] = person;
                if (seat(route, people, next + 1, taken)) {
                    return true;
                }
                taken[i] = null;
            }
        }
        return false;
    }

    private boolean mayCorrect(RoundView round) {
        ProfileVersion profile = rounds.profileOf(round);
        return profile.section("survey").path("correctionAfterFreeze").asBoolean(false);
    }

    private static SubjectRef subject(RoundId round, int number) {
        return new SubjectRef("freeze", UUID.nameUUIDFromBytes((round.value() + "#" + number).getBytes(StandardCharsets.UTF_8)));
    }
}
