package org.huiyin.complaint;

import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Voices;
import org.huiyin.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Any unit can be asked for something on a case, such as research and development for a drawing: with a clock, answered by a
 * document with its revision, received or sent back (004/5.4; 001/3.7).
 */
@Service
@Transactional
public class Requests {

    private static final String RULE = "INFO_REQUEST";
    private static final String RIGHT = "complaint.record";
    private static final int LONGEST = 4_000;

    private final RequestStore store;
    private final ComplaintStore complaints;
    private final Complaints face;
    private final Voices voices;
    private final Procedures procedures;
    private final People people;
    private final Attachments attachments;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(RequestStore store, ComplaintStore complaints, Complaints face, Voices voices, Procedures procedures, People people, Attachments attachments,
            Notifications notifications, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.face = face;
        this.voices = voices;
        this.procedures = procedures;
        this.people = people;
        this.attachments = attachments;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** A file beside the answer. */
    public record Upload(String name, InputStream content) {}

    /** Asks a unit, under an id of the form's, so that a form sent twice asks once. */
    public RequestView ask(Actor actor, ComplaintId id, UUID wanted, NewRequest request) {
        actor.mustHave("complaint.work");
        var k = complaints.lock(id).filter(c -> face.sees(actor, c)).orElseThrow(NotFound::new);
        var twin = store.find(wanted);
        if (twin.isPresent()) {
            return twin.get();
        }
        if (!k.open()) {
            throw new BrokenRule("complaint.refused.closed", k.number());
        }
        filled("question", request.question());
        var asked = asked(request.role(), request.department(), request.person());
        if (asked.isEmpty()) {
            throw new InvalidInput("unit", "complaint.request.invalid.unit");
        }
        var now = clock.instant();
        store.insert(wanted, id, request, voices.promise(RULE, now, null), procedures.inForce().clauseOf("clock.rules." + RULE), actor.id(), now);
        var made = get(wanted);
        happen(actor, made, "ask", Map.of("question", request.question(), "unit", unit(made), "due", made.due().toString()));
        tell(actor, asked, "complaint.note.asked", made);
        return made;
    }

    /** Those who are asked: the holders of the role, the members of the department, the person. */
    private Set<PersonId> asked(@Nullable String role, @Nullable UUID department, @Nullable PersonId person) {
        var found = new LinkedHashSet<PersonId>();
        if (role != null) {
            people.holders(role).forEach(p -> found.add(p.id()));
        }
        people.all().stream().filter(PersonView::active)
                .filter(p -> p.id().equals(person) || department != null && department.equals(p.departmentId())).forEach(p -> found.add(p.id()));
        return found;
    }

    /** The unit gives what was asked for. */
    public void answer(Actor actor, String number, NewData data, @Nullable Upload upload) {
        actor.mustHave(RIGHT);
        var r = locked(actor, number);
        if (!mayAnswer(actor, r)) {
            throw new BrokenRule("complaint.request.refused.notAsked", unit(r));
        }
        if (!r.state().open()) {
            throw new BrokenRule("complaint.request.refused.answered", r.number());
        }
        check(data, upload);
        var file = upload == null ? null : attachments.store(actor, r.subject(), upload.name(), upload.content()).id();
        store.step(r.id(), RequestState.ANSWERED, data, file, actor.id(), clock.instant());
        happen(actor, r, "give", Map.of("document", data.document(), "revision", data.revision(), "words", data.words(), "late", clock.instant().isAfter(r.due())));
        tell(actor, Set.of(r.askedBy()), "complaint.note.given", r);
    }

    private static void check(NewData data, @Nullable Upload upload) {
        if (data.empty() && upload == null) {
            throw new InvalidInput("document", "complaint.request.invalid.nothing");
        }
        if (!data.document().isEmpty() && data.revision().isEmpty()) {
            throw new InvalidInput("revision", "complaint.request.invalid.revision");
        }
        if (data.words().length() > LONGEST) {
            throw new InvalidInput("words", "complaint.invalid.long", LONGEST);
        }
        if (data.document().length() > 120 || data.revision().length() > 40) {
            throw new InvalidInput(data.document().length() > 120 ? "document" : "revision", "complaint.invalid.longField", data.document().length() > 120 ? 120 : 40);
        }
    }

    /** Whoever asked has what was needed. */
    public void receive(Actor actor, String number) {
        var r = answered(actor, number);
        store.step(r.id(), RequestState.RECEIVED, new NewData("", "", ""), null, actor.id(), clock.instant());
        happen(actor, r, "receive", Map.of());
        tell(actor, Set.of(r.steps().getLast().by()), "complaint.note.received", r);
    }

    /** It is not what was asked for; the clock has not stopped. */
    public void sendBack(Actor actor, String number, String reason) {
        var r = answered(actor, number);
        store.step(r.id(), RequestState.RETURNED, new NewData(filled("reason", reason), "", ""), null, actor.id(), clock.instant());
        happen(actor, r, "sendBack", Map.of("reason", reason.strip()));
        tell(actor, asked(r.role(), r.department(), r.person()), "complaint.note.returned", r);
    }

    private RequestView answered(Actor actor, String number) {
        actor.mustHave("complaint.work");
        var r = locked(actor, number);
        if (!mayReceive(actor, r)) {
            throw new BrokenRule("complaint.request.refused.notAnswered", r.number());
        }
        return r;
    }

    /** It is no longer wanted. */
    public void withdraw(Actor actor, String number, String reason) {
        actor.mustHave("complaint.work");
        var r = locked(actor, number);
        if (!mayWithdraw(actor, r)) {
            throw new BrokenRule("complaint.request.refused.answered", r.number());
        }
        store.step(r.id(), RequestState.WITHDRAWN, new NewData(filled("reason", reason), "", ""), null, actor.id(), clock.instant());
        happen(actor, r, "unask", Map.of("reason", reason.strip()));
        tell(actor, asked(r.role(), r.department(), r.person()), "complaint.note.unasked", r);
    }

    @Transactional(readOnly = true)
    public boolean mayAnswer(Actor actor, RequestView r) {
        return r.state().open() && actor.may(RIGHT) && store.askedOf(actor, r.id());
    }

    /** Whoever asked, or works on the complaint, but not who gave it. */
    @Transactional(readOnly = true)
    public boolean mayReceive(Actor actor, RequestView r) {
        return r.state() == RequestState.ANSWERED && actor.may("complaint.work") && !r.steps().getLast().by().equals(actor.id())
                && (actor.id().equals(r.askedBy()) || face.sees(actor, face.get(r.complaint())));
    }

    @Transactional(readOnly = true)
    public boolean mayWithdraw(Actor actor, RequestView r) {
        return r.state().open() && actor.may("complaint.work") && (actor.id().equals(r.askedBy()) || actor.may("complaint.triage"));
    }

    private RequestView locked(Actor actor, String number) {
        var r = byNumber(actor, number);
        if (complaints.lock(r.complaint()).isEmpty()) {
            throw new NotFound();
        }
        return get(r.id());
    }

    private RequestView get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The request with the number, for those who see the complaint, who asked and who are asked. */
    @Transactional(readOnly = true)
    public RequestView byNumber(Actor actor, String number) {
        actor.mustHave("complaint.read");
        int dash = number.lastIndexOf('-');
        if (dash < 1 || !number.substring(dash + 1).matches("\\d{1,4}")) {
            throw new NotFound();
        }
        return store.find(number.substring(0, dash), Integer.parseInt(number.substring(dash + 1))).filter(r -> sees(actor, r)).orElseThrow(NotFound::new);
    }

    boolean sees(Actor actor, RequestView r) {
        return actor.id().equals(r.askedBy()) || store.askedOf(actor, r.id()) || face.sees(actor, face.get(r.complaint()));
    }

    boolean sees(Actor actor, UUID id) {
        return store.find(id).filter(r -> sees(actor, r)).isPresent();
    }

    boolean mayAnswer(Actor actor, UUID id) {
        return store.find(id).filter(r -> mayAnswer(actor, r)).isPresent();
    }

    /** What was asked on the complaint, the first one first. */
    @Transactional(readOnly = true)
    public List<RequestView> of(ComplaintId complaint) {
        return store.of(complaint);
    }

    /** A page of the list: open ones by their date first. */
    @Transactional(readOnly = true)
    public List<RequestView> list(Actor actor, RequestFilter filter) {
        actor.mustHave("complaint.read");
        return store.list(actor, filter, clock.instant());
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, RequestFilter filter) {
        actor.mustHave("complaint.read");
        return store.count(actor, filter, clock.instant());
    }

    /** All that the filter finds, for lists as files. */
    @Transactional(readOnly = true)
    public void each(Actor actor, RequestFilter filter, Consumer<RequestView> sink) {
        actor.mustHave("complaint.read");
        Paging.through(page -> store.list(actor, new RequestFilter(filter.q(), filter.mine(), filter.open(), filter.late(), page, Paging.LONGEST), clock.instant()), sink);
    }

    /** Whom it asks, in the company's own words. */
    @Transactional(readOnly = true)
    public String unit(RequestView r) {
        return r.role() != null ? people.roleName(r.role()) : r.person() != null ? people.get(r.person()).name() : Objects.requireNonNullElse(r.departmentName(), "");
    }

    private void happen(Actor actor, RequestView r, String verb, Map<String, ? extends Object> after) {
        var told = new java.util.LinkedHashMap<String, @Nullable Object>(after);
        told.put("number", r.number());
        events.publishEvent(new Happening(r.complaint().subject(), verb, actor.id(), Map.of(), told, clock.instant()));
    }

    private void tell(Actor actor, Set<PersonId> who, String key, RequestView r) {
        var told = new LinkedHashSet<>(who);
        told.remove(actor.id());
        notifications.tell(told, new Sentence(key, r.number(), shortened(r.question())), r.subject(), r.path());
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    private static String filled(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "complaint.invalid.empty");
        }
        if (text.strip().length() > LONGEST) {
            throw new InvalidInput(field, "complaint.invalid.long", LONGEST);
        }
        return text.strip();
    }
}
