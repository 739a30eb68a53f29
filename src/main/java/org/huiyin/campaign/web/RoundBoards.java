package org.huiyin.campaign.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.Coverages;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.Respondent;
import org.huiyin.campaign.RespondentFilter;
import org.huiyin.campaign.Respondents;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Samples;
import org.huiyin.campaign.Sending;
import org.huiyin.campaign.SurveyRule;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.survey.Questionnaires;
import org.huiyin.web.Page;
import org.huiyin.web.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what the page of a round shows. */
@Component
class RoundBoards {

    private final Rounds rounds;
    private final Samples samples;
    private final Coverages coverages;
    private final Respondents respondents;
    private final Sending sending;
    private final Answers answers;
    private final Questionnaires questionnaires;

    RoundBoards(Rounds rounds, Samples samples, Coverages coverages, Respondents respondents, Sending sending, Answers answers, Questionnaires questionnaires) {
        this.rounds = rounds;
        this.samples = samples;
        this.coverages = coverages;
        this.respondents = respondents;
        this.sending = sending;
        this.answers = answers;
        this.questionnaires = questionnaires;
    }

    @Transactional
    public RoundBoard of(RoundView round, RespondentFilter filter) {
        var all = respondents.of(round.id(), RespondentFilter.ALL);
        var rows = filter.equals(RespondentFilter.ALL) ? all : respondents.of(round.id(), filter);
        var profile = rounds.profileOf(round);
        return new RoundBoard(round, profile, questionnaires.byId(round.questionnaireVersion()), samples.of(round.id()),
                samples.approval(round.id()).orElse(null), coverages.of(round), all, rows, ways(all), sending.progress(round.id()),
                answers.counts(round.id()), rounds.steps(round.id()), profile.section("survey", SurveyRule.class).reminderDays().size());
    }

    private static List<WayLine> ways(List<Respondent> all) {
        Map<Channel, int[]> counts = new EnumMap<>(Channel.class);
        all.stream().map(Respondent::invitation).filter(i -> i.sentAt() != null || i.state() == InvitationState.ANSWERED)
                .filter(i -> i.state() != InvitationState.REVOKED).forEach(i -> {
            var count = counts.computeIfAbsent(i.way(), way -> new int[2]);
            count[0]++;
            count[1] += i.state() == InvitationState.ANSWERED ? 1 : 0;
        });
        return counts.entrySet().stream().map(e -> new WayLine(e.getKey(), e.getValue()[0], e.getValue()[1])).toList();
    }

    /** The step bar: eight steps from the questionnaire to the told customer (001/5.4). */
    static List<Step> steps(Page page, RoundBoard b) {
        var state = b.round().state();
        var path = b.round().path();
        var steps = new ArrayList<Step>();
        steps.add(new Step(Step.State.DONE, page.t("campaign.round.step.form"), page.t("campaign.round.step.form.note", b.questionnaire().number()), null));
        steps.add(step(page, state, RoundState.APPROVED, state == RoundState.PLANNED || state == RoundState.SAMPLING || state == RoundState.APPROVAL,
                "sample", sampleNote(page, b), path + "/sample"));
        steps.add(step(page, state, RoundState.COLLECTING, state == RoundState.APPROVED, "send", b.all().isEmpty() ? ""
                : page.t("campaign.round.step.send.note", b.all().size(), (int) b.all().stream().map(r -> r.invitation().way()).distinct().count()), path + "/sending"));
        steps.add(step(page, state, RoundState.CHECKING, state == RoundState.COLLECTING, "collect", collectNote(page, b), path + "#people"));
        steps.add(step(page, state, RoundState.FROZEN, state == RoundState.CHECKING, "check",
                b.counts().doubtful() == 0 ? "" : page.t("campaign.round.step.check.note", b.counts().doubtful()), page.may("answer.read") ? path + "/answers" : null));
        steps.add(step(page, state, RoundState.CLOSED, state == RoundState.FROZEN, "score",
                state.reached(RoundState.FROZEN) ? "" : page.t("campaign.round.step.score.note"), state.reached(RoundState.FROZEN) ? "results/" + b.round().number() : null));
        steps.add(step(page, state, RoundState.CLOSED, false, "improve", "", state.reached(RoundState.FROZEN) ? "actions" : null));
        steps.add(step(page, state, RoundState.CLOSED, false, "tell", page.t("campaign.round.step.tell.note"), null));
        return steps;
    }

    private static Step step(Page page, RoundState state, RoundState done, boolean now, String name, String note, @org.jspecify.annotations.Nullable String path) {
        var stands = state.reached(done) ? Step.State.DONE : now ? Step.State.NOW : Step.State.TODO;
        return new Step(stands, page.t("campaign.round.step." + name), note, path == null ? null : page.path(path));
    }

    private static String sampleNote(Page page, RoundBoard b) {
        if (!b.sample().drawn()) {
            return page.t("campaign.round.step.sample.none");
        }
        var swaps = b.sample().changes().size();
        return swaps == 0 ? page.t("campaign.round.step.sample.note", b.sample().chosen().size())
                : page.t("campaign.round.step.sample.swapped", b.sample().chosen().size(), swaps);
    }

    private static String collectNote(Page page, RoundBoard b) {
        if (b.sent() == 0) {
            return "";
        }
        var left = java.time.temporal.ChronoUnit.DAYS.between(page.today(), b.round().closesOn());
        return b.round().state() == RoundState.COLLECTING
                ? page.t("campaign.round.step.collect.note", b.answered(), b.sent(), left)
                : page.t("campaign.round.step.collect.done", b.answered(), b.sent());
    }
}
