package org.huiyin.complaint;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.MailAttachment;
import org.huiyin.notification.Mails;
import org.huiyin.notification.OutgoingMail;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sales sends the report to the customer and notes what he says to it (001/5.2.2.2, 5.2.2.3, 5.2.2.6). */
@Service
@Transactional
public class Answers {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_REASON = 4_000;

    private final ComplaintStore complaints;
    private final Complaints face;
    private final AnswerStore store;
    private final Facts facts;
    private final Clocks clocks;
    private final Handing handing;
    private final EightDBridge eightDs;
    private final Receipts receipts;
    private final Attachments attachments;
    private final Mails mails;
    private final People people;
    private final Companies companies;
    private final Clock clock;

    Answers(ComplaintStore complaints, Complaints face, AnswerStore store, Facts facts, Clocks clocks, Handing handing, EightDBridge eightDs, Receipts receipts,
            Attachments attachments, Mails mails, People people, Companies companies, Clock clock) {
        this.complaints = complaints;
        this.face = face;
        this.store = store;
        this.facts = facts;
        this.clocks = clocks;
        this.handing = handing;
        this.eightDs = eightDs;
        this.receipts = receipts;
        this.attachments = attachments;
        this.mails = mails;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Sends the report, or notes that it was sent; the file is kept as it went out. Where an 8D has begun it is the 8D's, exactly
     * as it was approved; else the complaint's own, which its printer draws.
     */
    public UUID send(Actor actor, ComplaintId id, NewAnswer answer, Supplier<Report> own, int version) {
        actor.mustHave("complaint.answer");
        var k = complaints.lock(id).filter(c -> face.sees(actor, c)).orElseThrow(NotFound::new);
        handing.mustBeFresh(k, version);
        mayAnswer(actor, k);
        check(k, answer);
        ready(k, answer);
        var language = Language.of(Locale.forLanguageTag(answer.language()));
        var report = eightDs.approvedReport(actor, id, language).orElseGet(own);
        var file = attachments.store(actor, id.subject(), report.name(), new ByteArrayInputStream(report.pdf()));
        UUID mail = answer.way() == Channel.MAIL ? mail(k, answer, report) : null;
        var stored = store.add(k, answer, file.id(), mail, actor.id(), clock.instant());
        facts.note(actor.id(), id, answer.last() ? Fact.ANSWERED_FINAL : Fact.ANSWERED_INTERIM, answer.at(),
                Map.of("answer", stored.toString(), "way", answer.way().name(), "recipient", answer.recipient(), "report", file.name()));
        complaints.due(id, clocks.answered(actor, k, answer.last(), answer.way().name(), answer.words(), answer.at()));
        return stored;
    }

    private void mayAnswer(Actor actor, ComplaintView k) {
        var sales = facts.section(k).sales();
        if (!actor.id().equals(k.salesOwner()) && actor.roles().stream().noneMatch(sales::contains)) {
            throw new BrokenRule("complaint.refused.notSales", String.join("、", sales.stream().sorted().map(people::roleName).distinct().toList()));
        }
    }

    private void check(ComplaintView k, NewAnswer answer) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (answer.words().isEmpty()) {
            problems.put("words", new Sentence("complaint.invalid.answer"));
        } else if (answer.words().length() > LONGEST) {
            problems.put("words", new Sentence("complaint.invalid.long", LONGEST));
        }
        if (answer.way() == Channel.MAIL && !answer.recipient().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}")) {
            problems.put("recipient", new Sentence("complaint.invalid.mail"));
        } else if (answer.recipient().length() > 200) {
            problems.put("recipient", new Sentence("complaint.invalid.longField", 200));
        }
        if (answer.at().isAfter(clock.instant().plusSeconds(60))) {
            problems.put("at", new Sentence("complaint.invalid.future"));
        } else if (answer.at().isBefore(k.receivedAt())) {
            problems.put("at", new Sentence("complaint.invalid.beforeReceipt", k.receivedAt()));
        } else {
            rejected(k).filter(at -> answer.at().isBefore(at.truncatedTo(ChronoUnit.MINUTES)))
                    .ifPresent(at -> problems.put("at", new Sentence("complaint.invalid.beforeRejection", at)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** When the customer last refused an answer; what goes out now answers that. */
    private Optional<Instant> rejected(ComplaintView k) {
        return facts.of(k.id()).stream().filter(f -> f.fact() == Fact.REJECTED).map(FactView::at).max(Instant::compareTo);
    }

    /** What must have happened before this kind of report may go out. */
    private void ready(ComplaintView k, NewAnswer answer) {
        if (!k.open()) {
            throw new BrokenRule("complaint.refused.closed", k.number());
        }
        if (!facts.section(k).gated().contains(k.kind())) {
            if (!answer.last()) {
                throw new BrokenRule("complaint.refused.noInterim");
            }
            return;
        }
        if (k.triage() == null) {
            throw new BrokenRule("complaint.refused.notTriaged", k.number());
        }
        if (!answer.last() && !k.triage().interim()) {
            throw new BrokenRule("complaint.refused.noInterim");
        }
        if (k.standing() == Standing.ANSWERED || k.standing() == Standing.WATCHED) {
            throw new BrokenRule("complaint.refused.answered", k.number());
        }
    }

    private UUID mail(ComplaintView k, NewAnswer answer, Report report) {
        var words = receipts.words(answer.language());
        var link = receipts.link(k.id());
        var text = answer.words() + link.map(l -> "\n\n" + words.t("complaint.answer.link", l)).orElse("") + "\n\n" + companies.current().name();
        var theirs = k.customerNumber().isEmpty() ? k.number() : k.number() + " / " + k.customerNumber();
        return mails.send(new OutgoingMail(answer.recipient(), k.complainant().name().isEmpty() ? null : k.complainant().name(),
                words.t(answer.last() ? "complaint.answer.subject" : "complaint.answer.subject.interim", theirs), text, null, k.id().subject(), Map.of(),
                List.of(new MailAttachment(report.name(), "application/pdf", report.pdf()))));
    }

    /** A clerk notes what the customer said to the report. */
    public void reaction(Actor actor, ComplaintId id, boolean accepted, String reason, Channel way, String who, Instant at, int version) {
        actor.mustHave("complaint.answer");
        var k = complaints.lock(id).filter(c -> face.sees(actor, c)).orElseThrow(NotFound::new);
        handing.mustBeFresh(k, version);
        if (at.isAfter(clock.instant().plusSeconds(60))) {
            throw new InvalidInput("at", "complaint.invalid.future");
        }
        react(actor.id(), k, accepted, reason, way, who, at);
    }

    /** The customer says it himself, by his link. */
    void reaction(ComplaintId id, boolean accepted, String reason, String who) {
        var k = complaints.lock(id).orElseThrow(NotFound::new);
        react(PersonId.SYSTEM, k, accepted, reason, Channel.OTHER, who, clock.instant());
    }

    private void react(PersonId by, ComplaintView k, boolean accepted, String typed, Channel way, String who, Instant at) {
        var waiting = waiting(k).orElseThrow(() -> new BrokenRule("complaint.refused.nothingToAccept", k.number()));
        var reason = typed.strip();
        if (!accepted && reason.isEmpty()) {
            throw new InvalidInput("reason", "complaint.invalid.rejection");
        }
        if (reason.length() > LONGEST_REASON || who.length() > 120) {
            throw new InvalidInput("reason", "complaint.invalid.long", LONGEST_REASON);
        }
        if (at.isBefore(waiting.at())) {
            throw new InvalidInput("at", "complaint.invalid.beforeAnswer", waiting.at());
        }
        store.react(k.id(), waiting.id(), accepted, reason, way, who.strip(), at, by, clock.instant());
        facts.note(by, k.id(), accepted ? Fact.ACCEPTED : Fact.REJECTED, at, Map.of("answer", waiting.id().toString(), "reason", reason, "way", way.name(),
                "who", who.strip(), "self", String.valueOf(by.equals(PersonId.SYSTEM))));
        if (!accepted) {
            complaints.due(k.id(), clocks.again(by, k, at));
            eightDs.rejected(k, reason);
        }
        tell(by, k, accepted);
    }

    private void tell(PersonId by, ComplaintView k, boolean accepted) {
        var told = new java.util.LinkedHashSet<>(handing.holders(handing.leading(k, facts.section(k))));
        if (k.workOwner() != null) {
            told.add(k.workOwner());
        }
        if (k.salesOwner() != null) {
            told.add(k.salesOwner());
        }
        told.remove(by);
        handing.tell(told, new Sentence(accepted ? "complaint.note.accepted" : "complaint.note.rejected", k.number(), k.title()), k);
    }

    /** The final report that waits for what the customer says. */
    @Transactional(readOnly = true)
    public Optional<AnswerView> waiting(ComplaintView k) {
        return k.standing() != Standing.ANSWERED ? Optional.empty()
                : of(k.id()).stream().filter(a -> a.last() && a.round() == k.round() && a.reaction() == null).reduce((a, b) -> b);
    }

    /** Every report that went out, the first one first. */
    @Transactional(readOnly = true)
    public List<AnswerView> of(ComplaintId id) {
        return store.of(id);
    }
}
