package org.huiyin.improvement.eightd;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval of an 8D before it goes out, along the route of the profile, over exactly the text that was read. */
@Service
@Transactional
public class EightDApprovals {

    private final EightDs eightDs;
    private final EightDStore store;
    private final TextStore texts;
    private final Approvals approvals;
    private final People people;
    private final Clock clock;

    EightDApprovals(EightDs eightDs, EightDStore store, TextStore texts, Approvals approvals, People people, Clock clock) {
        this.eightDs = eightDs;
        this.store = store;
        this.texts = texts;
        this.approvals = approvals;
        this.people = people;
        this.clock = clock;
    }

    /** Asks for the approval of the 8D as it stands; nothing where the profile has no route. */
    public Optional<UUID> ask(Actor actor, EightDId id) {
        actor.mustHave(EightDs.WORK);
        var eightD = eightDs.locked(actor, id);
        var rules = eightDs.rules(eightD);
        if (!eightD.done(EightDStep.D2)) {
            throw new BrokenRule("improvement.eightd.refused.nothingToApprove", eightD.number());
        }
        if (rules.route().isEmpty()) {
            return Optional.empty();
        }
        if (approved(eightD)) {
            throw new BrokenRule("improvement.eightd.refused.approvedAlready", eightD.number());
        }
        String hash = contentHash(eightD);
        var approval = approvals.request(actor, new ApprovalRequest(id.subject(), new Sentence("improvement.eightd.approve", eightD.number(), eightD.title()),
                eightD.path(), rules.route(), null, hash, eightD.profileVersion(), eightD.clause()));
        store.asked(approval, id, hash, actor.id(), clock.instant());
        eightDs.note(actor, eightD, EightDEvent.Kind.APPROVAL_ASKED, "", Map.of("hash", hash));
        return Optional.of(approval);
    }

    /** Whether the 8D as it stands now is approved, or needs no approval. */
    @Transactional(readOnly = true)
    public boolean approved(EightDView eightD) {
        if (eightDs.rules(eightD).route().isEmpty()) {
            return true;
        }
        String hash = contentHash(eightD);
        return approvals.of(eightD.id().subject()).stream().anyMatch(a -> a.state() == ApprovalState.APPROVED && a.contentHash().equals(hash));
    }

    /** Refuses to let an 8D go out that is not approved as it stands, and holds its text still until the transaction ends. */
    public void mustBeApproved(EightDId id) {
        var eightD = store.lock(id).orElseThrow(NotFound::new);
        if (!approved(eightD)) {
            var roles = eightDs.rules(eightD).route().stream().flatMap(step -> step.roles().stream()).map(people::roleName).distinct().toList();
            throw new BrokenRule("improvement.eightd.refused.notApproved", eightD.number(), String.join("、", roles));
        }
    }

    /** All approvals of the 8D, the youngest first. */
    @Transactional(readOnly = true)
    public List<ApprovalView> of(EightDView eightD) {
        return approvals.of(eightD.id().subject());
    }

    /** Whether an approval is about the text as it stands now. */
    @Transactional(readOnly = true)
    public boolean current(EightDView eightD, ApprovalView approval) {
        return approval.contentHash().equals(contentHash(eightD));
    }

    /** Of D0 to D7, since D8 only closes. */
    private String contentHash(EightDView eightD) {
        Map<String, String> whole = new TreeMap<>();
        whole.put("title", eightD.title());
        texts.all(eightD.id()).forEach((step, text) -> {
            if (step != EightDStep.D8) {
                text.values().forEach((field, value) -> {
                    if (!value.isBlank()) {
                        whole.put(step + "." + field, value);
                    }
                });
            }
        });
        return TextStore.hash(whole);
    }

    @EventListener
    void decided(ApprovalDecided decided) {
        if (decided.subject().type().equals("eightd")) {
            var eightD = eightDs.get(new EightDId(decided.subject().id()));
            store.note(eightD.id(), eightD.round(), decided.approved() ? EightDEvent.Kind.APPROVED : EightDEvent.Kind.REFUSED, decided.reason(), Map.of(), decided.by(),
                    clock.instant());
            eightDs.tell(eightDs.team(eightD), decided.approved() ? "improvement.eightd.note.approved" : "improvement.eightd.note.refused", eightD);
        }
    }
}
