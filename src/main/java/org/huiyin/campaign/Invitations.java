package org.huiyin.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of a round: who was asked, by which way, and what became of it (001/5.4.2.1). */
@Service
@Transactional
public class Invitations {

    private final InvitationStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(InvitationStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** The invitation, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public InvitationView get(InvitationId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The invitation with the number, as it stands on the paper form. */
    @Transactional(readOnly = true)
    public Optional<InvitationView> byNumber(String number) {
        return store.byNumber(number.strip());
    }

    /** All invitations of a round by number. */
    @Transactional(readOnly = true)
    public List<InvitationView> of(RoundId round) {
        return store.of(round);
    }

    /** All invitations of a customer, the youngest first. */
    @Transactional(readOnly = true)
    public List<InvitationView> of(CustomerId customer) {
        return store.of(customer);
    }

    /** What the token of a link leads to; works without a company, since only the token knows it. */
    @Transactional(readOnly = true)
    public Optional<LinkView> byToken(String token) {
        return store.link(Tokens.hash(token), clock.instant());
    }

    /** Notes that the contact has opened the form for the first time. */
    public void opened(InvitationId id) {
        if (store.opened(id, clock.instant())) {
            store.step(id, "OPENED", "", "", "", null, clock.instant());
        }
    }

    /** Notes that the answer is in; false when it was in before or the invitation is revoked. */
    public boolean answered(InvitationId id, Instant at) {
        if (!store.answered(id, at)) {
            return false;
        }
        store.step(id, "ANSWERED", "", "", "", null, at);
        tell(id, "answer", Map.of());
        return true;
    }

    private void tell(InvitationId id, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, null, Map.of(), after, clock.instant()));
    }
}
