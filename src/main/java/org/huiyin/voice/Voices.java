package org.huiyin.voice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.huiyin.records.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that customers said, by when each was promised an answer, and whether it came in time (001/5.1.3.2; D32). */
@Service
@Transactional
public class Voices {

    private static final Actor ALL_SEEING = new Actor(PersonId.SYSTEM, "", Set.of(), Set.of("customer.readAll"));

    private final VoiceStore store;
    private final Promises promises;
    private final Reckoner reckoner;
    private final Calendars calendars;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Voices(VoiceStore store, Promises promises, Reckoner reckoner, Calendars calendars, Numbers numbers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.promises = promises;
        this.reckoner = reckoner;
        this.calendars = calendars;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** By when words of the kind are to be answered, by the clock of the profile in force and the company's calendar. */
    @Transactional(readOnly = true)
    public Deadline promise(String kind, Instant received, @Nullable CustomerDate wish) {
        return promise(kind, received, wish, null);
    }

    /** The same with what was agreed with the customer, where the profile lets that go first (D6). */
    @Transactional(readOnly = true)
    public Deadline promise(String kind, Instant received, @Nullable CustomerDate wish, @Nullable CustomerId customer) {
        return reckoner.reckon(kind, received, wish, customer).deadline();
    }

    /** Takes down what was heard; the same words about the same subject are one voice, however often they are told. */
    public VoiceId hear(NewVoice voice) {
        var twin = store.twin(voice);
        if (twin.isPresent()) {
            return twin.get();
        }
        check(voice);
        var id = new VoiceId(Ids.next());
        var profile = reckoner.profile();
        var year = LocalDate.ofInstant(clock.instant(), calendars.inForce().zone()).getYear();
        var number = numbers.next(profile.prefix("voice"), year).toString();
        store.insert(id, number, voice, profile.id(), clock.instant());
        promises.heard(voice.receivedBy() == null ? PersonId.SYSTEM : voice.receivedBy(), id, voice);
        events.publishEvent(new Happening(id.subject(), "hear", voice.receivedBy() == null ? PersonId.SYSTEM : voice.receivedBy(), Map.of(),
                Map.of("number", number, "kind", voice.kind(), "due", voice.due().due().toString()), clock.instant()));
        return id;
    }

    private void check(NewVoice voice) {
        if (voice.text().isBlank()) {
            throw new InvalidInput("text", "voice.invalid.text");
        }
        if (voice.text().length() > 4000) {
            throw new InvalidInput("text", "voice.invalid.long", 4000);
        }
        if (voice.receivedAt().isAfter(clock.instant().plusSeconds(60))) {
            throw new InvalidInput("receivedAt", "voice.invalid.future");
        }
    }

    /** The same by a person, who needs the right to take words down. */
    public VoiceId hear(Actor actor, NewVoice voice) {
        actor.mustHave("voice.record");
        return hear(voice);
    }

    /** Says later whose voice it is; for modules that have checked who asks. */
    public void identified(Actor actor, VoiceId id, CustomerId customer) {
        var voice = store.find(id).orElseThrow(NotFound::new);
        store.identify(id, customer);
        events.publishEvent(new Happening(id.subject(), "identify", actor.id(), Map.of(), Map.of("number", voice.number(), "customer", customer.value().toString()),
                clock.instant()));
    }

    /** Notes that the customer got an answer at the instant; what was late stays late. */
    public void answered(Actor actor, VoiceId voice, String how, Instant at) {
        answered(actor, voice, how, "", at, actor.id());
    }

    /** Notes the answer with its words and who gave it. */
    public void answered(Actor actor, VoiceId id, String how, String text, Instant at, PersonId by) {
        actor.mustHave("voice.answer");
        note(actor, id, how, text, at, by);
    }

    private void note(Actor actor, VoiceId id, String how, String text, Instant at, PersonId by) {
        var voice = store.find(id).orElseThrow(NotFound::new);
        if (at.isBefore(voice.receivedAt())) {
            throw new InvalidInput("at", "voice.invalid.beforeReceipt", voice.receivedAt());
        }
        if (at.isAfter(clock.instant().plusSeconds(60))) {
            throw new InvalidInput("at", "voice.invalid.future");
        }
        if (voice.answers().stream().anyMatch(a -> a.how().equals(how) && a.text().equals(text.strip()) && a.at().equals(at))) {
            throw new BrokenRule("voice.answer.twice", voice.number());
        }
        store.answer(Ids.next(), id, new VoiceAnswer(how, text.strip(), at, by, actor.id(), clock.instant()));
        promises.kept(actor.id(), id, PromiseKind.ANSWER, how, at);
        events.publishEvent(new Happening(id.subject(), "answer", actor.id(), Map.of(),
                Map.of("number", voice.number(), "how", how, "at", at.toString(), "late", !voice.due().metBy(at)), clock.instant()));
    }

    /** Answers every open voice that was said in the subject, for processes whose own step tells the customer. */
    public int answeredAbout(Actor actor, SubjectRef subject, @Nullable CustomerId customer, String how, String text, Instant at) {
        int answered = 0;
        for (var voice : store.about(subject)) {
            if (voice.open() && (customer == null || customer.equals(voice.customer())) && !at.isBefore(voice.receivedAt())) {
                note(actor, voice.id(), how, text, at, actor.id());
                answered++;
            }
        }
        return answered;
    }

    /** The voice, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public VoiceView get(VoiceId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The voice with the number, if the actor may see it: clerks those of their customers and those they took down. */
    @Transactional(readOnly = true)
    public VoiceView byNumber(Actor actor, String number) {
        actor.mustHave("voice.read");
        return store.find(number).filter(v -> sees(actor, v)).orElseThrow(NotFound::new);
    }

    private static boolean sees(Actor actor, VoiceView voice) {
        return actor.may("customer.readAll") || voice.customer() == null || actor.id().equals(voice.owner()) || actor.id().equals(voice.receivedBy());
    }

    /** A page of the inbox: open ones by due date first, then the answered ones. */
    @Transactional(readOnly = true)
    public List<VoiceView> list(Actor actor, VoiceFilter filter) {
        actor.mustHave("voice.read");
        return store.list(actor, filter, clock.instant(), begin(filter.dueFrom()), end(filter.dueTo()));
    }

    /** Whether the person sees any voice at all; an empty inbox says what to do. */
    @Transactional(readOnly = true)
    public boolean any(Actor actor) {
        actor.mustHave("voice.read");
        return store.any(actor, clock.instant());
    }

    /** How many the filter finds. */
    @Transactional(readOnly = true)
    public long count(Actor actor, VoiceFilter filter) {
        actor.mustHave("voice.read");
        return store.count(actor, filter, clock.instant(), begin(filter.dueFrom()), end(filter.dueTo()));
    }

    /** How many there are in the company, or of one state. */
    @Transactional(readOnly = true)
    public long countAll(@Nullable VoiceState state) {
        return store.count(ALL_SEEING, new VoiceFilter("", null, state, false, null, null, 1, 1), clock.instant(), null, null);
    }

    /** All that the filter finds, one after the other. */
    @Transactional(readOnly = true)
    public void each(Actor actor, VoiceFilter filter, Consumer<VoiceView> sink) {
        actor.mustHave("voice.read");
        store.each(actor, filter, clock.instant(), begin(filter.dueFrom()), end(filter.dueTo()), sink);
    }

    /** What the customer said, the latest first. */
    @Transactional(readOnly = true)
    public List<VoiceView> of(CustomerId customer, int limit) {
        return store.ofCustomer(customer, limit);
    }

    /** What was said in the subject. */
    @Transactional(readOnly = true)
    public List<VoiceView> about(SubjectRef subject) {
        return store.about(subject);
    }

    /** The echo rate of the days from and to, both included. */
    @Transactional(readOnly = true)
    public EchoRate rate(LocalDate from, LocalDate to) {
        var counts = store.counts(reckoner.begin(from), reckoner.begin(to.plusDays(1)), clock.instant());
        var all = counts.values().stream().reduce(EchoRate.Count.NONE, EchoRate.Count::plus);
        return new EchoRate(from, to, all, counts);
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(reckoner::begin).orElse(null);
    }

    private @Nullable Instant end(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(d -> reckoner.begin(d.plusDays(1))).orElse(null);
    }
}
