package org.huiyin.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What claims and notices ask of a person: send, ask for the reply, collect before it lapses, decide, issue, read, answer an objection. */
@Component
class ClaimsWork implements WorkSource {

    private final Claims claims;
    private final Settlements settlements;
    private final Notices notices;
    private final Responsibilities decisions;
    private final Procedures procedures;
    private final Calendars calendars;

    ClaimsWork(Claims claims, Settlements settlements, Notices notices, Responsibilities decisions, Procedures procedures, Calendars calendars) {
        this.claims = claims;
        this.settlements = settlements;
        this.notices = notices;
        this.decisions = decisions;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        var profile = procedures.inForce();
        var items = new ArrayList<WorkItem>();
        if (profile.module("claims") && actor.may(Claims.READ) && actor.may(Claims.WORK) && actor.roles().stream().anyMatch(claims.owners()::contains)) {
            claims.all(actor, ClaimFilter.all().open()).forEach(c -> items.add(item(actor, c)));
        }
        if (profile.module("claims") && actor.may(Claims.READ) && decisions.decides(actor)) {
            decisions.undecided(actor).forEach(number -> items.add(new WorkItem("claim", new Sentence("claims.work.decide", number), null, number,
                    Responsibilities.path(number), null, List.of(), clause("claim.kept"), Set.of(actor.id()), false)));
        }
        if (profile.module("notices")) {
            notices(actor, items);
        }
        return items;
    }

    private @Nullable String clause(String matter) {
        var clause = procedures.inForce().clauseFor(matter);
        return clause.isEmpty() ? null : clause;
    }

    private WorkItem item(Actor actor, ClaimView c) {
        var day = c.nextDay();
        var reply = day != null && day.equals(c.replyBy());
        var why = day == null ? List.<Sentence>of() : List.of(new Sentence(reply ? "claims.why.reply" : "claims.why.limitation", day));
        return new WorkItem("claim", new Sentence(act(c), c.party().name()), c.party().kind() == PartyKind.CUSTOMER ? c.party().name() : null, c.number(),
                Tellers.PATH + c.number(), day == null ? null : calendars.inForce().midnightAfter(day), why, clause("claims"), Set.of(actor.id()),
                c.direction() == Direction.AGAINST_US && c.state() == ClaimState.SENT);
    }

    private String act(ClaimView c) {
        return switch (c.state()) {
            case DRAFT -> "claims.work.send";
            case SENT -> c.byUs() ? "claims.work.ask" : "claims.work.answer";
            case DISPUTED -> "claims.work.negotiate";
            case PARTLY, ACCEPTED -> c.outstanding().signum() > 0 ? c.byUs() ? "claims.work.collect" : "claims.work.pay"
                    : settlements.gaps(c).isEmpty() ? "claims.work.settle" : "claims.work.measures";
            case SETTLED, WITHDRAWN, LAPSED -> throw new IllegalStateException("no work for " + c.number());
        };
    }

    private void notices(Actor actor, List<WorkItem> items) {
        if (actor.may(Notices.PROPOSE)) {
            for (NoticeState state : List.of(NoticeState.DRAFT, NoticeState.SENT_BACK, NoticeState.APPROVED)) {
                notices.list(actor, NoticeFilter.all().in(state).onPage(1, 100)).stream().filter(n -> n.proposedBy().equals(actor.id()))
                        .forEach(n -> items.add(item(actor, n, state == NoticeState.APPROVED ? "claims.work.issue" : "claims.work.submit")));
            }
        }
        if (decisions.decides(actor)) {
            notices.list(actor, NoticeFilter.all().in(NoticeState.OBJECTED).onPage(1, 100)).forEach(n -> items.add(item(actor, n, "claims.work.objection")));
        }
        if (actor.may(Objections.OBJECT)) {
            notices.list(actor, NoticeFilter.all().in(NoticeState.ISSUED).onPage(1, 100)).stream()
                    .filter(n -> notices.member(actor, n) && !notices.receipts(n).containsKey(actor.id())).forEach(n -> items.add(item(actor, n, "claims.work.read")));
        }
    }

    private WorkItem item(Actor actor, NoticeView n, String key) {
        return new WorkItem("notice", new Sentence(key, new Sentence(Notices.key(n.kind())), n.unit()), null, n.number(), n.path(),
                key.equals("claims.work.read") ? n.objectionDue() : null, List.of(), clause("notices"), Set.of(actor.id()), false);
    }
}
