package org.huiyin.complaint.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.complaint.Answers;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.Expenses;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.FactView;
import org.huiyin.complaint.Facts;
import org.huiyin.complaint.Marks;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Receipts;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.Repeats;
import org.huiyin.complaint.RequestView;
import org.huiyin.complaint.Requests;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.complaint.words.Keywords;
import org.huiyin.customer.Contacts;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.kernel.Actor;
import org.huiyin.notification.Mails;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.Voices;
import org.huiyin.web.Language;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the page of a complaint shows; modules above add their cards. */
@Component
class StoryMaker {

    private final Complaints complaints;
    private final Facts facts;
    private final Triage triage;
    private final Answers answers;
    private final Casework casework;
    private final Effects effects;
    private final Requests requests;
    private final Inspections inspections;
    private final Receipts receipts;
    private final Repeats repeats;
    private final Marks marks;
    private final Standings standings;
    private final Attachments attachments;
    private final Contacts contacts;
    private final Voices voices;
    private final Mails mails;
    private final People people;
    private final ObjectProvider<ComplaintPanel> panels;
    private final Expenses expenses;
    private final ObjectProvider<CostSource> sources;
    private final Procedures procedures;
    private final Keywords keywords;

    StoryMaker(Complaints complaints, Facts facts, Triage triage, Answers answers, Casework casework, Effects effects, Requests requests, Inspections inspections, Receipts receipts,
            Repeats repeats, Marks marks, Standings standings, Attachments attachments, Contacts contacts, Voices voices, Mails mails, People people,
            ObjectProvider<ComplaintPanel> panels, Expenses expenses, ObjectProvider<CostSource> sources, Procedures procedures, Keywords keywords) {
        this.complaints = complaints;
        this.facts = facts;
        this.triage = triage;
        this.answers = answers;
        this.casework = casework;
        this.effects = effects;
        this.requests = requests;
        this.inspections = inspections;
        this.receipts = receipts;
        this.repeats = repeats;
        this.marks = marks;
        this.standings = standings;
        this.attachments = attachments;
        this.contacts = contacts;
        this.voices = voices;
        this.mails = mails;
        this.people = people;
        this.panels = panels;
        this.expenses = expenses;
        this.sources = sources;
        this.procedures = procedures;
        this.keywords = keywords;
    }

    Story of(Actor actor, Page page, ComplaintView k) {
        var gated = facts.section(k).gated().contains(k.kind());
        var all = facts.of(k.id());
        var promises = complaints.promises(k);
        var answer = Standings.answer(promises);
        var files = attachments.list(actor, k.id().subject());
        var waiting = answers.waiting(k).orElse(null);
        var asked = requests.of(k.id());
        var watches = casework.effects(k.id());
        var watch = watches.isEmpty() || !watches.getLast().running() ? null : watches.getLast();
        var may = may(actor, k, all, gated, waiting != null, watch);
        return new Story(k, gated, all, facts.closures(k.id()), promises, standings.latest(k, promises, PromiseKind.ACKNOWLEDGE),
                standings.latest(k, promises, PromiseKind.ASSESS), answer == null ? null : standings.shown(answer), watches, watch == null ? null : effects.assess(watch),
                triage.assessments(k.id()), triage.triages(k.id()), asked, units(asked), inspections.of(k), answers.of(k.id()), waiting, repeats.of(k.id()), alike(actor, k), cards(actor, k), casework.eightDs(k.id()), casework.outgoing(k.id()).orElse(null), files,
                marks.counts(k.id()), people.names(), steps(page, k, all, gated), next(page, k, may, casework.eightDs(k.id()), answer == null ? null : standings.shown(answer)), proofs(k, all, gated), k.voice() == null || !actor.may("voice.read") ? null : voices.get(k.voice()).number(), receipts.text(k), receipts.link(k.id()).orElse(null),
                may, choices(page, k, !files.lines().stream().filter(l -> l.file().struck() == null).toList().isEmpty()),
                expenses.of(actor, k.id()), sources.orderedStream().flatMap(s -> s.of(actor, k.id()).stream()).toList(), procedures.inForce().section("claims").path("currency").asString("CNY"),
                actor.id().value().toString(), keywords.of(k.id()));
    }

    private Map<java.util.UUID, String> units(List<RequestView> asked) {
        return asked.stream().collect(java.util.stream.Collectors.toMap(RequestView::id, requests::unit));
    }

    private List<org.huiyin.complaint.Alike> alike(Actor actor, ComplaintView k) {
        var related = repeats.of(k.id()).stream().map(r -> r.other().id()).toList();
        var lines = k.lines().stream().map(l -> NewLine.of(l.part(), l.lot(), l.quantity(), l.unit(), l.defect())).toList();
        var sure = repeats.like(k.customer(), k.customerNumber(), lines, k.receivedAt(), k.id());
        return Stream.concat(sure.stream(), keywords.like(actor, k).stream().filter(a -> sure.stream().noneMatch(s -> s.id().equals(a.id())))).filter(a -> !related.contains(a.id()))
                .limit(5).toList();
    }

    private List<ComplaintPanel.Part> cards(Actor actor, ComplaintView k) {
        return panels.orderedStream().sorted(Comparator.comparingInt(ComplaintPanel::order)).flatMap(panel -> panel.of(actor, k).stream()).toList();
    }

    private Story.May may(Actor actor, ComplaintView k, List<FactView> all, boolean gated, boolean waiting, @Nullable EffectView watch) {
        boolean open = k.open();
        boolean sells = actor.may("complaint.answer") && (actor.id().equals(k.salesOwner()) || actor.roles().stream().anyMatch(facts.section(k).sales()::contains));
        boolean leads = gated && triage.leads(actor, k);
        boolean unanswered = k.standing() != Standing.ANSWERED && k.standing() != Standing.WATCHED;
        boolean ready = !gated || k.triage() != null;
        boolean interim = gated && (k.triage() == TriageClass.MAJOR || k.triage() == TriageClass.RECURRENT) && all.stream().noneMatch(f -> f.fact() == Fact.ANSWERED_INTERIM
                && f.round() == k.round());
        return new Story.May(open && actor.may("complaint.record") && all.stream().noneMatch(f -> f.fact() == Fact.ACKNOWLEDGED), open && leads,
                open && gated && triage.decides(actor, k), open && leads && k.triage() != null && k.triage() != TriageClass.NOT_OURS, open && sells && ready && unanswered, interim,
                waiting && actor.may("complaint.answer"), watch != null && !effects.maySign(actor, watch).isEmpty(), casework.mayLeaveUnassessed(actor, k), open && actor.may("complaint.work"), k.voice() != null && k.dueAt() != null && open && (actor.may("complaint.work") || actor.may("complaint.answer")),
                open && (actor.may("complaint.triage") || actor.may("complaint.answer")), open && (actor.may("complaint.triage") || actor.may("complaint.answer")),
                !open && (actor.may("complaint.triage") || actor.may("complaint.answer")), open && actor.may("complaint.work"));
    }

    /** What waits for this reader, first what comes first; nothing where others are at work. */
    private static Story.@Nullable Next next(Page page, ComplaintView k, Story.May may, List<EightDView> eightDs, Standings.@Nullable Shown answer) {
        var due = answer == null || !answer.promise().open() ? "" : page.t("complaint.next.due", page.deadline(answer.promise().due().due()));
        if (may.assess() && k.standing() == Standing.RECEIVED) {
            return new Story.Next(page.t("complaint.assess"), due, "#assessment");
        }
        if (may.receipt() && !may.triage()) {
            return new Story.Next(page.t("complaint.receipt"), "", "#receipt");
        }
        if (may.triage() && k.standing() == Standing.ASSESSED) {
            return new Story.Next(page.t("complaint.triage.decide"), due, "#triage");
        }
        if (may.react()) {
            return new Story.Next(page.t("complaint.react"), "", "#reactions");
        }
        if (may.sign()) {
            return new Story.Next(page.t("complaint.effect.sign"), "", "#effect");
        }
        if (may.answer() && k.standing() == Standing.WORKING) {
            return new Story.Next(page.t("complaint.answer.write"), due, "#answers");
        }
        var open = eightDs.stream().filter(e -> !e.closed()).reduce((a, b) -> b).orElse(null);
        if (may.solve() && open != null) {
            return new Story.Next(page.t("complaint.next.eightd", open.number(), page.t(Objects.requireNonNull(open.standing()).key())), due, page.path(open.path()));
        }
        return may.solve() && eightDs.isEmpty() && k.standing() == Standing.WORKING ? new Story.Next(page.t("complaint.case.add"), due, "#case") : null;
    }

    private Story.Choices choices(Page page, ComplaintView k, boolean evidence) {
        var section = facts.section(k);
        return new Story.Choices(ComplaintStepPages.options(page, NewAssessment.Confirmed.values()), ComplaintStepPages.options(page, NewAssessment.Severity.values()),
                ComplaintStepPages.options(page, NewAssessment.Sample.values()),
                section.triage().stream().filter(c -> c != k.triage()).map(c -> new Option(c.name(), page.label(c))).toList(),
                ComplaintStepPages.options(page, Channel.values()),
                people.all().stream().filter(p -> p.active()).map(p -> new Option(p.id().value().toString(), p.name())).toList(),
                ComplaintStepPages.options(page, Fact.CONTAINED, Fact.CAUSE_FOUND, Fact.MEASURES_SET, Fact.MEASURES_DONE),
                java.util.Arrays.stream(Language.values()).map(l -> new Option(l.code(), page.t(l.nameKey()))).toList(), recipient(k), evidence, mails.serverIsSet());
    }

    /** The complainant's address, else that of the customer's quality people. */
    private String recipient(ComplaintView k) {
        if (!k.complainant().mail().isEmpty() || k.customer() == null) {
            return k.complainant().mail();
        }
        return contacts.of(k.customer()).stream().filter(c -> c.active() && !c.erased() && c.email() != null)
                .sorted(Comparator.comparing(c -> !c.role().equals("QUALITY"))).map(c -> Objects.requireNonNull(c.email())).findFirst().orElse("");
    }

    private static List<Step> steps(Page page, ComplaintView k, List<FactView> all, boolean gated) {
        if (!gated || k.standing() == Standing.WITHDRAWN) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        int here = Standing.WAY.indexOf(k.standing());
        for (int i = 0; i < Standing.WAY.size(); i++) {
            var state = k.standing() == Standing.CLOSED || i < here ? Step.State.DONE : i == here ? Step.State.NOW : Step.State.TODO;
            var at = done(k, all, Standing.WAY.get(i));
            steps.add(new Step(state, page.t("complaint.way." + Standing.WAY.get(i).name().toLowerCase(java.util.Locale.ROOT)),
                    state != Step.State.TODO && at != null ? page.date(at) : "", anchor(Standing.WAY.get(i))));
        }
        return steps;
    }

    private static String anchor(Standing standing) {
        return switch (standing) {
            case RECEIVED -> "#words";
            case ASSESSED -> "#assessment";
            case WORKING -> "#triage";
            case ANSWERED -> "#answers";
            case WATCHED, CLOSED, WITHDRAWN -> "#effect";
        };
    }

    /** When the complaint reached the step. */
    private static @Nullable Instant done(ComplaintView k, List<FactView> all, Standing standing) {
        return switch (standing) {
            case RECEIVED -> k.receivedAt();
            case ASSESSED -> last(all, 0, Fact.ASSESSED);
            case WORKING -> last(all, 0, Fact.TRIAGED);
            case ANSWERED -> last(all, k.round(), Fact.ANSWERED_FINAL);
            case WATCHED -> last(all, k.round(), Fact.ACCEPTED);
            case CLOSED -> k.closedAt();
            case WITHDRAWN -> null;
        };
    }

    private static @Nullable Instant last(List<FactView> all, int round, Fact fact) {
        return all.stream().filter(f -> f.fact() == fact && (round == 0 || f.round() == round)).map(FactView::at).reduce((a, b) -> b).orElse(null);
    }

    /** The records that the procedure asks for in this case (mock 05-complaint). */
    private static List<Story.Proof> proofs(ComplaintView k, List<FactView> all, boolean gated) {
        var proofs = new ArrayList<Story.Proof>();
        proofs.add(new Story.Proof("taken", "complaint.taken", k.notedAt(), false));
        proofs.add(proof(k, all, "acknowledged", "complaint.taken", Fact.ACKNOWLEDGED, true));
        if (gated) {
            proofs.add(proof(k, all, "assessed", "complaint.assessed", Fact.ASSESSED, true));
            proofs.add(proof(k, all, "triaged", "complaint.triaged", Fact.TRIAGED, k.standing() != Standing.RECEIVED));
        }
        if (gated && k.triage() != TriageClass.NOT_OURS) {
            if (k.triage() == TriageClass.MAJOR || k.triage() == TriageClass.RECURRENT) {
                proofs.add(proof(k, all, "contained", "complaint.major", Fact.CONTAINED, k.standing() == Standing.WORKING));
            }
            proofs.add(proof(k, all, "cause", "complaint.measures", Fact.CAUSE_FOUND, k.standing() == Standing.WORKING));
            proofs.add(proof(k, all, "measures", "complaint.measures", Fact.MEASURES_DONE, k.standing() == Standing.WORKING));
        }
        proofs.add(proof(k, all, "answered", "complaint.answered", Fact.ANSWERED_FINAL, !gated || k.standing() == Standing.WORKING));
        if (gated) {
            proofs.add(proof(k, all, "accepted", "complaint.accepted", Fact.ACCEPTED, k.standing() == Standing.ANSWERED));
            if (k.triage() != TriageClass.NOT_OURS) {
                var effect = last(all, k.round(), Fact.EFFECTIVE);
                proofs.add(new Story.Proof("effect", "complaint.effect", effect == null ? last(all, k.round(), Fact.NOT_ASSESSABLE) : effect, k.standing() == Standing.WATCHED));
            }
        }
        return proofs;
    }

    private static Story.Proof proof(ComplaintView k, List<FactView> all, String key, String matter, Fact fact, boolean waits) {
        boolean early = fact == Fact.ACKNOWLEDGED || fact == Fact.ASSESSED || fact == Fact.TRIAGED;
        return new Story.Proof(key, matter, last(all, early ? 0 : k.round(), fact), waits);
    }
}
