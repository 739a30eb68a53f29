package org.huiyin.claims.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.claims.Basis;
import org.huiyin.claims.ClaimEvent;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.ClaimState;
import org.huiyin.claims.ClaimTotals;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Claims;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.Direction;
import org.huiyin.claims.LossKind;
import org.huiyin.claims.MeasureLine;
import org.huiyin.claims.NewClaim;
import org.huiyin.claims.NewDecision;
import org.huiyin.claims.NewPayment;
import org.huiyin.claims.NewPosition;
import org.huiyin.claims.NewReply;
import org.huiyin.claims.Notices;
import org.huiyin.claims.Party;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.PaymentKind;
import org.huiyin.claims.PaymentView;
import org.huiyin.claims.Rate;
import org.huiyin.claims.Repetition;
import org.huiyin.claims.ReplyView;
import org.huiyin.claims.Responsibilities;
import org.huiyin.claims.Settlements;
import org.huiyin.claims.ShareView;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Acts;
import org.huiyin.web.Typed;
import org.huiyin.web.security.Member;
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

/** The door of programs for claims and for who bears a loss. */
@RestController
@RequestMapping("/api/v1/claims")
@Tag(name = "Claims")
class ClaimApi {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final Claims claims;
    private final Settlements settlements;
    private final Repetition repetition;
    private final Responsibilities decisions;
    private final Notices notices;
    private final Complaints complaints;
    private final Procedures procedures;
    private final ClaimLetter letter;
    private final Acts<ClaimView, WholeClaim> acts;

    ClaimApi(Claims claims, Settlements settlements, Repetition repetition, Responsibilities decisions, Notices notices, Complaints complaints, Procedures procedures,
            ClaimLetter letter) {
        this.claims = claims;
        this.settlements = settlements;
        this.repetition = repetition;
        this.decisions = decisions;
        this.notices = notices;
        this.complaints = complaints;
        this.procedures = procedures;
        this.letter = letter;
        this.acts = new Acts<>(claims::byNumber, this::one);
    }

    /** A claim with everything that proves its way. */
    public record WholeClaim(ClaimView claim, List<ReplyView> replies, List<PaymentView> payments, List<MeasureLine> measures, List<ClaimEvent> events) {}

    /** Claims with what all of the filter come to. */
    public record ClaimList(List<ClaimView> claims, ClaimTotals totals) {}

    public record PartyBody(PartyKind kind, @Nullable String name, @Nullable String contact, @Nullable String department) {}

    public record PositionBody(LossKind kind, @Nullable String words, @Nullable String part, BigDecimal amount, @Nullable String currency, @Nullable BigDecimal factor) {}

    public record RateBody(@Nullable String currency, BigDecimal rate, LocalDate day, String source) {}

    /** A claim to be written; the complaint by number, the department by name; a return by its id and number. */
    public record ClaimBody(Direction direction, PartyBody party, @Nullable String complaint, @Nullable String sourceType, @Nullable UUID sourceId,
            @Nullable String sourceNumber, Basis basis, String reference, LocalDate happenedOn, String words, @Nullable Boolean elsewhere, @Nullable LocalDate replyBy,
            @Nullable LocalDate limitationOn, List<PositionBody> positions, @Nullable List<RateBody> rates, @Nullable Integer version) {}

    public record SendingBody(@Nullable LocalDate day, String how, int version) {}

    public record ReplyBody(ClaimState verdict, @Nullable Map<String, BigDecimal> amounts, @Nullable String words, @Nullable LocalDate day, int version) {}

    public record PaymentBody(PaymentKind kind, LocalDate day, BigDecimal amount, @Nullable String currency, @Nullable RateBody rate, @Nullable String voucher,
            @Nullable String reason, int version) {}

    public record ClaimReasonBody(@Nullable String reason, int version) {}

    public record DatesBody(@Nullable LocalDate replyBy, @Nullable LocalDate limitationOn, String reason, int version) {}

    public record ClaimMeasureBody(String problem, String department, @Nullable LocalDate due, int version) {}

    public record ShareBody(PartyKind kind, @Nullable String name, @Nullable String department, BigDecimal percent) {}

    /** Who bears a loss; known is how many decisions on the complaint were read before. */
    public record BearingBody(List<ShareBody> shares, String reason, String evidence, int known) {}

    @GetMapping
    @Operation(summary = "Claims, the latest first, with what all that the filter finds come to")
    public ClaimList list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable ClaimState state, @RequestParam(required = false) @Nullable PartyKind party,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late, @RequestParam(defaultValue = "") String complaint,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        actor.mustHave("claim.read");
        var filter = new ClaimFilter(q, direction, state, party, open, late, complaint.isBlank() ? null : complaints.byNumber(actor, complaint).id(), null, null, from, to,
                page, size);
        return new ClaimList(claims.list(actor, filter), claims.totals(actor, filter));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One claim with its replies, payments, measures and history")
    public WholeClaim one(Actor actor, @PathVariable String number) {
        var c = claims.byNumber(actor, number);
        return new WholeClaim(c, settlements.replies(c.id()), settlements.payments(c.id()), repetition.of(c), claims.events(c.id()));
    }

    @GetMapping("/parties")
    @Operation(summary = "Other sides named before")
    public List<Party> parties(Actor actor) {
        return claims.parties(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a claim down as a draft")
    public ClaimView draft(Actor actor, @RequestBody ClaimBody body) {
        actor.mustHave("claim.work");
        return claims.get(claims.draft(actor, claim(actor, body)));
    }

    @PutMapping("/{number}")
    @Operation(summary = "Correct a draft")
    public WholeClaim change(Actor actor, @PathVariable String number, @RequestBody ClaimBody body) {
        actor.mustHave("claim.work");
        var c = claims.byNumber(actor, number);
        claims.change(actor, c.id(), claim(actor, body), Objects.requireNonNullElse(body.version(), c.version()));
        return one(actor, number);
    }

    private NewClaim claim(Actor actor, ClaimBody body) {
        var p = body.party();
        var party = p.kind() == PartyKind.UNIT ? new Party(p.kind(), "", Typed.text(p.contact()), null, notices.unitNamed(Typed.text(p.department())))
                : Party.named(p.kind(), Typed.text(p.name()), Typed.text(p.contact()));
        var source = Typed.blank(body.sourceType()) || body.sourceId() == null ? null : new SubjectRef(Typed.text(body.sourceType()), body.sourceId());
        var positions = body.positions().stream().map(x -> new NewPosition(x.kind(), Typed.text(x.words()), Typed.text(x.part()), x.amount(), Typed.text(x.currency()),
                Objects.requireNonNullElse(x.factor(), WHOLE))).toList();
        var rates = Typed.each(body.rates(), r -> rate(r, Typed.text(r.currency())));
        return new NewClaim(body.direction(), party, Typed.blank(body.complaint()) ? null : complaint(actor, Typed.text(body.complaint())).id(), source,
                Typed.text(body.sourceNumber()), body.basis(), body.reference(), body.happenedOn(), body.words(), Boolean.TRUE.equals(body.elsewhere()), body.replyBy(),
                body.limitationOn(), positions, rates);
    }

    private static Rate rate(RateBody r, String currency) {
        return new Rate(currency, r.rate(), r.day(), r.source());
    }

    private org.huiyin.complaint.ComplaintView complaint(Actor actor, String number) {
        try {
            return complaints.byNumber(actor, number);
        } catch (NotFound none) {
            throw new InvalidInput("complaint", "claims.invalid.complaint");
        }
    }

    @PostMapping("/{number}/sending")
    @Operation(summary = "Note that our claim went out, or that the customer's is received")
    public WholeClaim send(Actor actor, @PathVariable String number, @RequestBody SendingBody body) {
        return acts.on(actor, number, c -> settlements.send(actor, c.id(), today(body.day()), body.how(), body.version()));
    }

    private LocalDate today(@Nullable LocalDate day) {
        return day == null ? procedures.today() : day;
    }

    @PostMapping("/{number}/replies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note what was said to the claim: ACCEPTED, PARTLY with amounts by currency, DISPUTED")
    public WholeClaim reply(Actor actor, @PathVariable String number, @RequestBody ReplyBody body) {
        return acts.on(actor, number, c ->
                settlements.reply(actor, c.id(), new NewReply(body.verdict(), Objects.requireNonNullElse(body.amounts(), Map.of()), Typed.text(body.words()),
                        today(body.day())), body.version()));
    }

    @PostMapping("/{number}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note an entry in the books (BOOKED) or an instalment (RECOVERED)")
    public WholeClaim pay(Actor actor, @PathVariable String number, @RequestBody PaymentBody body) {
        var currency = Typed.text(body.currency());
        var rate = body.rate() == null ? null : rate(body.rate(), currency);
        settlements.pay(actor, claims.byNumber(actor, number).id(), new NewPayment(Ids.next(), body.kind(), body.day(), body.amount(), currency, rate,
                Typed.text(body.voucher()), Typed.text(body.reason())), body.version());
        return one(actor, number);
    }

    @PostMapping("/{number}/dates")
    @Operation(summary = "Set when the reply is due and when the claim lapses")
    public WholeClaim dates(Actor actor, @PathVariable String number, @RequestBody DatesBody body) {
        return acts.on(actor, number, c -> claims.dates(actor, c.id(), body.replyBy(), body.limitationOn(), body.reason(), body.version()));
    }

    @PostMapping("/{number}/settlement")
    @Operation(summary = "Close the claim as settled; what stands against it needs a reason")
    public WholeClaim settle(Actor actor, @PathVariable String number, @RequestBody ClaimReasonBody body) {
        return acts.on(actor, number, c -> settlements.settle(actor, c.id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Take the claim back")
    public WholeClaim withdraw(Actor actor, @PathVariable String number, @RequestBody ClaimReasonBody body) {
        return acts.on(actor, number, c -> settlements.withdraw(actor, c.id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/lapse")
    @Operation(summary = "Note that the claim has lapsed, once its day has passed")
    public WholeClaim lapse(Actor actor, @PathVariable String number, @RequestBody ClaimReasonBody body) {
        return acts.on(actor, number, c -> settlements.lapse(actor, c.id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/measures")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose a corrective action because of the claim; the department by name")
    public WholeClaim propose(Actor actor, @PathVariable String number, @RequestBody ClaimMeasureBody body) {
        var c = claims.byNumber(actor, number);
        repetition.propose(actor, c.id(), body.problem(), notices.unitNamed(body.department()), body.due(), body.version());
        return one(actor, number);
    }

    @GetMapping(value = "/{number}/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The letter of the claim as PDF; language zh_CN, zh_TW or en")
    public byte[] letter(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "zh_CN") String language) {
        return letter.print(actor, claims.byNumber(actor, number), Typed.language(language));
    }

    @GetMapping("/decisions")
    @Operation(summary = "Who bears the loss of each complaint, the latest decision of each")
    public List<DecisionView> decisions(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return decisions.list(actor, q, page, size);
    }

    @GetMapping("/decisions/{complaint}")
    @Operation(summary = "All decisions on who bears the loss of a complaint, the first one first")
    public List<DecisionView> decisionsOf(Actor actor, @PathVariable String complaint) {
        actor.mustHave("claim.read");
        return decisions.of(actor, complaints.byNumber(actor, complaint).id());
    }

    @PostMapping("/decisions/{complaint}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decide who bears the loss of a complaint; signed with the token")
    public List<DecisionView> decide(Member member, @PathVariable String complaint, @RequestBody BearingBody body) {
        var actor = member.actor();
        actor.mustHave("claim.decide");
        var k = complaints.byNumber(actor, complaint);
        var shares = body.shares().stream().map(s -> new ShareView(s.kind(), s.kind() == PartyKind.UNIT ? "" : Typed.text(s.name()),
                s.kind() == PartyKind.UNIT ? notices.unitNamed(Typed.text(s.department())) : null, s.percent())).toList();
        decisions.decide(member, null, k.id(), new NewDecision(shares, body.reason(), body.evidence()), body.known());
        return decisions.of(actor, k.id());
    }
}
