package org.huiyin.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a round gives people to do: plan it in its window, send it out, ask the silent (001/5.4.2.1). */
@Component
class RoundWork implements WorkSource {

    private final Rounds rounds;
    private final Windows windows;
    private final InvitationStore invitations;
    private final Directory directory;
    private final Clock clock;

    RoundWork(Rounds rounds, Windows windows, InvitationStore invitations, Directory directory, Clock clock) {
        this.rounds = rounds;
        this.windows = windows;
        this.invitations = invitations;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        var work = new ArrayList<WorkItem>();
        if (actor.may(Rounds.PLAN)) {
            windows(actor, work);
        }
        if (actor.may(Invitations.COLLECT)) {
            for (var round : rounds.list()) {
                if (!round.state().over() && round.state() != RoundState.FROZEN) {
                    round(actor, round, work);
                }
            }
        }
        return work;
    }

    private void windows(Actor actor, List<WorkItem> work) {
        var owners = rounds.rule().owners();
        if (!owners.isEmpty() && owners.stream().noneMatch(actor::is)) {
            return;
        }
        for (var window : windows.of(rounds.today().getYear())) {
            if (window.rounds().isEmpty() && !rounds.today().isBefore(window.from())) {
                var due = window.to().plusDays(1).atStartOfDay(rounds.zone()).toInstant();
                work.add(new WorkItem("round", new Sentence("campaign.round.work.plan", window.name()), null, null, "rounds/new?window=" + window.code(),
                        due, List.of(new Sentence("campaign.round.work.plan.why", window.from(), window.to())), window.clause(), Set.of(actor.id()), false)
                        .running(window.from().atStartOfDay(rounds.zone()).toInstant()));
            }
        }
    }

    private void round(Actor actor, RoundView round, List<WorkItem> work) {
        var mine = actor.id().equals(round.plannedBy());
        if (mine && round.state().open()) {
            work.add(item(actor, round, new Sentence("campaign.round.work.sample", round.title()), round.path() + "/sample",
                    round.opensOn(), new Sentence("campaign.round.work.opens", round.opensOn())));
        }
        if (mine && (round.state() == RoundState.APPROVED || round.state() == RoundState.COLLECTING && invitations.anyPrepared(round.id()))) {
            work.add(item(actor, round, new Sentence("campaign.round.work.send", round.title()), round.path() + "/sending",
                    round.opensOn(), new Sentence("campaign.round.work.opens", round.opensOn())));
        }
        if (round.state() == RoundState.COLLECTING) {
            var days = rounds.profileOf(round).section(SurveyRule.SECTION, SurveyRule.class).reminderDays();
            invitations.silent(round.id(), actor.id()).forEach(i -> silent(round, i, days, work));
        }
    }

    private WorkItem item(Actor actor, RoundView round, Sentence title, String path, LocalDate due, Sentence why) {
        return new WorkItem("round", title, null, round.number(), path, due.plusDays(1).atStartOfDay(rounds.zone()).toInstant(),
                List.of(why), rounds.profileOf(round).clauseOf("survey.windows"), Set.of(actor.id()), false).running(round.plannedAt());
    }

    /** A silent contact is work once the procedure would remind; a bounced one at once. */
    private void silent(RoundView round, InvitationView i, List<Integer> days, List<WorkItem> work) {
        if (!i.state().waiting() || i.sentAt() == null) {
            return;
        }
        var passed = ChronoUnit.DAYS.between(LocalDate.ofInstant(i.sentAt(), rounds.zone()), LocalDate.ofInstant(clock.instant(), rounds.zone()));
        var due = i.way() == Channel.MAIL ? days.stream().max(Integer::compareTo) : days.stream().min(Integer::compareTo);
        var callNow = i.way().spoken() || (due.isPresent() && passed >= due.get());
        if (i.state() != InvitationState.BOUNCED && !callNow) {
            return;
        }
        var customer = directory.customers(List.of(i.customer())).get(i.customer());
        var verb = i.state() == InvitationState.BOUNCED ? "bounced" : i.way().name().toLowerCase(Locale.ROOT);
        var key = "campaign.round.work.ask." + (Set.of("bounced", "phone", "visit").contains(verb) ? verb : "silent");
        work.add(new WorkItem("silent", new Sentence(key, customer == null ? "" : customer.called(), passed), customer == null ? null : customer.called(),
                i.number(), "invitations/" + i.number(), i.dueAt(), List.of(new Sentence("campaign.round.work.closes", round.closesOn())),
                rounds.profileOf(round).clauseOf("survey.returnDays"), Set.of(Objects.requireNonNullElse(i.assignedTo(), PersonId.SYSTEM)), false)
                .running(i.sentAt()));
    }
}
