package org.huiyin.complaint.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.Alike;
import org.huiyin.complaint.AnswerView;
import org.huiyin.complaint.AssessmentView;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.Closure;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.ExpenseView;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.FactView;
import org.huiyin.complaint.InspectionView;
import org.huiyin.complaint.Repeats;
import org.huiyin.complaint.RequestView;
import org.huiyin.complaint.TriageView;
import org.huiyin.improvement.Assessment;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.kernel.PersonId;
import org.huiyin.records.AttachmentList;
import org.huiyin.voice.PromiseView;
import org.huiyin.web.Option;
import org.huiyin.web.Step;
import org.jspecify.annotations.Nullable;

/** All that the page of one complaint shows, and what its reader may do. */
public record Story(
        ComplaintView complaint,
        boolean gated,
        List<FactView> facts,
        List<Closure> closures,
        List<PromiseView> promises,
        Standings.@Nullable Shown acknowledge,
        Standings.@Nullable Shown assess,
        Standings.@Nullable Shown answer,
        List<EffectView> effects,
        @Nullable Assessment standing,
        List<AssessmentView> assessments,
        List<TriageView> triages,
        List<RequestView> requests,
        Map<UUID, String> units,
        List<InspectionView> inspections,
        List<AnswerView> answers,
        @Nullable AnswerView waiting,
        List<Repeats.Relation> relations,
        List<Alike> alike,
        List<ComplaintPanel.Part> panels,
        List<EightDView> eightDs,
        Casework.@Nullable Outgoing outgoing,
        AttachmentList files,
        Map<UUID, Integer> marks,
        Map<PersonId, String> names,
        List<Step> steps,
        @Nullable Next next,
        List<Proof> proofs,
        @Nullable String voice,
        String receipt,
        @Nullable String link,
        May may,
        Choices choices,
        List<ExpenseView> expenses,
        List<CostSource.Cost> costs,
        String currency,
        String me,
        List<String> words) {

    /** What all costs of it come to, less what was recovered. */
    public BigDecimal net() {
        return java.util.stream.Stream.concat(expenses.stream().map(ExpenseView::counted), costs.stream().map(CostSource.Cost::amount)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the reader may do. */
    public record May(boolean receipt, boolean assess, boolean triage, boolean solve, boolean answer, boolean interim, boolean react, boolean sign, boolean unassessed, boolean ask, boolean clock, boolean hand,
            boolean withdraw, boolean reopen, boolean change) {}

    /** What stands in selects. */
    public record Choices(List<Option> confirmed, List<Option> severities, List<Option> samples, List<Option> classes, List<Option> channels, List<Option> people,
            List<Option> facts, List<Option> languages, String recipient, boolean evidence, boolean mail) {}

    /** What the reader can do next, with the place on the page where it is done. */
    public record Next(String name, String note, String href) {}

    /** A record that the case should have: there, waited for, or not yet asked for. */
    public record Proof(String key, String matter, java.time.@Nullable Instant at, boolean waits) {}

    /** When the fact of the present round came about the last time. */
    public java.time.@Nullable Instant at(Fact fact) {
        return facts.stream().filter(f -> f.fact() == fact && f.round() == complaint.round()).map(FactView::at).reduce((a, b) -> b).orElse(null);
    }

    /** The notes of a kind in the present round. */
    public List<FactView> notes(Fact fact) {
        return facts.stream().filter(f -> f.fact() == fact && f.round() == complaint.round()).toList();
    }

    /** The watch that counts now. */
    public @Nullable EffectView watch() {
        return effects.isEmpty() ? null : effects.getLast();
    }

    public String name(@Nullable PersonId person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    public int proved() {
        return (int) proofs.stream().filter(p -> p.at() != null).count();
    }
}
