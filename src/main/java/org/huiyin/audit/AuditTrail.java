package org.huiyin.audit;

import java.util.List;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail of the bound company: read, exported, verified; written only by what happens. */
@Service
public class AuditTrail {

    /** The right to read the whole trail. */
    public static final String READ = "audit.read";

    private final AuditStore store;
    private final Verifier verifier;
    private final ApplicationEventPublisher events;
    private final java.time.Clock clock;

    AuditTrail(AuditStore store, Verifier verifier, ApplicationEventPublisher events, java.time.Clock clock) {
        this.store = store;
        this.verifier = verifier;
        this.events = events;
        this.clock = clock;
    }

    /** What happened to one record, the oldest first; whoever may see the record may see this. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(SubjectRef subject) {
        return store.of(subject);
    }

    /** Entries by filter, the newest first. */
    @Transactional(readOnly = true)
    public AuditPage page(Actor actor, AuditFilter filter, int number, int size) {
        actor.mustHave(READ);
        return new AuditPage(store.page(filter, Math.max(0, number - 1) * size, size), store.count(filter));
    }

    /** Hands every entry of the filter on, the oldest first, in flat memory; the export itself is an entry as well. */
    @Transactional
    public void each(Actor actor, AuditFilter filter, Consumer<AuditLine> reader) {
        actor.mustHave(READ);
        store.each(filter, reader);
        var subject = new SubjectRef("audit", CompanyScope.required().value());
        events.publishEvent(Happening.of(subject, "export", actor, clock.instant()));
    }

    /** The kinds of records and the verbs that occur, for the choices of the filter. */
    @Transactional(readOnly = true)
    public List<String> types(Actor actor) {
        actor.mustHave(READ);
        return store.types();
    }

    /** Computes the whole chain anew. */
    public Verification verify(Actor actor) {
        actor.mustHave(READ);
        return verifier.verify();
    }
}
