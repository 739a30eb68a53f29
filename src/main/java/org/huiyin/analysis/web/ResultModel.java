package org.huiyin.analysis.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.analysis.ConsequenceRow;
import org.huiyin.analysis.ResultSummary;
import org.huiyin.analysis.ResultView;
import org.huiyin.analysis.Results;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.analysis.RoundResult.ItemResult;
import org.huiyin.analysis.TrendPoint;
import org.huiyin.campaign.answers.Freezes;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.improvement.ActionId;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Agenda;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.Voices;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page, the paper and the file of a result show. */
@Component
class ResultModel {

    private static final int FOLLOWED = 12;

    private final Results results;
    private final Actions actions;
    private final Agenda agenda;
    private final Voices voices;
    private final Complaints complaints;
    private final People people;
    private final Freezes freezes;
    private final org.huiyin.approval.Signatures signatures;

    ResultModel(Results results, Actions actions, Agenda agenda, Voices voices, Complaints complaints, People people, Freezes freezes, org.huiyin.approval.Signatures signatures) {
        this.results = results;
        this.actions = actions;
        this.agenda = agenda;
        this.voices = voices;
        this.complaints = complaints;
        this.people = people;
        this.freezes = freezes;
        this.signatures = signatures;
    }

    Map<String, Object> of(Actor actor, Page page, ResultView view) {
        return of(actor, page, view, FOLLOWED);
    }

    Map<String, Object> of(Actor actor, Page page, ResultView view, int followed) {
        var trend = results.trend(actor);
        var comparison = before(actor, trend, view);
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("trend", trend);
        model.put("comparison", comparison);
        model.put("summary", ResultSummary.of(view, comparison, results.underLimit(actor, view), page.language().tag()));
        model.put("byClass", byClass(actor, view));
        model.put("low", results.dissatisfied(actor, view));
        model.put("remarks", results.remarks(actor, view));
        model.put("counts", results.consequences(actor, view.round()));
        model.put("followed", results.consequences(actor, view.round(), followed).stream().map(this::followed).toList());
        model.put("names", people.names());
        model.put("signed", signed(view));
        return model;
    }

    /** Against the round before it on the trend; nothing for the first one. */
    Results.@Nullable Comparison before(Actor actor, List<TrendPoint> trend, ResultView view) {
        TrendPoint before = null;
        for (TrendPoint point : trend) {
            if (point.round().id().equals(view.round().id())) {
                return before == null ? null : results.compare(actor, before.round(), view.round()).orElse(null);
            }
            before = point;
        }
        return null;
    }

    private Map<String, List<ItemResult>> byClass(Actor actor, ResultView view) {
        Map<String, List<ItemResult>> found = new LinkedHashMap<>();
        view.result().index().lines().stream().filter(line -> line.answered() > 0)
                .forEach(line -> found.put(line.code(), results.items(actor, view, Dimension.CLASS, line.code())));
        return found;
    }

    private Followed followed(ConsequenceRow row) {
        if (row.target().type().equals("action")) {
            var action = actions.get(new ActionId(row.target().id()));
            return new Followed(row, action.number(), "actions/" + action.number(),
                    new Sentence("improvement.actionState." + action.state().name().toLowerCase(Locale.ROOT)), action.state().open());
        }
        if (row.target().type().equals("complaint")) {
            var complaint = complaints.get(new ComplaintId(row.target().id()));
            return new Followed(row, complaint.number(), "complaints/" + complaint.number(),
                    new Sentence("complaint.standing." + complaint.standing().name().toLowerCase(Locale.ROOT)), complaint.open());
        }
        if (row.target().type().equals("agenda")) {
            var item = agenda.get(row.target().id());
            return new Followed(row, item.quarter(), "actions/agenda?quarter=" + item.quarter(),
                    new Sentence(item.decided() ? "analysis.followed.decided" : "analysis.followed.undecided"), !item.decided());
        }
        var voice = voices.get(new VoiceId(row.target().id()));
        return new Followed(row, voice.number(), "voices/" + voice.number(),
                new Sentence(voice.open() ? "analysis.followed.open" : "analysis.followed.answered"), voice.open());
    }

    private List<org.huiyin.approval.SignatureView> signed(ResultView view) {
        List<org.huiyin.approval.SignatureView> found = new ArrayList<>();
        freezes.latest(view.round().id()).ifPresent(freeze ->
                freeze.signatures().forEach(id -> signatures.find(new org.huiyin.approval.SignatureId(id)).ifPresent(found::add)));
        return found;
    }
}
