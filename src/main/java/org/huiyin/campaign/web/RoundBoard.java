package org.huiyin.campaign.web;

import java.util.List;
import org.huiyin.approval.ApprovalView;
import org.huiyin.campaign.ClassCoverage;
import org.huiyin.campaign.Progress;
import org.huiyin.campaign.Respondent;
import org.huiyin.campaign.RoundStep;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.SampleView;
import org.huiyin.campaign.answers.AnswerCounts;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.QuestionnaireVersion;
import org.jspecify.annotations.Nullable;

/** Everything that the page of a round shows. */
public record RoundBoard(
        RoundView round,
        ProfileVersion profile,
        QuestionnaireVersion questionnaire,
        SampleView sample,
        @Nullable ApprovalView approval,
        List<ClassCoverage> coverage,
        List<Respondent> all,
        List<Respondent> rows,
        List<WayLine> ways,
        Progress progress,
        AnswerCounts counts,
        List<RoundStep> steps,
        int reminderDays) {

    public List<Respondent> silent() {
        return all.stream().filter(Respondent::silent).toList();
    }

    public int prepared() {
        return (int) all.stream().filter(r -> r.invitation().state() == org.huiyin.campaign.InvitationState.PREPARED).count();
    }

    public int sent() {
        return ways.stream().mapToInt(WayLine::sent).sum();
    }

    public int answered() {
        return ways.stream().mapToInt(WayLine::answered).sum();
    }

    public long customers() {
        return rows.stream().map(r -> r.invitation().customer()).distinct().count();
    }

    public String clause() {
        return profile.clauseOf("survey.windows");
    }
}
