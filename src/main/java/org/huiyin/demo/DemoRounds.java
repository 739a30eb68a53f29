package org.huiyin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.NewRound;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.Samples;
import org.huiyin.campaign.Sending;
import org.huiyin.campaign.answers.AnswerChannel;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.Doubts;
import org.huiyin.campaign.answers.Entries;
import org.huiyin.campaign.answers.FormContent;
import org.huiyin.campaign.answers.Freezes;
import org.huiyin.campaign.answers.StaffEntry;
import org.huiyin.campaign.answers.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rounds of the demo company, each step done by whom the procedure names, on its day. */
@Component
class DemoRounds {

    private final Rounds rounds;
    private final Samples samples;
    private final Invitations invitations;
    private final Sending sending;
    private final DemoSignatures signatures;
    private final Answers answers;
    private final Entries entries;
    private final Doubts doubts;
    private final Freezes freezes;
    private final DemoConsequences consequences;
    private final TransactionTemplate transaction;

    DemoRounds(Rounds rounds, Samples samples, Invitations invitations, Sending sending, DemoSignatures signatures,
            Answers answers, Entries entries, Doubts doubts, Freezes freezes, DemoConsequences consequences, TransactionTemplate transaction) {
        this.rounds = rounds;
        this.samples = samples;
        this.invitations = invitations;
        this.sending = sending;
        this.signatures = signatures;
        this.answers = answers;
        this.entries = entries;
        this.doubts = doubts;
        this.freezes = freezes;
        this.consequences = consequences;
        this.transaction = transaction;
    }

    /** The last two windows whose round can have been signed by today, the earlier one first. */
    List<DemoWindow> finishedWindows(DemoCast cast, DemoDays days) {
        List<DemoWindow> found = new ArrayList<>();
        for (var window : rounds.rule().windows()) {
            for (int year = days.today().getYear() - 2; year <= days.today().getYear(); year++) {
                var first = window.firstDay(year);
                var one = new DemoWindow(window.code(), titled(cast, window.name().in(cast.locale()), year), first);
                if (one.frozen().isBefore(days.today().minusDays(1)) && first.isAfter(days.today().minusMonths(13))) {
                    found.add(one);
                }
            }
        }
        found.sort(Comparator.comparing(DemoWindow::first));
        return found;
    }

    private static String titled(DemoCast cast, String window, int year) {
        return cast.word("round.window", window, year);
    }

    /** A round from plan to signature. */
    void finish(DemoCast cast, DemoDays days, DemoWindow window) {
        var round = ask(cast, days, NewRound.central(window.code(), window.title(), window.opened()).confirmed(), window.planned(), window.opened());
        var open = invitations.of(round);
        int silent = Math.max(1, open.size() / 8);
        answer(cast, days, round, open.subList(0, open.size() - silent), window.opened().plusDays(2));
        days.on(window.frozen().minusDays(2), () -> judge(cast, round));
        days.on(window.frozen().minusDays(1), () -> rounds.endCollecting(cast.as("SALES_HEAD"), round,
                cast.word("round.over")));
        // In one transaction: the job that follows a signature would otherwise draw by today's clock.
        transaction.executeWithoutResult(status -> {
            days.on(window.frozen(), () -> sign(cast, round));
            days.on(window.frozen().plusDays(1), consequences::draw);
        });
    }

    /** A rolling round that is open today, with some answers in. */
    void underWay(DemoCast cast, DemoDays days) {
        var opened = days.today().minusDays(10);
        var title = cast.word("round.rolling");
        var round = ask(cast, days, NewRound.rolling(title, opened).confirmed(), opened.minusDays(3), opened);
        var open = invitations.of(round);
        answer(cast, days, round, open.subList(0, Math.max(1, open.size() * 6 / 10)), opened.plusDays(1));
    }

    /** The next central round, planned and not yet drawn. */
    void plan(DemoCast cast, DemoDays days) {
        rounds.rule().windows().stream()
                .flatMap(window -> java.util.stream.Stream.of(days.today().getYear(), days.today().getYear() + 1)
                        .map(year -> new DemoWindow(window.code(), titled(cast, window.name().in(cast.locale()), year), window.firstDay(year))))
                .filter(window -> window.first().isAfter(days.today()))
                .min(Comparator.comparing(DemoWindow::first))
                .ifPresent(window -> rounds.plan(cast.as("SALES_HEAD"), NewRound.central(window.code(), window.title(), window.opened()).confirmed()));
    }

    private RoundId ask(DemoCast cast, DemoDays days, NewRound wanted, LocalDate planned, LocalDate opened) {
        var made = new ArrayList<RoundId>();
        var clerk = cast.as("QUALITY_HEAD");
        days.on(planned, () -> {
            var round = rounds.plan(clerk, wanted);
            samples.propose(clerk, round);
            made.add(round);
            samples.submit(clerk, round);
        });
        var round = made.getFirst();
        days.at(planned, 90, () -> approve(cast, round));
        days.on(opened, () -> {
            invitations.prepareAll(cast.as("SALES_CLERK"), round);
            sending.send(cast.as("SALES_CLERK"), round);
            var ids = invitations.of(round).stream().map(InvitationView::id).toList();
            sending.handedOver(cast.as("SALES_CLERK"), round, ids);
        });
        return round;
    }

    private void approve(DemoCast cast, RoundId round) {
        samples.approval(round).ifPresent(approval -> signatures.agree(cast, "SALES_HEAD", approval.subject()));
    }

    private void answer(DemoCast cast, DemoDays days, RoundId round, List<InvitationView> asked, LocalDate first) {
        var form = answers.form(rounds.get(round));
        var said = new DemoAnswers(rounds.get(round).seed(), cast.words());
        var chance = new java.util.Random(rounds.get(round).seed());
        for (int i = 0; i < asked.size(); i++) {
            var invitation = asked.get(i);
            FormContent content = i == 2 || i == asked.size() - 1 ? said.angry(form)
                    : i == 5 ? said.straight(form) : said.usual(form, invitation.stratum());
            var day = first.plusDays(chance.nextInt(Math.max(1, (int) Math.min(18, days.today().toEpochDay() - first.toEpochDay()))));
            days.at(day, chance.nextInt(400), () -> entries.enter(cast.as("SALES_CLERK"), invitation.id(),
                    new StaffEntry(AnswerChannel.PHONE, content, cast.as("SALES_CLERK").id(), null, null)));
        }
    }

    private void judge(DemoCast cast, RoundId round) {
        doubts.open(cast.as("QUALITY"), round).forEach(doubted -> doubts.judge(cast.as("QUALITY"), doubted.row().answer().id(), Verdict.CONFIRMED,
                cast.word("round.asked")));
    }

    private void sign(DemoCast cast, RoundId round) {
        freezes.sign(cast.member("SALES_HEAD"), cast.part("SALES_HEAD").password(), round);
        freezes.sign(cast.member("QUALITY_HEAD"), cast.part("QUALITY_HEAD").password(), round);
    }
}
