package org.huiyin.returns.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.procedure.Procedures;
import org.huiyin.returns.Arrivals;
import org.huiyin.returns.CostKind;
import org.huiyin.returns.Ground;
import org.huiyin.returns.Homecoming;
import org.huiyin.returns.Matter;
import org.huiyin.returns.NewArrival;
import org.huiyin.returns.NewCount;
import org.huiyin.returns.NewDecision;
import org.huiyin.returns.NewJudgement;
import org.huiyin.returns.NewReturn;
import org.huiyin.returns.NewRework;
import org.huiyin.returns.NewSlip;
import org.huiyin.returns.ReturnEvent;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnKind;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Reworks;
import org.huiyin.returns.Senders;
import org.huiyin.returns.Slips;
import org.huiyin.returns.Verdict;
import org.huiyin.returns.Verdicts;
import org.huiyin.voice.Channel;
import org.huiyin.web.Acts;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for returns: list, slip, arrival, and each step. Lines are named by their position on the slip. */
@RestController
@RequestMapping("/api/v1/returns")
@Tag(name = "Returns")
class ReturnApi {

    private final Returns returns;
    private final Slips slips;
    private final Senders senders;
    private final Arrivals arrivals;
    private final Verdicts verdicts;
    private final Reworks reworks;
    private final Homecoming homecoming;
    private final Complaints complaints;
    private final Customers customers;
    private final Procedures procedures;
    private final Acts<ReturnView, ReturnRecord> acts;

    ReturnApi(Returns returns, Slips slips, Senders senders, Arrivals arrivals, Verdicts verdicts, Reworks reworks, Homecoming homecoming, Complaints complaints, Customers customers, Procedures procedures) {
        this.returns = returns;
        this.slips = slips;
        this.senders = senders;
        this.arrivals = arrivals;
        this.verdicts = verdicts;
        this.reworks = reworks;
        this.homecoming = homecoming;
        this.complaints = complaints;
        this.customers = customers;
        this.procedures = procedures;
        this.acts = new Acts<>(returns::byNumber, this::one);
    }

    /** A return with its story. */
    public record ReturnRecord(ReturnView goods, List<ReturnEvent> events) {}

    public record SlipLine(String part, @Nullable String partName, @Nullable String lot, @Nullable String serial, BigDecimal quantity, @Nullable String unit) {

        NewReturn.Line line() {
            return new NewReturn.Line(part, Typed.text(partName), Typed.text(lot), Typed.text(serial), quantity, Typed.text(unit));
        }
    }

    /** A return that we allow; the complaint or the customer by number, or a sender who is none. */
    public record SlipBody(@Nullable String complaint, @Nullable String customer, @Nullable String sender, @Nullable LocalDate fetchOn, @Nullable LocalDate backBy,
            @Nullable String address, String reason, @Nullable Boolean keepLots, List<SlipLine> lines) {}

    public record ArrivalLine(String part, @Nullable String lot, @Nullable String serial, @Nullable BigDecimal stated, BigDecimal counted, @Nullable String unit) {}

    /** Goods that came unannounced. */
    public record ArrivalBody(@Nullable String customer, @Nullable String sender, @Nullable LocalDate day, String place, @Nullable String words, @Nullable Boolean keepLots,
            List<ArrivalLine> lines) {}

    /** A line of the slip by its position, or a new one without; what stays as it is need not be said. */
    public record CorrectedLine(@Nullable Integer line, @Nullable String part, @Nullable String partName, @Nullable String lot, @Nullable String serial,
            @Nullable BigDecimal quantity, @Nullable String unit, @Nullable Boolean remove) {}

    public record CorrectionBody(List<CorrectedLine> lines, @Nullable String reason, @Nullable Boolean keepLots, int version) {}

    public record SenderBody(String customer, @Nullable String reason, int version) {}

    public record GroundBody(Ground ground, String words, int version) {}

    public record FetchBody(LocalDate day, @Nullable String words, int version) {}

    public record ReturnCountLine(int line, BigDecimal quantity, @Nullable String unit, @Nullable String part, @Nullable String lot) {}

    public record ReturnCountBody(@Nullable LocalDate day, String place, @Nullable String words, @Nullable Boolean keepLots, List<ReturnCountLine> lines, @Nullable List<SlipLine> more,
            int version) {}

    public record TellingBody(Matter matter, @Nullable LocalDate day, Channel way, @Nullable String who, @Nullable String words, int version) {}

    public record AnalysisBody(int line, String method, String finding, int version) {}

    public record JudgementBody(int line, Map<Verdict, BigDecimal> shares, String words, @Nullable String tested, @Nullable String agreement, int version) {}

    public record DispositionBody(int line, List<ReturnLine.Disposal> disposals, @Nullable String words, int version) {}

    public record ReworkInstructionBody(String words, @Nullable String document, int version) {}

    public record ReworkScheduleBody(LocalDate begin, LocalDate ready, @Nullable String words, int version) {}

    public record ReworkBody(int line, @Nullable LocalDate day, BigDecimal taken, BigDecimal good, BigDecimal scrap, @Nullable String words, int version) {}

    public record ReworkEffectBody(BigDecimal checked, BigDecimal bad, String words, int version) {}

    public record ReturnDeliveryLine(int line, BigDecimal quantity) {}

    public record ReturnDeliveryBody(String note, @Nullable LocalDate day, List<ReturnDeliveryLine> lines, int version) {}

    public record ReturnCostBody(CostKind kind, BigDecimal amount, @Nullable LocalDate day, @Nullable String words, int version) {}

    public record ReturnPromiseBody(LocalDate backBy, String reason, int version) {}

    public record ReturnReasonBody(String reason, int version) {}

    @GetMapping
    @Operation(summary = "Returns, the latest first; open ones by the date of being back")
    public List<ReturnView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable ReturnStage stage,
            @RequestParam(required = false) @Nullable ReturnKind kind, @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean alert, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return returns.list(actor, new ReturnFilter(q, stage == null ? Set.of() : Set.of(stage), kind, null, null, null, null, open, late, alert, false, from, to, page, size));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One return with its lines and its story")
    public ReturnRecord one(Actor actor, @PathVariable String number) {
        var r = returns.byNumber(actor, number);
        return new ReturnRecord(r, returns.events(r.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Allow a return and write its slip")
    public ReturnRecord authorize(Actor actor, @RequestBody SlipBody body) {
        var of = Typed.blank(body.complaint()) ? null : complaints.byNumber(actor, Typed.text(body.complaint())).id();
        var id = returns.authorize(actor, new NewReturn(of, customers.idOf(actor, body.customer()), Typed.text(body.sender()), body.fetchOn(), body.backBy(), Typed.text(body.address()),
                Typed.text(body.reason()), Boolean.TRUE.equals(body.keepLots()), Typed.each(body.lines(), SlipLine::line)));
        return one(actor, returns.get(id).number());
    }

    @PostMapping("/arrivals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take down goods that came unannounced")
    public ReturnRecord arrived(Actor actor, @RequestBody ArrivalBody body) {
        var id = returns.arrived(actor, new NewArrival(customers.idOf(actor, body.customer()), Typed.text(body.sender()), day(body.day()), Typed.text(body.place()),
                Typed.text(body.words()), Boolean.TRUE.equals(body.keepLots()), body.lines().stream()
                        .map(l -> new NewArrival.Line(l.part(), Typed.text(l.lot()), Typed.text(l.serial()), l.stated(), l.counted(), Typed.text(l.unit()))).toList()));
        return one(actor, returns.get(id).number());
    }

    private LocalDate day(@Nullable LocalDate day) {
        return Objects.requireNonNullElse(day, procedures.today());
    }

    private static UUID line(ReturnView r, int position) {
        return r.lines().stream().filter(l -> l.position() == position).map(ReturnLine::id).findFirst().orElseThrow(() -> new InvalidInput("line", "web.invalid.choice"));
    }

    @PutMapping("/{number}/lines")
    @Operation(summary = "Correct, add or remove lines of a slip until quality has judged them")
    public ReturnRecord correct(Actor actor, @PathVariable String number, @RequestBody CorrectionBody body) {
        return acts.on(actor, number, r -> slips.correct(actor, r.id(), new NewSlip(body.lines().stream().map(l -> corrected(r, l)).toList(), Typed.text(body.reason()),
                Boolean.TRUE.equals(body.keepLots())), body.version()));
    }

    /** What is not said of a line that is there stays as it is. */
    private static NewSlip.Line corrected(ReturnView r, CorrectedLine l) {
        var was = l.line() == null ? null : r.line(line(r, l.line()));
        boolean remove = Boolean.TRUE.equals(l.remove());
        return was == null
                ? new NewSlip.Line(null, new NewReturn.Line(Typed.text(l.part()), Typed.text(l.partName()), Typed.text(l.lot()), Typed.text(l.serial()), l.quantity(), Typed.text(l.unit())), remove)
                : new NewSlip.Line(was.id(), new NewReturn.Line(Objects.requireNonNullElse(l.part(), was.part()), Objects.requireNonNullElse(l.partName(), was.partName()),
                        Objects.requireNonNullElse(l.lot(), was.lot()), Objects.requireNonNullElse(l.serial(), was.serial()), l.quantity() == null ? was.stated() : l.quantity(),
                        Objects.requireNonNullElse(l.unit(), was.unit())), remove);
    }

    @PostMapping("/{number}/customer")
    @Operation(summary = "Say whose goods they are, where nobody knew when they came; the complaint learns it too")
    public ReturnRecord identify(Actor actor, @PathVariable String number, @RequestBody SenderBody body) {
        actor.mustHave("return.work");
        return acts.on(actor, number, r -> senders.identify(actor, r.id(), customers.byCode(actor, Typed.text(body.customer())).id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/ground")
    @Operation(summary = "Say on what ground the goods may be fetched")
    public ReturnRecord ground(Actor actor, @PathVariable String number, @RequestBody GroundBody body) {
        return acts.on(actor, number, r -> arrivals.ground(actor, r.id(), body.ground(), Typed.text(body.words()), body.version()));
    }

    @PostMapping("/{number}/fetching")
    @Operation(summary = "Have the goods fetched")
    public ReturnRecord fetch(Actor actor, @PathVariable String number, @RequestBody FetchBody body) {
        return acts.on(actor, number, r -> arrivals.fetch(actor, r.id(), body.day(), Typed.text(body.words()), body.version()));
    }

    @PostMapping("/{number}/counts")
    @Operation(summary = "Count against the slip")
    public ReturnRecord count(Actor actor, @PathVariable String number, @RequestBody ReturnCountBody body) {
        return acts.on(actor, number, r -> arrivals.count(actor, r.id(), new NewCount(day(body.day()), Typed.text(body.place()), Typed.text(body.words()),
                Boolean.TRUE.equals(body.keepLots()), body.lines().stream()
                        .map(l -> new NewCount.Line(line(r, l.line()), l.quantity(), Typed.text(l.unit()), Typed.text(l.part()), Typed.text(l.lot()))).toList(),
                Typed.each(body.more(), SlipLine::line)), body.version()));
    }

    @PostMapping("/{number}/tellings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note that the customer was told")
    public ReturnRecord tell(Actor actor, @PathVariable String number, @RequestBody TellingBody body) {
        return acts.on(actor, number, r -> arrivals.tell(actor, r.id(), body.matter(), day(body.day()), body.way(), Typed.text(body.who()), Typed.text(body.words()), body.version()));
    }

    @PostMapping("/{number}/analyses")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note how a line was examined and what was found")
    public ReturnRecord analyse(Actor actor, @PathVariable String number, @RequestBody AnalysisBody body) {
        return acts.on(actor, number, r -> verdicts.analyse(actor, r.id(), line(r, body.line()), Typed.text(body.method()), Typed.text(body.finding()), body.version()));
    }

    @PostMapping("/{number}/judgements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say whose fault it is, by quantity")
    public ReturnRecord judge(Actor actor, @PathVariable String number, @RequestBody JudgementBody body) {
        return acts.on(actor, number, r -> verdicts.judge(actor, r.id(), new NewJudgement(line(r, body.line()), body.shares(), Typed.text(body.words()), Typed.text(body.tested()),
                Typed.text(body.agreement())), body.version()));
    }

    @PostMapping("/{number}/dispositions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decide what becomes of a line, by verdict and quantity")
    public ReturnRecord dispose(Actor actor, @PathVariable String number, @RequestBody DispositionBody body) {
        return acts.on(actor, number, r -> verdicts.dispose(actor, r.id(), new NewDecision(line(r, body.line()), body.disposals(), Typed.text(body.words())), body.version()));
    }

    @PostMapping("/{number}/instructions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a revision of the rework instruction")
    public ReturnRecord draft(Actor actor, @PathVariable String number, @RequestBody ReworkInstructionBody body) {
        return acts.on(actor, number, r -> reworks.draft(actor, r.id(), Typed.text(body.words()), Typed.text(body.document()), body.version()));
    }

    @PostMapping("/{number}/schedules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Schedule the rework")
    public ReturnRecord schedule(Actor actor, @PathVariable String number, @RequestBody ReworkScheduleBody body) {
        return acts.on(actor, number, r -> reworks.schedule(actor, r.id(), body.begin(), body.ready(), Typed.text(body.words()), body.version()));
    }

    @PostMapping("/{number}/reworks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a portion of rework: taken = good + scrap")
    public ReturnRecord rework(Actor actor, @PathVariable String number, @RequestBody ReworkBody body) {
        return acts.on(actor, number, r -> reworks.record(actor, r.id(), new NewRework(line(r, body.line()), day(body.day()), body.taken(), body.good(), body.scrap(),
                Typed.text(body.words())), body.version()));
    }

    @PostMapping("/{number}/effects")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note how well the rework did")
    public ReturnRecord effect(Actor actor, @PathVariable String number, @RequestBody ReworkEffectBody body) {
        return acts.on(actor, number, r -> reworks.effect(actor, r.id(), body.checked(), body.bad(), Typed.text(body.words()), body.version()));
    }

    @PostMapping("/{number}/deliveries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note a delivery back to the customer")
    public ReturnRecord deliver(Actor actor, @PathVariable String number, @RequestBody ReturnDeliveryBody body) {
        return acts.on(actor, number, r -> {
            Map<UUID, BigDecimal> quantities = new LinkedHashMap<>();
            body.lines().forEach(l -> quantities.put(line(r, l.line()), l.quantity()));
            homecoming.deliver(actor, r.id(), Typed.text(body.note()), day(body.day()), quantities, body.version());
        });
    }

    @PostMapping("/{number}/costs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note a cost in the company's currency")
    public ReturnRecord cost(Actor actor, @PathVariable String number, @RequestBody ReturnCostBody body) {
        return acts.on(actor, number, r -> homecoming.cost(actor, r.id(), body.kind(), body.amount(), day(body.day()), Typed.text(body.words()), body.version()));
    }

    @PostMapping("/{number}/promise")
    @Operation(summary = "Set the date by which the goods must be back at the customer")
    public ReturnRecord promise(Actor actor, @PathVariable String number, @RequestBody ReturnPromiseBody body) {
        return acts.on(actor, number, r -> returns.promise(actor, r.id(), body.backBy(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/closing")
    @Operation(summary = "Close a return whose goods are dealt with")
    public ReturnRecord close(Actor actor, @PathVariable String number, @RequestBody ReturnReasonBody body) {
        return acts.on(actor, number, r -> returns.close(actor, r.id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/cancelling")
    @Operation(summary = "Cancel a return of which nothing came")
    public ReturnRecord cancel(Actor actor, @PathVariable String number, @RequestBody ReturnReasonBody body) {
        return acts.on(actor, number, r -> returns.cancel(actor, r.id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/reopening")
    @Operation(summary = "Open a closed or cancelled return again")
    public ReturnRecord reopen(Actor actor, @PathVariable String number, @RequestBody ReturnReasonBody body) {
        return acts.on(actor, number, r -> returns.reopen(actor, r.id(), Typed.text(body.reason()), body.version()));
    }
}
