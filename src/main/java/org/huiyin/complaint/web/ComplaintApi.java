package org.huiyin.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.Answers;
import org.huiyin.complaint.AnswerView;
import org.huiyin.complaint.AssessmentView;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.Closure;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.ExpenseKind;
import org.huiyin.complaint.ExpenseView;
import org.huiyin.complaint.Expenses;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.FactView;
import org.huiyin.complaint.Facts;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewAnswer;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Phase;
import org.huiyin.complaint.Receipts;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.complaint.TriageView;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.EffectView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Companies;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.PromiseView;
import org.huiyin.web.Acts;
import org.huiyin.web.Language;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for complaints: list, take in, and each step. */
@RestController
@RequestMapping("/api/v1/complaints")
@Tag(name = "Complaints")
class ComplaintApi {

    private final Complaints complaints;
    private final Facts facts;
    private final Triage triage;
    private final Answers answers;
    private final Casework casework;
    private final Receipts receipts;
    private final ReportPaper paper;
    private final Expenses expenses;
    private final Customers customers;
    private final Companies companies;
    private final Clock clock;
    private final Acts<ComplaintView, Whole> acts;

    ComplaintApi(Complaints complaints, Facts facts, Triage triage, Answers answers, Casework casework, Receipts receipts, ReportPaper paper, Expenses expenses,
            Customers customers, Companies companies, Clock clock) {
        this.complaints = complaints;
        this.facts = facts;
        this.triage = triage;
        this.answers = answers;
        this.casework = casework;
        this.receipts = receipts;
        this.paper = paper;
        this.expenses = expenses;
        this.customers = customers;
        this.companies = companies;
        this.clock = clock;
        this.acts = new Acts<>(complaints::byNumber, this::one);
    }

    /** A complaint with everything that proves its way. */
    public record Whole(ComplaintView complaint, List<FactView> facts, List<Closure> closures, List<PromiseView> promises, List<AssessmentView> assessments,
            List<TriageView> triages, List<AnswerView> answers, List<EffectView> effects) {}

    public record LineBody(@Nullable String part, @Nullable String partName, @Nullable String lot, @Nullable String serial, @Nullable BigDecimal quantity,
            @Nullable String unit, @Nullable String defect, @Nullable String foundAt, @Nullable Integer mileage, @Nullable String vin) {

        NewLine line() {
            return new NewLine(text(part), text(partName), text(lot), text(serial), quantity, text(unit), text(defect), text(foundAt), mileage, text(vin));
        }

        private static String text(@Nullable String text) {
            return Typed.text(text);
        }
    }

    /** A complaint to be taken in; the customer by number, or a complainant who is none. */
    public record ComplaintBody(@Nullable String customer, @Nullable Complainant complainant, @Nullable FeedbackKind kind, @Nullable Phase phase,
            @Nullable String segment, @Nullable Channel channel, @Nullable Instant receivedAt, String text, @Nullable String customerNumber,
            @Nullable LocalDate wishDay, @Nullable LocalTime wishTime, @Nullable Boolean safety, @Nullable List<LineBody> lines) {}

    public record AssessmentBody(NewAssessment.Confirmed confirmed, NewAssessment.Severity severity, @Nullable String risk, String words,
            NewAssessment.@Nullable Sample sample, int version) {}

    public record TriageBody(TriageClass triage, String reason, int version) {}

    public record NoteBody(Fact fact, String words, @Nullable String standard, @Nullable String revision, int version) {}

    public record AnswerBody(@Nullable Boolean last, String words, Channel way, @Nullable String recipient, @Nullable String language, @Nullable Instant at, int version) {}

    public record ReactionBody(boolean accepted, @Nullable String reason, Channel way, @Nullable String who, @Nullable Instant at, int version) {}

    public record ReasonBody(String reason, int version) {}

    public record CostBody(ExpenseKind kind, BigDecimal amount, LocalDate day, @Nullable String note) {}

    public record ReferralBody(String to, @Nullable String words, int version) {}

    public record ReceiptBody(Channel way, String who, @Nullable Instant at) {}

    @GetMapping
    @Operation(summary = "The register, open matters of safety first, then the latest")
    public List<ComplaintRow> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(required = false) @Nullable TriageClass triageClass, @RequestParam(required = false) @Nullable FeedbackKind kind,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String part, @RequestParam(required = false) @Nullable String defect,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return complaints.list(actor, new ComplaintFilter(q, kind, null, standing, triageClass, open, late, false, false, null, null, part, defect, null, from, to,
                ComplaintFilter.Sort.RECEIVED, page, size));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One complaint with its facts, promises, assessments, classes and answers")
    public Whole one(Actor actor, @PathVariable String number) {
        var k = complaints.byNumber(actor, number);
        return new Whole(k, facts.of(k.id()), facts.closures(k.id()), complaints.promises(k), triage.assessments(k.id()), triage.triages(k.id()), answers.of(k.id()),
                casework.effects(k.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take a complaint in")
    public ComplaintView take(Actor actor, @RequestBody ComplaintBody body) {
        var customer = customers.idOf(actor, body.customer());
        var wish = body.wishDay() == null ? null : new CustomerDate(body.wishDay(), body.wishTime());
        var id = complaints.take(actor, new NewComplaint(customer, body.complainant(), Objects.requireNonNullElse(body.kind(), FeedbackKind.COMPLAINT),
                Objects.requireNonNullElse(body.phase(), Phase.AFTER), body.segment(), Objects.requireNonNullElse(body.channel(), Channel.OTHER),
                body.receivedAt() == null ? clock.instant() : body.receivedAt(), actor.id(), Typed.text(body.text()), body.customerNumber(), wish,
                Boolean.TRUE.equals(body.safety()), Typed.each(body.lines(), LineBody::line), null));
        return complaints.get(id);
    }

    @PostMapping("/{number}/lines")
    @Operation(summary = "Add a part, lot or piece")
    public ComplaintView line(Actor actor, @PathVariable String number, @RequestBody LineBody body) {
        var k = complaints.byNumber(actor, number);
        complaints.addLine(actor, k.id(), body.line(), k.version());
        return complaints.get(k.id());
    }

    @PostMapping("/{number}/receipt")
    @Operation(summary = "Note that the complainant was told that we have it")
    public Whole receipt(Actor actor, @PathVariable String number, @RequestBody ReceiptBody body) {
        return acts.on(actor, number, k -> receipts.told(actor, k.id(), body.way(), Typed.text(body.who()), body.at() == null ? clock.instant() : body.at()));
    }

    @PostMapping("/{number}/assessment")
    @Operation(summary = "The first assessment by quality")
    public Whole assess(Actor actor, @PathVariable String number, @RequestBody AssessmentBody body) {
        return acts.on(actor, number, k ->
                triage.confirm(actor, k.id(), new NewAssessment(body.confirmed(), body.severity(), Typed.text(body.risk()), Typed.text(body.words()),
                        Optional.ofNullable(body.sample()).orElse(NewAssessment.Sample.NONE)), body.version()));
    }

    @PostMapping("/{number}/triage")
    @Operation(summary = "Decide the class")
    public Whole classify(Actor actor, @PathVariable String number, @RequestBody TriageBody body) {
        return acts.on(actor, number, k -> triage.assess(actor, k.id(), new NewTriage(body.triage(), Typed.text(body.reason())), body.version()));
    }

    @PostMapping("/{number}/notes")
    @Operation(summary = "Note a containment, a cause or a measure of the light way")
    public Whole note(Actor actor, @PathVariable String number, @RequestBody NoteBody body) {
        return acts.on(actor, number, k -> casework.note(actor, k.id(), body.fact(), body.words(), Typed.text(body.standard()), Typed.text(body.revision()), body.version()));
    }

    @PostMapping("/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Send the report to the customer, or note that it was sent")
    public Whole answer(Actor actor, @PathVariable String number, @RequestBody AnswerBody body) {
        var k = complaints.byNumber(actor, number);
        var tag = Typed.blank(body.language()) ? companies.current().language() : Typed.text(body.language());
        var language = Language.serving(java.util.Locale.forLanguageTag(tag)).orElseThrow(() -> new InvalidInput("language", "web.invalid.choice"));
        answers.send(actor, k.id(), new NewAnswer(!Boolean.FALSE.equals(body.last()), Typed.text(body.words()), body.way(), Typed.text(body.recipient()), language.tag(),
                body.at() == null ? clock.instant() : body.at()), () -> paper.report(actor, k, language, Typed.text(body.words())), body.version());
        return one(actor, number);
    }

    @PostMapping("/{number}/reactions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note what the customer said to the report")
    public Whole react(Actor actor, @PathVariable String number, @RequestBody ReactionBody body) {
        return acts.on(actor, number, k ->
                answers.reaction(actor, k.id(), body.accepted(), Typed.text(body.reason()), body.way(), Typed.text(body.who()),
                        body.at() == null ? clock.instant() : body.at(), body.version()));
    }

    @PostMapping("/{number}/effect")
    @Operation(summary = "Say that the effect of an occasional complaint without a measure cannot be judged; other verdicts are signed")
    public Whole effect(Actor actor, @PathVariable String number, @RequestBody ReasonBody body) {
        return acts.on(actor, number, k -> casework.unassessable(actor, k.id(), body.reason(), body.version()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Note that the complaint was taken back")
    public Whole withdraw(Actor actor, @PathVariable String number, @RequestBody ReasonBody body) {
        return acts.on(actor, number, k -> casework.withdraw(actor, k.id(), body.reason(), body.version()));
    }

    @PostMapping("/{number}/reopening")
    @Operation(summary = "Open a closed complaint again")
    public Whole reopen(Actor actor, @PathVariable String number, @RequestBody ReasonBody body) {
        return acts.on(actor, number, k -> casework.reopen(actor, k.id(), body.reason(), body.version()));
    }

    @PostMapping("/{number}/referrals")
    @Operation(summary = "Note that the complaint went to somebody outside")
    public Whole refer(Actor actor, @PathVariable String number, @RequestBody ReferralBody body) {
        return acts.on(actor, number, k -> casework.refer(actor, k.id(), body.to(), Typed.text(body.words()), body.version()));
    }

    @GetMapping("/{number}/costs")
    @Operation(summary = "The costs typed on the complaint")
    public List<ExpenseView> costs(Actor actor, @PathVariable String number) {
        return expenses.of(actor, complaints.byNumber(actor, number).id());
    }

    @PostMapping("/{number}/costs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a cost down; recoveries have a kind of their own")
    public List<ExpenseView> cost(Actor actor, @PathVariable String number, @RequestBody CostBody body) {
        expenses.add(actor, complaints.byNumber(actor, number).id(), Ids.next(), body.kind(), body.amount(), body.day(), Typed.text(body.note()));
        return costs(actor, number);
    }

    @DeleteMapping("/{number}/costs/{id}")
    @Operation(summary = "Take a cost back that was typed by mistake")
    public List<ExpenseView> dropCost(Actor actor, @PathVariable String number, @PathVariable UUID id) {
        expenses.drop(actor, complaints.byNumber(actor, number).id(), id);
        return costs(actor, number);
    }
}
