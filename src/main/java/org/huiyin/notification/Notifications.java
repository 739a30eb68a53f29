package org.huiyin.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what concerns them: in their inbox always, by mail as they wish. */
@Service
@Transactional
public class Notifications {

    private final NoteStore store;
    private final NoteMail mail;
    private final People people;
    private final ObjectProvider<NoteKind> announced;
    private final Clock clock;

    Notifications(NoteStore store, NoteMail mail, People people, ObjectProvider<NoteKind> announced, Clock clock) {
        this.store = store;
        this.mail = mail;
        this.people = people;
        this.announced = announced;
        this.clock = clock;
    }

    /** Tells these people, inside the caller's transaction; who has left is not told. */
    public void tell(Collection<PersonId> who, Sentence title, SubjectRef about, String path) {
        var kind = kindOf(about.type());
        for (var id : new LinkedHashSet<>(who)) {
            if (!id.equals(PersonId.SYSTEM)) {
                var person = people.get(id);
                if (person.active()) {
                    tell(person, kind, title, about, path);
                }
            }
        }
    }

    private void tell(PersonView person, NoteKind kind, Sentence title, SubjectRef about, String path) {
        store.insert(person.id(), kind.code(), title, about, path, clock.instant());
        if (NoteMail.reachable(person) && wishesOf(person.id()).mailKinds().contains(kind.code())) {
            mail.single(person, title, about, path);
        }
    }

    /** The person's inbox, the youngest first. */
    @Transactional(readOnly = true)
    public List<NoteView> inbox(Actor actor, boolean unreadOnly, @Nullable String kind, long offset, int limit) {
        return store.of(actor.id(), unreadOnly, kind, null, offset, limit);
    }

    /** One of the person's own notices. */
    @Transactional(readOnly = true)
    public NoteView get(Actor actor, UUID note) {
        return store.find(actor.id(), note).orElseThrow(NotFound::new);
    }

    /** How many notices the person has. */
    @Transactional(readOnly = true)
    public long count(Actor actor, boolean unreadOnly, @Nullable String kind) {
        return store.count(actor.id(), unreadOnly, kind);
    }

    /** How many notices wait for the person; for the bell. */
    @Transactional(readOnly = true)
    public int unread(PersonId person) {
        return Math.toIntExact(store.count(person, true, null));
    }

    /** Notes that the person has read these of her notices. */
    public void markRead(Actor actor, Collection<UUID> notes) {
        store.markRead(actor.id(), notes, clock.instant());
    }

    /** Notes that the person has read everything. */
    public void markAllRead(Actor actor) {
        store.markRead(actor.id(), null, clock.instant());
    }

    /** The kinds that people can wish for by mail. */
    public List<NoteKind> kinds() {
        var kinds = new ArrayList<>(announced.orderedStream().toList());
        kinds.add(NoteKind.OTHER);
        return List.copyOf(kinds);
    }

    /** What the person wants by mail. */
    @Transactional(readOnly = true)
    public Wishes wishesOf(PersonId person) {
        return store.wishes(person).orElseGet(() -> new Wishes(usual(), true));
    }

    /** Sets what one wants by mail oneself. */
    public void wish(Actor actor, Wishes wishes) {
        var known = kinds().stream().map(NoteKind::code).collect(Collectors.toSet());
        var kept = wishes.mailKinds().stream().filter(known::contains).collect(Collectors.toSet());
        store.wish(actor.id(), new Wishes(kept, wishes.digest()));
    }

    private Set<String> usual() {
        return announced.stream().filter(NoteKind::mailByDefault).map(NoteKind::code).collect(Collectors.toSet());
    }

    private NoteKind kindOf(String type) {
        return announced.stream().filter(kind -> kind.code().equals(type)).findFirst().orElse(NoteKind.OTHER);
    }
}
