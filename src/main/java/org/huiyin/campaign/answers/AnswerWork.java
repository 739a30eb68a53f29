package org.huiyin.campaign.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What answers ask of people: doubtful ones to decide on, paper to compare, a freeze to sign. */
@Component
class AnswerWork implements WorkSource {

    private final Doubts doubts;
    private final Freezes freezes;
    private final PaperStore papers;
    private final Invitations invitations;
    private final Customers customers;
    private final Rounds rounds;
    private final Procedures procedures;

    AnswerWork(Doubts doubts, Freezes freezes, PaperStore papers, Invitations invitations, Customers customers, Rounds rounds, Procedures procedures) {
        this.doubts = doubts;
        this.freezes = freezes;
        this.papers = papers;
        this.invitations = invitations;
        this.customers = customers;
        this.rounds = rounds;
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        var work = new ArrayList<WorkItem>();
        if (actor.may("answer.judge") && actor.may("answer.read")) {
            doubts.open(actor, null).stream().filter(c -> c.hindrance() == null).forEach(c -> work.add(doubt(actor, c)));
        }
        if (actor.may("round.collect")) {
            paper(actor, work);
        }
        if (actor.may("result.freeze") && actor.may("round.read")) {
            freeze(actor, work);
        }
        return work;
    }

    /** The clause that asks for checked data before anything is scored. */
    private String clause() {
        return procedures.inForce().clauseOf("approvals.freeze");
    }

    private WorkItem doubt(Actor actor, Doubts.Case open) {
        var row = open.row();
        return new WorkItem("doubt", new Sentence("campaign.answer.work.doubt", open.round().number()), row.customer(), row.label(),
                "rounds/" + open.round().number() + "/answers/" + row.key(), null, open.history().stream().map(DoubtStep::why).toList(),
                clause(), Set.of(actor.id()), false);
    }

    private void paper(Actor actor, List<WorkItem> work) {
        for (PaperEntry entry : papers.open(null)) {
            var invitation = invitations.get(entry.invitation());
            var customer = customers.get(invitation.customer());
            boolean mine = actor.may("customer.readAll") || actor.id().equals(invitation.assignedTo())
                    || actor.id().equals(customer.details().owner());
            boolean own = entry.typedBy().equals(actor.id());
            if (mine && (entry.waiting() ? !own : own)) {
                var round = rounds.get(invitation.round());
                var title = new Sentence(entry.waiting() ? "campaign.answer.work.check" : "campaign.answer.work.retype", round.number());
                var path = "rounds/" + round.number() + "/entry/" + invitation.number() + (entry.waiting() ? "/check" : "");
                work.add(new WorkItem("paper", title, customer.name(), invitation.number(), path, null, List.of(), clause(),
                        Set.of(actor.id()), false));
            }
        }
    }

    private void freeze(Actor actor, List<WorkItem> work) {
        rounds.list().stream().filter(round -> round.state() == RoundState.CHECKING).forEach(round -> {
            var standing = freezes.standing(actor, round.id());
            boolean signed = standing.places().stream().anyMatch(p -> p.signature() != null && p.signature().person().equals(actor.id()));
            boolean place = standing.places().stream().anyMatch(p -> p.signature() == null && p.roles().stream().anyMatch(actor::is));
            if (standing.hindrances().isEmpty() && place && !signed) {
                work.add(new WorkItem("freeze", new Sentence("campaign.answer.work.freeze", round.title()), null, round.number(),
                        "rounds/" + round.number() + "/freeze", null, List.of(), clause(), Set.of(actor.id()), false));
            }
        });
    }
}
