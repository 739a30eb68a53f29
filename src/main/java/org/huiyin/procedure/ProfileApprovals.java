package org.huiyin.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Decision.Verdict;
import org.huiyin.procedure.ProfileVersion.Origin;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on a profile that was handed in: four eyes, an effective date, the hash of what was approved (decision D34). */
@Service
@Transactional
public class ProfileApprovals {

    private static final String APPROVE = "profile.approve";

    private final DraftStore drafts;
    private final ProfileStore versions;
    private final ProfileDrafts editing;
    private final Procedures procedures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProfileApprovals(DraftStore drafts, ProfileStore versions, ProfileDrafts editing, Procedures procedures,
            ApplicationEventPublisher events, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.editing = editing;
        this.procedures = procedures;
        this.events = events;
        this.clock = clock;
    }

    /** Approves what was handed in; it becomes the next version and holds from the day. */
    public ProfileVersion approve(Actor actor, UUID submissionId, LocalDate effectiveFrom, String reason) {
        actor.mustHave(APPROVE);
        var row = handedIn(submissionId);
        var submission = drafts.submission(submissionId).orElseThrow(NotFound::new);
        boolean own = submission.by().equals(actor.id());
        if (own) {
            mustBeExempt(reason);
        }
        editing.effectiveDateProblem(effectiveFrom).ifPresent(problem -> {
            throw new InvalidInput(Map.of("effectiveFrom", problem));
        });
        drafts.insert(submission, Verdict.APPROVED, reason.strip(), own, actor, clock.instant());
        drafts.become(row.id(), DraftState.APPROVED);
        var base = procedures.byId(row.basedOn());
        var version = new ProfileVersion(Ids.next(), versions.nextNumber(), base.preset(), Origin.DRAFT, effectiveFrom,
                submission.changeNote(), submission.by(), actor.id(), clock.instant(), submission.contentHash(), row.content());
        versions.insert(version, submission.id());
        tell(actor, version, effectiveFrom);
        return version;
    }

    /** One person in two roles is allowed in small firms, where the profile in force says so, and with a reason. */
    private void mustBeExempt(String reason) {
        if (!procedures.inForce().section("separation").path("approveOwnProfile").asBoolean(false)) {
            throw new BrokenRule("procedure.approve.ownSubmission");
        }
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "procedure.approve.ownReason");
        }
    }

    /** Refuses it with a reason; the draft goes back to its authors. */
    public void refuse(Actor actor, UUID submissionId, String reason) {
        actor.mustHave(APPROVE);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "procedure.refuse.reason");
        }
        end(actor, submissionId, Verdict.REFUSED, reason.strip(), DraftState.REFUSED, "refuse");
    }

    /** Takes one's own submission back. */
    public void withdraw(Actor actor, UUID submissionId) {
        actor.mustHave(ProfileDrafts.EDIT);
        end(actor, submissionId, Verdict.WITHDRAWN, "", DraftState.EDITING, "withdraw");
    }

    private void end(Actor actor, UUID submissionId, Verdict verdict, String reason, DraftState state, String verb) {
        var row = handedIn(submissionId);
        var submission = drafts.submission(submissionId).orElseThrow(NotFound::new);
        drafts.insert(submission, verdict, reason, submission.by().equals(actor.id()), actor, clock.instant());
        drafts.become(row.id(), state);
        events.publishEvent(new Happening(new SubjectRef("profileDraft", row.id()), verb, actor.id(), Map.of(), Map.of("reason", reason),
                clock.instant()));
    }

    private DraftStore.Row handedIn(UUID submissionId) {
        if (drafts.submission(submissionId).isEmpty()) {
            throw new NotFound();
        }
        var live = drafts.live().flatMap(row -> drafts.lock(row.id())).orElseThrow(() -> new BrokenRule("procedure.approve.over"));
        var last = drafts.lastSubmission(live.id());
        if (live.state() != DraftState.SUBMITTED || last.isEmpty() || !last.get().id().equals(submissionId)) {
            throw new BrokenRule("procedure.approve.over");
        }
        return live;
    }

    private void tell(Actor actor, ProfileVersion version, LocalDate effectiveFrom) {
        events.publishEvent(new Happening(new SubjectRef("profile", version.id()), "approve", actor.id(), Map.of(),
                Map.of("number", version.number(), "effectiveFrom", effectiveFrom.toString(), "hash", version.contentHash()),
                clock.instant()));
    }
}
