package org.huiyin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.complaint.Answers;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.MarkView;
import org.huiyin.complaint.Marks;
import org.huiyin.complaint.NewAnswer;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewAssessment.Confirmed;
import org.huiyin.complaint.NewAssessment.Sample;
import org.huiyin.complaint.NewAssessment.Severity;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.OwnReport;
import org.huiyin.complaint.Receipts;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.kernel.Actor;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.web.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Takes the steps of the demo company's complaints, each by whom the procedure names. */
@Component
class DemoComplaintSteps {

    /** Where a mark stands on a picture, in thousandths. */
    private record Place(int x, int y, int w, int h) {

        MarkView.Shape of(String note) {
            return new MarkView.Shape(MarkView.Kind.CIRCLE, x, y, w, h, note);
        }
    }

    private static final Map<String, Place> MARKS = Map.of("kb2", new Place(650, 560, 130, 180), "fp1", new Place(270, 210, 320, 100));

    private final Complaints complaints;
    private final Receipts receipts;
    private final Triage triage;
    private final Casework casework;
    private final Answers answers;
    private final OwnReport reports;
    private final Attachments attachments;
    private final Marks marks;
    private final DemoEightDs eightDs;
    private final DemoEffects effects;
    private final Clock clock;

    DemoComplaintSteps(Complaints complaints, Receipts receipts, Triage triage, Casework casework, Answers answers, OwnReport reports, Attachments attachments,
            Marks marks, DemoEightDs eightDs, DemoEffects effects, Clock clock) {
        this.complaints = complaints;
        this.receipts = receipts;
        this.triage = triage;
        this.casework = casework;
        this.answers = answers;
        this.reports = reports;
        this.attachments = attachments;
        this.marks = marks;
        this.eightDs = eightDs;
        this.effects = effects;
        this.clock = clock;
    }

    void take(DemoCast cast, Map<String, DemoCase> cases, DemoCase one, DemoStep step) {
        var k = complaints.get(one.complaint());
        switch (step.name()) {
            case "told" -> told(cast, k.id());
            case "assess" -> assess(cast, one, k);
            case "triage" -> triage(cast, one, k, TriageClass.valueOf(step.detail()));
            case "photo", "evidence" -> file(cast, one, k);
            case "cause" -> cause(cast, one, k);
            case "done" -> casework.note(cast.as("QUALITY"), k.id(), Fact.MEASURES_DONE, said(cast, one, "measure"), "", "", k.version());
            case "interim" -> answer(cast, one, k, false, said(cast, one, "interim"));
            case "interimOf" -> answer(cast, one, complaints.get(of(cases, step).complaint()), false, said(cast, of(cases, step), "interim2"));
            case "answer", "answer2" -> answer(cast, one, k, true, said(cast, one, step.name()));
            case "accept", "reject" -> answers.reaction(seller(cast, k), k.id(), step.name().equals("accept"), said(cast, one, step.name()), way(k),
                    k.complainant().name(), clock.instant(), k.version());
            case "effect" -> effects.sign(cast, one, k);
            case "withdraw" -> casework.withdraw(cast.as("QUALITY_HEAD"), k.id(), said(cast, one, "withdraw"), k.version());
            case "light" -> one.answeredBy(casework.openEightD(cast.as("QUALITY"), k.id(), false, k.version()).id());
            case "join" -> eightDs.join(cast, one, k, of(cases, step));
            default -> eightDs.take(cast, one, step);
        }
    }

    /** Who stands before the customer. */
    private static Actor seller(DemoCast cast, ComplaintView k) {
        return cast.as(Objects.requireNonNull(k.salesOwner()));
    }

    /** Sales tells the complainant the number. */
    void told(DemoCast cast, ComplaintId id) {
        var k = complaints.get(id);
        receipts.told(seller(cast, k), id, way(k), k.complainant().name().isEmpty() ? k.who() : k.complainant().name(), clock.instant());
    }

    /** Quality has looked at goods that came back. */
    void assessed(DemoCast cast, ComplaintId id, String words) {
        triage.confirm(cast.as("QUALITY"), id, new NewAssessment(Confirmed.YES, Severity.MAJOR, "", words, Sample.RECEIVED), complaints.get(id).version());
    }

    private static DemoCase of(Map<String, DemoCase> cases, DemoStep step) {
        return Objects.requireNonNull(cases.get(step.detail()), step.detail());
    }

    private static String said(DemoCast cast, DemoCase one, String what) {
        return cast.word("k." + one.key() + "." + what);
    }

    /** The demo writes no mails. */
    private static Channel way(ComplaintView k) {
        return k.channel() == Channel.MAIL ? Channel.WECHAT : k.channel();
    }

    private void assess(DemoCast cast, DemoCase one, ComplaintView k) {
        var severity = one.is("CRITICAL") ? Severity.CRITICAL : one.is("MAJOR") ? Severity.MAJOR : Severity.MINOR;
        var sample = one.is("RECEIVED") ? Sample.RECEIVED : one.is("ASKED") ? Sample.ASKED : Sample.NONE;
        triage.confirm(cast.as("QUALITY"), k.id(), new NewAssessment(Confirmed.YES, severity, severity == Severity.CRITICAL ? said(cast, one, "risk") : "",
                said(cast, one, "assess"), sample), k.version());
        casework.hand(cast.as("QUALITY_HEAD"), k.id(), k.salesOwner(), cast.as("QUALITY").id(), complaints.get(k.id()).version());
    }

    private void triage(DemoCast cast, DemoCase one, ComplaintView k, TriageClass found) {
        var own = "k." + one.key() + ".reason";
        triage.assess(cast.as(found == TriageClass.OCCASIONAL ? "QUALITY" : "QUALITY_HEAD"), k.id(),
                new NewTriage(found, cast.word(cast.words().has(own) ? own : "reason." + found)), k.version());
        casework.eightDs(k.id()).stream().findFirst().ifPresent(eightD -> one.answeredBy(eightD.id()));
    }

    private void cause(DemoCast cast, DemoCase one, ComplaintView k) {
        casework.note(cast.as("QUALITY"), k.id(), Fact.CAUSE_FOUND, said(cast, one, "cause"), "", "", k.version());
        casework.note(cast.as("QUALITY"), k.id(), Fact.MEASURES_SET, said(cast, one, "measure"), "", "", complaints.get(k.id()).version());
    }

    /** An 8D goes out as it was approved; a complaint without one with its own report. */
    private void answer(DemoCast cast, DemoCase one, ComplaintView k, boolean last, String words) {
        var clerk = seller(cast, k);
        if (one.inEightD()) {
            eightDs.approve(cast, one.eightD());
        }
        answers.send(clerk, k.id(), new NewAnswer(last, words, way(k), k.complainant().name(), cast.company().language(), clock.instant()),
                () -> reports.report(clerk, k, Language.of(cast.locale()), words), k.version());
    }

    private void file(DemoCast cast, DemoCase one, ComplaintView k) {
        try (var picture = new ClassPathResource("demo/pictures/" + one.key() + ".png").getInputStream()) {
            var kept = attachments.store(cast.as("QUALITY"), k.id().subject(), cast.word("picture." + one.key()) + ".png", picture);
            if (cast.words().has("mark." + one.key())) {
                marks.draw(cast.as("QUALITY"), k.id(), kept.id(), List.of(Objects.requireNonNull(MARKS.get(one.key())).of(cast.word("mark." + one.key()))), 0);
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
