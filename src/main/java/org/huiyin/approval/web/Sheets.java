package org.huiyin.approval.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.organization.RoleView;
import org.huiyin.records.AttachmentList;
import org.huiyin.records.Attachments;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what somebody needs to see before she decides. */
@Component
class Sheets {

    private final Approvals approvals;
    private final Signatures signatures;
    private final Attachments attachments;
    private final People people;
    private final ObjectProvider<ApprovalContent> contents;

    Sheets(
            Approvals approvals,
            Signatures signatures,
            Attachments attachments,
            People people,
            ObjectProvider<ApprovalContent> contents) {
        this.approvals = approvals;
        this.signatures = signatures;
        this.attachments = attachments;
        this.people = people;
        this.contents = contents;
    }

    ApprovalSheet of(Member member, ApprovalView view) {
        var actor = member.actor();
        var names = people.names();
        var roles = people.roles().stream().collect(Collectors.toMap(RoleView::code, RoleView::name));
        var mine = approvals.mayDecide(actor, view);
        var open = view.open();
        var chain = view.parts().stream()
                .map(part -> line(part, open.contains(part), mine && open.contains(part) && actor.is(part.role()), names, roles))
                .toList();
        return new ApprovalSheet(view, ApprovalSheet.name(names, view.proposer()), chain, content(actor, view), files(actor, view),
                signatures.of(view.subject()), mine ? roleOf(chain) : null, approvals.secondRole(actor, view),
                signatures.passwordNeeded(member), !view.state().over() && view.proposer().equals(actor.id()),
                approvals.pendingFor(actor).size(),
                view.waitingFor().stream().sorted().map(role -> roles.getOrDefault(role, role)).collect(Collectors.joining("、")));
    }

    private static @Nullable String roleOf(List<ApprovalSheet.Line> chain) {
        return chain.stream().filter(ApprovalSheet.Line::me).map(ApprovalSheet.Line::role).findFirst().orElse(null);
    }

    private ApprovalSheet.Line line(
            ApprovalView.Part part, boolean open, boolean me, Map<PersonId, String> names, Map<String, String> roles) {
        var decision = part.decision();
        var holders = decision != null ? "" : people.holders(part.role()).stream()
                .map(PersonView::name)
                .collect(Collectors.joining("、"));
        return new ApprovalSheet.Line(part, roles.getOrDefault(part.role(), part.role()),
                ApprovalSheet.name(names, decision == null ? null : decision.by()),
                ApprovalSheet.name(names, decision == null ? null : decision.onBehalfOf()), holders, open, me);
    }

    private List<ApprovalContent.Line> content(Actor actor, ApprovalView view) {
        return contents.stream()
                .filter(content -> content.subjectType().equals(view.subject().type()))
                .findFirst()
                .map(content -> content.lines(actor, view.subject().id()))
                .orElse(List.of());
    }

    /** Kinds of records without files have no access bean. */
    private @Nullable AttachmentList files(Actor actor, ApprovalView view) {
        try {
            return attachments.list(actor, view.subject());
        } catch (NotFound none) {
            return null;
        }
    }
}
