package org.huiyin.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files kept with records, in the same database, so that one backup holds everything; struck out at most, never erased. */
@Service
public class Attachments {

    static final int PIECE = 256 * 1024;

    private final AttachmentStore store;
    private final FileSettings settings;
    private final ObjectProvider<AttachmentAccess> access;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attachments(
            AttachmentStore store,
            FileSettings settings,
            ObjectProvider<AttachmentAccess> access,
            People people,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.access = access;
        this.people = people;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a file in; what it is shows its content, not its name. */
    @Transactional
    public AttachmentView store(Actor actor, SubjectRef subject, String fileName, InputStream content) {
        if (!accessTo(subject).mayAdd(actor, subject.id())) {
            throw new NotFound();
        }
        var id = Ids.next();
        var digest = sha256();
        var sniffer = new FileSniffer();
        var size = copy(id, content, digest, sniffer);
        if (size == 0) {
            throw new BrokenRule("records.file.empty", FileName.shown(fileName));
        }
        var kind = sniffer.found().filter(settings.allowed()::contains)
                .orElseThrow(() -> new BrokenRule("records.file.kind", FileName.shown(fileName), kinds()));
        store.insert(id, subject, FileName.clean(fileName, kind), kind, size, digest.digest(), actor.id(), clock.instant());
        var view = store.find(id).orElseThrow();
        tell(actor, view, "attach", Map.of("file", view.name(), "size", size, "sha256", view.sha256()));
        return view;
    }

    /** Strikes a file out: it stays, says so, and does not count any more. */
    @Transactional
    public void strike(Actor actor, UUID id, String reason) {
        var view = store.find(id).orElseThrow(NotFound::new);
        if (!accessTo(view.subject()).mayAdd(actor, view.subject().id())) {
            throw new NotFound();
        }
        if (reason.isBlank()) {
            throw new BrokenRule("records.file.noReason", view.name());
        }
        try {
            store.strike(id, reason.strip(), actor.id(), clock.instant());
        } catch (DuplicateKeyException again) {
            throw new BrokenRule("records.file.struckAlready", view.name());
        }
        tell(actor, view, "strikeFile", Map.of("file", view.name(), "sha256", view.sha256(), "reason", reason.strip()));
    }

    /** The files of a record in the order in which they came, struck ones included. */
    @Transactional(readOnly = true)
    public List<AttachmentView> of(SubjectRef subject) {
        return store.of(subject);
    }

    /** The same as a person sees them, with names; missing when she may not read the record. */
    @Transactional(readOnly = true)
    public AttachmentList list(Actor actor, SubjectRef subject) {
        if (!mayRead(actor, subject)) {
            throw new NotFound();
        }
        var names = people.names();
        return new AttachmentList(subject, store.of(subject).stream().map(file -> AttachmentList.line(file, names)).toList(),
                mayAdd(actor, subject), kinds(), limit());
    }

    /** The content of a file, for modules that have checked the access to its record themselves. */
    @Transactional(readOnly = true)
    public AttachmentContent open(UUID id) {
        var view = store.find(id).orElseThrow(NotFound::new);
        return new AttachmentContent(view, position -> transaction.execute(status -> store.piece(id, position)));
    }

    /** The content of a file for a person; missing when she may not read its record. */
    @Transactional(readOnly = true)
    public AttachmentContent open(Actor actor, UUID id) {
        var content = open(id);
        if (!mayRead(actor, content.view().subject())) {
            throw new NotFound();
        }
        return content;
    }

    /** Whether the person may read the files of the record. */
    public boolean mayRead(Actor actor, SubjectRef subject) {
        return accessTo(subject).mayRead(actor, subject.id());
    }

    /** Whether the person may add files to the record. */
    public boolean mayAdd(Actor actor, SubjectRef subject) {
        return accessTo(subject).mayAdd(actor, subject.id());
    }

    /** The endings of the kinds that are taken in, as people write them. */
    public String kinds() {
        return settings.allowed().stream().map(kind -> kind.extensions().getFirst()).collect(Collectors.joining(", "));
    }

    /** The size above which a file is refused, as people write it. */
    public String limit() {
        var bytes = settings.limit().toBytes();
        return bytes % (1024 * 1024) == 0 ? settings.limit().toMegabytes() + " MB" : settings.limit().toKilobytes() + " KB";
    }

    private long copy(UUID id, InputStream content, MessageDigest digest, FileSniffer sniffer) {
        try {
            var piece = new byte[PIECE];
            long size = 0;
            for (int position = 0; ; position++) {
                var length = content.readNBytes(piece, 0, PIECE);
                if (length == 0) {
                    return size;
                }
                size += length;
                if (size > settings.limit().toBytes()) {
                    throw new BrokenRule("records.file.large", limit());
                }
                digest.update(piece, 0, length);
                sniffer.take(piece, length);
                store.chunk(id, position, length == PIECE ? piece : Arrays.copyOf(piece, length));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private AttachmentAccess accessTo(SubjectRef subject) {
        return access.stream()
                .filter(bean -> bean.subjectType().equals(subject.type()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void tell(Actor actor, AttachmentView view, String verb, Map<String, Object> after) {
        events.publishEvent(new Happening(view.subject(), verb, actor.id(), Map.of(), after, clock.instant()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
