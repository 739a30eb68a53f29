package org.huiyin.claims.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.huiyin.claims.ClaimEvent;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.NewNotice;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeKind;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.NoticeText;
import org.huiyin.claims.NoticeTotals;
import org.huiyin.claims.NoticeView;
import org.huiyin.claims.Notices;
import org.huiyin.claims.ObjectionView;
import org.huiyin.claims.Objections;
import org.huiyin.claims.Wording;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.web.Acts;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for reward and penalty notices to units. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices")
class UnitNoticeApi {

    private final Notices notices;
    private final Objections objections;
    private final Complaints complaints;
    private final ClaimLetter letter;
    private final Acts<NoticeView, WholeNotice> acts;

    UnitNoticeApi(Notices notices, Objections objections, Complaints complaints, ClaimLetter letter) {
        this.notices = notices;
        this.objections = objections;
        this.complaints = complaints;
        this.letter = letter;
        this.acts = new Acts<>(notices::byNumber, this::one);
    }

    /** A notice with everything that proves its way. */
    public record WholeNotice(NoticeView notice, @Nullable DecisionView decision, List<Wording> wordings, List<ObjectionView> objections, List<ClaimEvent> events) {}

    /** Notices with what those that hold come to. */
    public record NoticeList(List<NoticeView> notices, NoticeTotals totals) {}

    /** A notice: the complaint by number, the unit by name (never a person), an amount in the company's currency or points. */
    public record NoticeBody(NoticeKind kind, String complaint, String unit, @Nullable BigDecimal amount, @Nullable Integer points, String reason) {}

    public record NoticeTextBody(@Nullable BigDecimal amount, @Nullable Integer points, String reason, int version) {}

    public record NoticeStepBody(int version) {}

    public record NoticeReasonBody(String reason, int version) {}

    public record ObjectionBody(String words, int version) {}

    public record ObjectionAnswerBody(ObjectionView.Verdict verdict, String words, @Nullable BigDecimal amount, @Nullable Integer points, @Nullable String reason, int version) {}

    @GetMapping
    @Operation(summary = "Notices, the latest first")
    public NoticeList list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable NoticeKind kind,
            @RequestParam(required = false) @Nullable NoticeState state, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        actor.mustHave("claim.read");
        var filter = new NoticeFilter(q, kind, state, null, null, page, size);
        return new NoticeList(notices.list(actor, filter), notices.totals(actor, filter));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One notice with its wordings, objections and history")
    public WholeNotice one(Actor actor, @PathVariable String number) {
        var n = notices.byNumber(actor, number);
        return new WholeNotice(n, notices.decision(n).orElse(null), notices.wordings(n.id()), objections.of(n.id()), notices.events(n.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose a notice from a complaint whose loss somebody bears by decision")
    public NoticeView propose(Actor actor, @RequestBody NoticeBody body) {
        actor.mustHave("notice.propose");
        try {
            var complaint = complaints.byNumber(actor, body.complaint().strip()).id();
            return notices.get(notices.propose(actor, new NewNotice(body.kind(), complaint, notices.unitNamed(body.unit()),
                    new NoticeText(body.amount(), body.points(), body.reason()))));
        } catch (NotFound none) {
            throw new InvalidInput("complaint", "claims.invalid.complaint");
        }
    }

    @PutMapping("/{number}")
    @Operation(summary = "Another wording, before it goes to the approvers")
    public WholeNotice change(Actor actor, @PathVariable String number, @RequestBody NoticeTextBody body) {
        return acts.on(actor, number, n -> notices.change(actor, n.id(), new NoticeText(body.amount(), body.points(), body.reason()), body.version()));
    }

    @PostMapping("/{number}/submission")
    @Operation(summary = "Put it before its approvers")
    public WholeNotice submit(Actor actor, @PathVariable String number, @RequestBody NoticeStepBody body) {
        return acts.on(actor, number, n -> notices.submit(actor, n.id(), body.version()));
    }

    @PostMapping("/{number}/issue")
    @Operation(summary = "Give an approved notice to the unit")
    public WholeNotice issue(Actor actor, @PathVariable String number, @RequestBody NoticeStepBody body) {
        return acts.on(actor, number, n -> notices.issue(actor, n.id(), body.version()));
    }

    @PostMapping("/{number}/receipt")
    @Operation(summary = "Note that the unit has read it")
    public WholeNotice read(Actor actor, @PathVariable String number) {
        return acts.on(actor, number, n -> notices.read(actor, n.id()));
    }

    @PostMapping("/{number}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Object for the unit, in time")
    public WholeNotice object(Actor actor, @PathVariable String number, @RequestBody ObjectionBody body) {
        return acts.on(actor, number, n -> objections.object(actor, n.id(), body.words(), body.version()));
    }

    @PostMapping("/{number}/answer")
    @Operation(summary = "Answer the objection: UPHELD, CHANGED with another amount or points, CANCELLED")
    public WholeNotice answer(Actor actor, @PathVariable String number, @RequestBody ObjectionAnswerBody body) {
        var text = body.verdict() == ObjectionView.Verdict.CHANGED ? new NoticeText(body.amount(), body.points(), Typed.text(body.reason())) : null;
        objections.answer(actor, notices.byNumber(actor, number).id(), body.verdict(), body.words(), text, body.version());
        return one(actor, number);
    }

    @PostMapping("/{number}/cancellation")
    @Operation(summary = "Cancel what the unit has already")
    public WholeNotice cancel(Actor actor, @PathVariable String number, @RequestBody NoticeReasonBody body) {
        return acts.on(actor, number, n -> notices.cancel(actor, n.id(), body.reason(), body.version()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Take it back before it is issued")
    public WholeNotice withdraw(Actor actor, @PathVariable String number, @RequestBody NoticeReasonBody body) {
        return acts.on(actor, number, n -> notices.withdraw(actor, n.id(), body.reason(), body.version()));
    }

    @GetMapping(value = "/{number}/notice.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The notice as PDF; language zh_CN, zh_TW or en")
    public byte[] paper(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "zh_CN") String language) {
        return letter.print(actor, notices.byNumber(actor, number), Typed.language(language));
    }
}
