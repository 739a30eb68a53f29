package org.huiyin.improvement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Paging;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Effects that prove themselves: watched for so many days and so many lots, looked up in the records, drafted, and signed by
 * a person of the right role who did not do the work (D18, D27, T-VERIFY). Reopening plans another round; nothing is erased
 * (D19, T-REOPEN). Longer than usual since draft and signature are one rule.
 */
@Service
@Transactional
public class Effects {


    private final EffectStore store;
    private final List<ExposureSource> sources;
    private final List<RecordActions> keepers;
    private final Actions actions;
    private final ActionWork work;
    private final Procedures procedures;
    private final Calendars calendars;
    private final People people;
    private final Signatures signatures;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Effects(EffectStore store, List<ExposureSource> sources, List<RecordActions> keepers, Actions actions, ActionWork work, Procedures procedures, Calendars calendars, People people,
            Signatures signatures, Notifications notifications, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.keepers = keepers;
        this.actions = actions;
        this.work = work;
        this.procedures = procedures;
        this.calendars = calendars;
        this.people = people;
        this.signatures = signatures;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** Begins to watch an effect; a second time for the same record it is another round. */
    public EffectId plan(PersonId by, NewEffect wanted) {
        if (wanted.origins().isEmpty()) {
            throw new InvalidInput("origin", "improvement.invalid.origin");
        }
        var id = new EffectId(Ids.next());
        int round = store.rounds(wanted.subject()) + 1;
        var rules = procedures.byId(wanted.profileVersion()).section("improvement", ImprovementSection.class);
        store.insert(id, wanted, round, rules, by, clock.instant());
        events.publishEvent(new Happening(id.subject(), "plan", by, Map.of(), Map.of("number", wanted.number(), "round", round, "since", wanted.since().toString(),
                "days", rules.effectDays(), "lots", rules.effectLots()), clock.instant()));
        return id;
    }

    /** The watch, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public EffectView get(EffectId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** All rounds of a record, the first one first. */
    @Transactional(readOnly = true)
    public List<EffectView> of(SubjectRef subject) {
        return store.of(subject);
    }

    /** The round that counts now. */
    @Transactional(readOnly = true)
    public Optional<EffectView> current(SubjectRef subject) {
        return store.of(subject).stream().reduce((a, b) -> b);
    }

    /** All rounds of the record with the number, if the actor may see it. */
    @Transactional(readOnly = true)
    public List<EffectView> byNumber(Actor actor, String number) {
        actor.mustHave("action.read");
        var rounds = store.ofNumber(number).stream().filter(e -> sees(actor, e)).toList();
        if (rounds.isEmpty()) {
            throw new NotFound();
        }
        return rounds;
    }

    private static boolean sees(Actor actor, EffectView e) {
        return actor.may("customer.readAll") || e.customer() == null || actor.id().equals(e.customerOwner());
    }

    @Transactional(readOnly = true)
    public List<EffectView> list(Actor actor, EffectFilter filter) {
        actor.mustHave("action.read");
        return store.list(actor, filter, clock.instant());
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, EffectFilter filter) {
        actor.mustHave("action.read");
        return store.count(actor, filter, clock.instant());
    }

    /** All that the filter finds, page by page, for lists as files. */
    @Transactional(readOnly = true)
    public void each(Actor actor, EffectFilter filter, Consumer<EffectView> sink) {
        actor.mustHave("action.read");
        var now = clock.instant();
        Paging.through(page -> store.list(actor, new EffectFilter(filter.q(), filter.show(), page, Paging.LONGEST), now), sink);
    }

    /** The same defect came back on the same part: the watch over the record has failed, whatever was signed before (T-REOPEN). */
    public void fail(PersonId by, SubjectRef subject, Exposure.Recurrence again) {
        var e = current(subject).filter(one -> one.failure() == null && one.end() == null).orElse(null);
        if (e != null) {
            store.fail(e.id(), again, by, clock.instant());
            events.publishEvent(new Happening(e.id().subject(), "fail", by, Map.of(), Map.of("number", e.number(), "again", again.number(), "at", again.at().toString()),
                    clock.instant()));
        }
    }

    /** There is nothing to watch any more: the round ends without a verdict and says why; those who did the work hear of it. */
    public void end(PersonId by, EffectId id, Sentence reason) {
        store.lock(id);
        var e = get(id);
        if (!e.running()) {
            return;
        }
        store.end(id, reason, by, clock.instant());
        events.publishEvent(new Happening(id.subject(), "end", by, Map.of(), Map.of("number", e.number(), "round", e.round(), "reason", reason.toString()), clock.instant()));
        var told = new LinkedHashSet<>(e.doers());
        told.remove(by);
        notifications.tell(told, new Sentence("improvement.effect.note.ended", e.number(), reason), id.subject(), "actions/effects/" + e.number());
    }

    /** How the effect stands today, and what the records would say. */
    @Transactional(readOnly = true)
    public Assessment assess(EffectView e) {
        var exposure = sources.stream().map(s -> s.since(e.subject(), e.since())).reduce(Exposure.NOTHING, Exposure::and);
        var calendar = calendars.inForce();
        LocalDate from = calendar.dayOf(e.since());
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(from, calendar.dayOf(clock.instant())));
        List<Sentence> reasons = new ArrayList<>();
        reasons.add(new Sentence("improvement.effect.days", days, e.days()));
        reasons.add(new Sentence("improvement.effect.lots", exposure.lots(), e.lots()));
        exposure.recurrences().forEach(again -> reasons.add(new Sentence("improvement.effect.again", again.number(), again.at())));
        return new Assessment(days, exposure, draft(e, exposure, days, reasons), reasons, from.plusDays(e.days()), from.plusDays(e.maximumDays()));
    }

    private static @Nullable Verdict draft(EffectView e, Exposure exposure, int days, List<Sentence> reasons) {
        if (!exposure.recurrences().isEmpty()) {
            return Verdict.NOT_EFFECTIVE;
        }
        if (days >= e.days() && exposure.lots() >= e.lots()) {
            return Verdict.EFFECTIVE;
        }
        if (days >= e.maximumDays()) {
            reasons.add(new Sentence("improvement.effect.tooFew", e.maximumDays(), exposure.lots(), e.lots()));
            return Verdict.NOT_ASSESSABLE;
        }
        return null;
    }

    /** The origins for which this person may still sign; none for whoever did the work. */
    @Transactional(readOnly = true)
    public Set<String> maySign(Actor actor, EffectView e) {
        return !e.running() || !actor.may("action.verify") || !isLast(e) ? Set.of()
                : rule(e).open(actor, origins(e), doers(e), given(e));
    }

    /** Only the last round can be judged. */
    private boolean isLast(EffectView e) {
        return store.rounds(e.subject()) == e.round();
    }

    /** Who may judge this effect. */
    @Transactional(readOnly = true)
    public Set<PersonId> verifiers(EffectView e) {
        var roles = e.asked().stream().flatMap(o -> rule(e).rolesByOrigin().getOrDefault(o, Set.of()).stream()).toList();
        var found = new LinkedHashSet<>(ActionPeople.holders(people, roles, null));
        found.removeAll(doers(e));
        return found;
    }

    /**
     * Signs a verdict with the password. "Effective" is refused before the days and the lots are there; a verdict other than
     * the drafted one needs a reason. The actions of the same record that wait for a verification get it by this one.
     */
    public void sign(Member member, @Nullable String password, EffectId id, String origin, Verdict verdict, String finding, String reason) {
        var actor = member.actor();
        actor.mustHave("action.verify");
        store.lock(id);
        var e = store.find(id).filter(one -> sees(actor, one)).orElseThrow(NotFound::new);
        if (e.end() != null) {
            throw new BrokenRule("improvement.effect.refused.ended", e.number(), e.end().reason());
        }
        if (!isLast(e) || e.verdict() != null) {
            throw new BrokenRule("improvement.effect.refused.decided", e.number());
        }
        rule(e).verify(actor, origin, origins(e), doers(e), given(e), reason);
        var standing = assess(e);
        check(e, standing, verdict, finding, reason);
        var meaning = new Sentence("improvement.effect.meaning", e.number(), new Sentence("improvement.verdict." + verdict.name().toLowerCase(Locale.ROOT)));
        var signature = signatures.sign(member, password, id.subject(), meaning, hash(e, standing, verdict, finding.strip()));
        store.verdict(id, new EffectView.Given(origin, verdict, standing.draft(), standing.days(), standing.exposure().lots(),
                standing.exposure().recurrences().stream().map(Exposure.Recurrence::number).toList(), finding.strip(), reason.strip(), signature.value(), actor.id(),
                clock.instant()));
        var after = get(id);
        events.publishEvent(new Happening(id.subject(), "judge", actor.id(), Map.of(), Map.of("number", e.number(), "origin", origin, "verdict", verdict.name(),
                "draft", String.valueOf(standing.draft()), "finding", finding.strip(), "reason", reason.strip()), clock.instant()));
        verifyActions(actor, after, origin, verdict, finding.strip(), reason.strip());
        events.publishEvent(new EffectSigned(id, e.subject(), e.round(), after.verdict(), finding.strip(), actor.id(), clock.instant()));
        tellDoers(actor, after);
    }

    private static void check(EffectView e, Assessment standing, Verdict verdict, String finding, String reason) {
        if (finding.isBlank()) {
            throw new InvalidInput("finding", "improvement.invalid.blank");
        }
        if (finding.strip().length() > 1000 || reason.strip().length() > 1000) {
            throw new InvalidInput(finding.strip().length() > 1000 ? "finding" : "reason", "improvement.invalid.long", 1000);
        }
        if (verdict == Verdict.EFFECTIVE && standing.draft() == null) {
            throw new BrokenRule("improvement.effect.refused.early", e.number(), standing.days(), e.days(), standing.exposure().lots(), e.lots());
        }
        if (verdict != standing.draft() && reason.isBlank()) {
            throw new InvalidInput("reason", "improvement.effect.invalid.reason");
        }
    }

    /** One look, one verdict: the actions of the same record need not be verified a second time. */
    private void verifyActions(Actor actor, EffectView e, String origin, Verdict verdict, String finding, String reason) {
        if (verdict == Verdict.NOT_ASSESSABLE) {
            return;
        }
        var criterion = "≥ " + e.days() + " d, ≥ " + e.lots() + " lots";
        actionsOf(e).stream().filter(a -> work.mayVerify(actor, a).contains(origin))
                .forEach(a -> work.verify(actor, a.id(), origin, verdict, criterion, finding, reason, null));
    }

    private void tellDoers(Actor actor, EffectView e) {
        Verdict verdict = e.verdict();
        if (verdict != null) {
            var who = new LinkedHashSet<>(e.doers());
            who.remove(actor.id());
            notifications.tell(who, new Sentence("improvement.effect.note", e.number(), new Sentence("improvement.verdict." + verdict.name().toLowerCase(Locale.ROOT))),
                    e.id().subject(), "actions/effects/" + e.number());
        }
    }

    /** Whether an effect of the record is being watched and not decided. */
    @Transactional(readOnly = true)
    public boolean watches(SubjectRef subject) {
        return current(subject).filter(EffectView::running).isPresent();
    }

    private Verification rule(EffectView e) {
        return procedures.byId(e.profileVersion()).section("verification", Verification.class);
    }

    private static Set<String> origins(EffectView e) {
        return e.asked();
    }

    /** Whoever the record names, and whoever did its actions. */
    private Set<PersonId> doers(EffectView e) {
        var doers = new LinkedHashSet<>(e.doers());
        actionsOf(e).forEach(action -> actions.measures(action.id()).stream().filter(m -> m.cycle() == action.cycle()).forEach(m -> {
            doers.add(m.owner());
            if (m.end() != null) {
                doers.add(m.end().by());
            }
        }));
        return doers;
    }

    private List<ActionView> actionsOf(EffectView e) {
        return java.util.stream.Stream.concat(actions.about(e.subject()).stream(), keepers.stream().flatMap(k -> k.of(e.subject()).stream()).map(actions::get)).toList();
    }

    private static List<Verification.Given> given(EffectView e) {
        return e.given().stream().map(g -> new Verification.Given(g.by(), g.origin(), g.reason())).toList();
    }

    private static String hash(EffectView e, Assessment standing, Verdict verdict, String finding) {
        String text = String.join("\u0001", e.id().value().toString(), verdict.name(), String.valueOf(standing.days()), String.valueOf(standing.exposure().lots()),
                standing.exposure().recurrences().toString(), finding);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
