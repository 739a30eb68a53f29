package org.huiyin.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.Actor;
import org.huiyin.web.Page;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approvals for programs; a decision needs a token with the scope approval.decide, and its signature says that a token gave it. */
@RestController
@Tag(name = "Approvals")
@RequestMapping("/api/v1/approvals")
class ApprovalApi {

    private final Approvals approvals;
    private final Signatures signatures;
    private final TransactionTemplate transaction;

    ApprovalApi(Approvals approvals, Signatures signatures, TransactionTemplate transaction) {
        this.approvals = approvals;
        this.signatures = signatures;
        this.transaction = transaction;
    }

    /** An approval. */
    record Approval(
            UUID id, String title, String subjectType, UUID subject, @Nullable BigDecimal amount, @Nullable String currency,
            String contentHash, String clause, UUID proposer, Instant proposedAt, ApprovalState state, Set<String> waitingFor,
            List<Part> parts) {

        static Approval of(ApprovalView view, Page page) {
            var amount = view.amount();
            return new Approval(view.id(), page.say(view.title()), view.subject().type(), view.subject().id(),
                    amount == null ? null : amount.amount(), amount == null ? null : amount.currency().getCurrencyCode(),
                    view.contentHash(), view.clause(), view.proposer().value(), view.proposedAt(), view.state(), view.waitingFor(),
                    view.parts().stream().map(Part::of).toList());
        }
    }

    /** A role's part and what it decided. */
    record Part(int step, String role, @Nullable Boolean approved, @Nullable String reason, @Nullable UUID by,
            @Nullable UUID onBehalfOf, @Nullable Instant at) {

        static Part of(ApprovalView.Part part) {
            var decision = part.decision();
            if (decision == null) {
                return new Part(part.step(), part.role(), null, null, null, null, null);
            }
            var behalf = decision.onBehalfOf();
            return new Part(part.step(), part.role(), decision.approved(), decision.reason(), decision.by().value(),
                    behalf == null ? null : behalf.value(), decision.at());
        }
    }

    /** A decision; the hash is the one that was read, so that nobody signs what has changed since. */
    record ApprovalDecision(boolean approve, @Nullable String reason, String contentHash) {}

    /** Why a request is taken back. */
    record Withdrawal(String reason) {}

    @GetMapping
    @Operation(summary = "What waits for approval, filtered as on the page")
    List<Approval> list(Actor actor, Page page, @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        var filter = new ApprovalQuery(show, state, null).filter();
        return approvals.list(actor, filter, Math.max(0, offset), Math.clamp(limit, 1, 500)).stream()
                .map(view -> Approval.of(view, page))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One approval with its route and decisions")
    Approval show(Actor actor, Page page, @PathVariable UUID id) {
        return Approval.of(approvals.get(actor, id), page);
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Approve or refuse; signs the content hash, never by the proposer")
    Approval decide(Member member, Page page, @PathVariable UUID id, @RequestBody ApprovalDecision decision) {
        var view = approvals.get(member.actor(), id);
        transaction.executeWithoutResult(s -> {
            var signature = signatures.sign(member, null, view.subject(), ApprovalPages.meaning(view, decision.approve()), decision.contentHash());
            approvals.decide(member.actor(), id, decision.approve(), decision.reason() == null ? "" : decision.reason(), signature);
        });
        return show(member.actor(), page, id);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Take back what one has proposed")
    Approval withdraw(Actor actor, Page page, @PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        approvals.withdraw(actor, id, withdrawal.reason());
        return show(actor, page, id);
    }
}
