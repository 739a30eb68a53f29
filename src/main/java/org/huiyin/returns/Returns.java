package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Phase;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.Companies;
import org.huiyin.platform.Once;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.sheets.Names;
import org.huiyin.voice.Channel;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns: allowed ones with their slip, unannounced ones from the warehouse, each with its complaint; lists; the end of each (001/5.3). */
@Service
@Transactional
public class Returns {

    private static final LocalTime NOON = LocalTime.NOON;

    private final ReturnStore store;
    private final ReturnList list;
    private final StepWriter steps;
    private final Handling handling;
    private final Goods goods;
    private final Complaints complaints;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Companies companies;
    private final Messages messages;
    private final Once once;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(ReturnStore store, ReturnList list, StepWriter steps, Handling handling, Goods goods, Complaints complaints, Procedures procedures,
            Calendars calendars, Companies companies, Messages messages, Once once, Numbers numbers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.list = list;
        this.steps = steps;
        this.handling = handling;
        this.goods = goods;
        this.complaints = complaints;
        this.procedures = procedures;
        this.calendars = calendars;
        this.companies = companies;
        this.messages = messages;
        this.once = once;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** Allows a return and writes its slip (001/5.3.1). */
    public ReturnId authorize(Actor actor, NewReturn typed) {
        return authorize(actor, Ids.next(), typed);
    }

    /** The same under an id of the form's, so that a form sent twice makes one return. */
    public ReturnId authorize(Actor actor, UUID wanted, NewReturn typed) {
        actor.mustHave("return.record");
        return once.make(new ReturnId(wanted), id -> store.find(id).map(ReturnView::id), id -> allow(actor, id, typed));
    }

    private void allow(Actor actor, ReturnId id, NewReturn typed) {
        var of = typed.complaint() == null ? null : complaints.get(actor, typed.complaint());
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var lines = goods.checked(typed.lines(), "lines", typed.keepLots(), true, problems);
        whole(typed, of, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var complaint = of == null ? complain(actor, id, typed.customer(), typed.sender(), clock.instant(), typed.reason(), lines) : of;
        var r = register(actor, id, ReturnKind.AUTHORISED, complaint, of == null ? typed.sender() : sender(of), typed, lines, true);
        handling.tell(handling.holders(handling.section(r).judges()), actor, new Sentence("returns.note.authorised", r.number(), r.customerName(), r.title()), r);
    }

    private void whole(NewReturn typed, @Nullable ComplaintView of, Map<String, Sentence> problems) {
        if (typed.lines().isEmpty()) {
            problems.put("lines[0].part", new Sentence("returns.invalid.noLine"));
        }
        if (of == null && typed.customer() == null && typed.sender().isEmpty()) {
            problems.put("who", new Sentence("returns.invalid.who"));
        }
        if (typed.sender().length() > 200) {
            problems.put("who", new Sentence("returns.invalid.long", 200));
        }
        text(problems, "reason", typed.reason(), 4000, true);
        text(problems, "address", typed.address(), 400, false);
        if (typed.fetchOn() != null && typed.backBy() != null && typed.backBy().isBefore(typed.fetchOn())) {
            problems.put("backBy", new Sentence("returns.invalid.order", typed.backBy(), typed.fetchOn()));
        } else if (typed.backBy() != null && typed.backBy().isBefore(procedures.today())) {
            problems.put("backBy", new Sentence("returns.invalid.past", typed.backBy()));
        }
    }

    private static void text(Map<String, Sentence> problems, String field, String text, int most, boolean wanted) {
        if (wanted && text.isEmpty()) {
            problems.put(field, new Sentence("returns.invalid.empty"));
        } else if (text.length() > most) {
            problems.put(field, new Sentence("returns.invalid.long", most));
        }
    }

    /** Takes down goods that came unannounced: sales hears of it at once, a complaint with its clock stands behind it (001/5.3.2, 5.3.5). */
    public ReturnId arrived(Actor actor, NewArrival typed) {
        return arrived(actor, Ids.next(), typed);
    }

    /** The same under an id of the form's. */
    public ReturnId arrived(Actor actor, UUID wanted, NewArrival typed) {
        actor.mustHave("return.record");
        return once.make(new ReturnId(wanted), id -> store.find(id).map(ReturnView::id), id -> takeDown(actor, id, typed));
    }

    private void takeDown(Actor actor, ReturnId id, NewArrival typed) {
        if (!counters(actor)) {
            throw new BrokenRule("returns.refused.notCounting");
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var lines = goods.checked(typed.lines().stream().map(l -> new NewReturn.Line(l.part(), "", l.lot(), l.serial(), l.stated(), l.unit())).toList(), "lines",
                typed.keepLots(), false, problems);
        arrival(typed, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var words = typed.words().isEmpty() ? usual(lines) : typed.words();
        var claimed = new ArrayList<NewReturn.Line>();
        for (int i = 0; i < lines.size(); i++) {
            var l = lines.get(i);
            claimed.add(new NewReturn.Line(l.part(), l.partName(), l.lot(), l.serial(), l.quantity() == null ? typed.lines().get(i).counted() : l.quantity(), l.unit()));
        }
        var complaint = complain(actor, id, typed.customer(), typed.sender(), received(typed.day()), words, claimed);
        var slip = new NewReturn(null, typed.customer(), typed.sender(), null, null, "", words, true, lines);
        var r = register(actor, id, ReturnKind.UNANNOUNCED, complaint, typed.sender(), slip, lines, true);
        for (int i = 0; i < r.lines().size(); i++) {
            var line = r.lines().get(i);
            var found = new NewCount.Line(line.id(), typed.lines().get(i).counted(), line.unit(), line.part(), line.lot());
            steps.count(id, line.id(), found, typed.day(), typed.place(), "", Arrivals.differences(line, found), actor.id());
        }
        var counted = handling.done(actor, r, "arrive", typed.place(), Map.of("counted", total(r, typed)));
        handling.tell(handling.owners(counted), actor, new Sentence("returns.note.unannounced", counted.number(),
                counted.customerName().isEmpty() ? new Sentence("returns.who.unknown") : counted.customerName(), counted.title()), counted);
        handling.tell(handling.holders(handling.section(counted).judges()), actor, new Sentence("returns.note.toJudge", counted.number(), counted.title()), counted);
    }

    /** Whether the actor counts goods, as the profile says. */
    @Transactional(readOnly = true)
    public boolean counters(Actor actor) {
        var roles = ReturnsSection.of(procedures.inForce()).counts();
        return roles.isEmpty() || actor.roles().stream().anyMatch(roles::contains);
    }

    private void arrival(NewArrival typed, Map<String, Sentence> problems) {
        if (typed.lines().isEmpty()) {
            problems.put("lines[0].part", new Sentence("returns.invalid.noLine"));
        }
        for (int i = 0; i < Math.min(typed.lines().size(), Goods.MOST_LINES); i++) {
            Goods.counted("lines[" + i + "].counted", typed.lines().get(i).counted(), problems);
        }
        if (typed.day().isAfter(procedures.today())) {
            problems.put("day", new Sentence("returns.invalid.future", typed.day()));
        }
        text(problems, "place", typed.place(), 120, true);
        text(problems, "words", typed.words(), 2000, false);
        text(problems, "who", typed.sender(), 200, false);
    }

    private Instant received(LocalDate day) {
        var now = clock.instant();
        var calendar = calendars.inForce();
        return day.equals(calendar.dayOf(now)) ? now : day.atTime(NOON).atZone(calendar.zone()).toInstant();
    }

    private String usual(List<NewReturn.Line> lines) {
        var company = companies.current();
        var language = Language.parse(company.language()).orElse(Language.values()[0]);
        return messages.in(language, company.zone()).t("returns.arrival.words", lines.getFirst().part());
    }

    private static String total(ReturnView r, NewArrival typed) {
        var sum = typed.lines().stream().map(l -> l.counted() == null ? BigDecimal.ZERO : l.counted()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.toPlainString() + " " + r.lines().getFirst().unit();
    }

    /** The complaint by which the customer is answered (001/5.3.5). */
    private ComplaintView complain(Actor actor, ReturnId id, @Nullable CustomerId customer, String sender, Instant received, String words, List<NewReturn.Line> lines) {
        var complainant = customer == null && !sender.isEmpty() ? new Complainant("", sender, "", "") : null;
        return complaints.get(complaints.take(actor, new NewComplaint(customer, complainant, FeedbackKind.RETURN, Phase.AFTER, null, Channel.OTHER, received,
                actor.id(), words, null, null, false, lines.stream().map(l -> new NewLine(l.part(), l.partName(), l.lot(), l.serial(), l.quantity(), l.unit(), "", "", null, ""))
                        .toList(), id.subject())));
    }

    private static String sender(ComplaintView of) {
        return of.customer() == null ? of.who() : "";
    }

    private ReturnView register(Actor actor, ReturnId id, ReturnKind kind, ComplaintView complaint, String sender, NewReturn typed, List<NewReturn.Line> lines, boolean onSlip) {
        var profile = procedures.inForce();
        var number = numbers.next(profile.prefix("return"), procedures.today().getYear()).toString();
        var customer = complaint.customer() == null ? typed.customer() : complaint.customer();
        store.insert(new ReturnStore.Fresh(id, number, kind, complaint.id(), customer, sender, typed.fetchOn(), typed.backBy(), typed.address(), typed.reason(),
                complaint.salesOwner(), profile.id(), "", actor.id(), clock.instant()));
        int position = 1;
        for (NewReturn.Line line : lines) {
            store.insert(id, new ReturnStore.FreshLine(Ids.next(), position++, line, goods.doubt(line.part(), line.lot()).isPresent(), onSlip));
        }
        var r = store.find(id).orElseThrow(NotFound::new);
        store.seek(id, sought(r));
        store.note(id, "register", typed.reason(), ReturnStage.ANNOUNCED, actor.id(), clock.instant());
        events.publishEvent(new Happening(id.subject(), "register", actor.id(), Map.of(), Map.of("number", number, "kind", kind.name(), "complaint", complaint.number(),
                "lines", lines.size()), clock.instant()));
        events.publishEvent(new ReturnMoved(id, ReturnStage.ANNOUNCED));
        return r;
    }

    /** By what a return is found. */
    static String sought(ReturnView r) {
        var texts = new ArrayList<String>(List.of(r.number(), r.complaintNumber(), r.customerName(), r.customerCode() == null ? "" : r.customerCode()));
        r.lines().forEach(l -> {
            texts.addAll(List.of(l.part(), l.partName(), l.lot(), l.serial()));
            l.counts().forEach(c -> texts.addAll(List.of(c.part(), c.lot())));
        });
        return String.join("\n", texts.stream().map(Names::key).filter(t -> !t.isEmpty()).distinct().toList());
    }

    /** Sets or moves the date of being back at the customer; the earlier one stays in the history. */
    public void promise(Actor actor, ReturnId id, LocalDate backBy, String reason, int version) {
        var r = handling.openNow(actor, "return.work", id, version);
        handling.mustOwn(actor, r);
        var words = Handling.filled("reason", reason, 2000);
        if (r.fetchOn() != null && backBy.isBefore(r.fetchOn())) {
            throw new InvalidInput("backBy", "returns.invalid.order", backBy, r.fetchOn());
        }
        if (backBy.isBefore(handling.today())) {
            throw new InvalidInput("backBy", "returns.invalid.past", backBy);
        }
        boolean passed = r.backBy() != null && r.stage() != ReturnStage.HANDLED && handling.today().isAfter(r.backBy());
        store.backBy(id, backBy, passed ? r.backBy() : null);
        var after = handling.done(actor, r, "promise", (r.backBy() == null ? "" : r.backBy() + " → ") + backBy + " " + words, Map.of("from", String.valueOf(r.backBy()), "to", backBy.toString()));
        handling.tell(handling.holders(handling.section(r).schedules()), actor, new Sentence("returns.note.promised", r.number(), backBy), after);
    }

    /** Ends a return of which nothing came; the number stays used. */
    public void cancel(Actor actor, ReturnId id, String reason, int version) {
        var r = handling.open(actor, "return.work", id, version);
        handling.mustOwn(actor, r);
        if (r.stage() != ReturnStage.CANCELLED && r.stage().here()) {
            throw new BrokenRule("returns.refused.here", r.number());
        }
        handling.become(actor, r, r, ReturnStage.CANCELLED, "cancel", Handling.filled("reason", reason, 2000), Map.of("reason", reason.strip()));
    }

    /** Ends a return whose goods are dealt with and of which the customer knows everything (001/5.3.5). */
    public void close(Actor actor, ReturnId id, String words, int version) {
        var r = handling.openNow(actor, "return.work", id, version);
        handling.mustOwn(actor, r);
        if (r.stage() != ReturnStage.HANDLED) {
            throw new BrokenRule("returns.refused.notHandled", r.number(), new Sentence("returns.returnStage." + r.stage().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (!r.untold().isEmpty()) {
            throw new BrokenRule("returns.refused.untold", r.number());
        }
        if (r.verdict() != null && !r.told(Matter.VERDICT)) {
            throw new BrokenRule("returns.refused.verdictUntold", r.number());
        }
        handling.become(actor, r, r, ReturnStage.CLOSED, "close", Handling.within("words", words, 2000), Map.of());
    }

    /** Opens a return again that was closed or cancelled. */
    public void reopen(Actor actor, ReturnId id, String reason, int version) {
        var r = handling.open(actor, "return.work", id, version);
        handling.mustOwn(actor, r);
        if (r.stage().open()) {
            throw new BrokenRule("returns.refused.stillOpen", r.number());
        }
        handling.become(actor, r, r, r.reached(), "reopen", Handling.filled("reason", reason, 2000), Map.of("reason", reason.strip()));
    }

    @Transactional(readOnly = true)
    public boolean exists(ReturnId id) {
        return store.find(id).isPresent();
    }

    /** The return, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public ReturnView get(ReturnId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The return, if the actor may see it. */
    @Transactional(readOnly = true)
    public ReturnView get(Actor actor, ReturnId id) {
        actor.mustHave("return.read");
        return store.find(id).filter(r -> handling.sees(actor, r)).orElseThrow(NotFound::new);
    }

    /** The return with the number, if the actor may see it. */
    @Transactional(readOnly = true)
    public ReturnView byNumber(Actor actor, String number) {
        actor.mustHave("return.read");
        return store.find(number).filter(r -> handling.sees(actor, r)).orElseThrow(NotFound::new);
    }

    /** The returns of a complaint, the latest first, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public List<ReturnView> of(ComplaintId complaint) {
        return store.of(complaint);
    }

    /** The story of the return, oldest first. */
    @Transactional(readOnly = true)
    public List<ReturnEvent> events(ReturnId id) {
        return store.events(id);
    }

    @Transactional(readOnly = true)
    public List<ReturnView> list(Actor actor, ReturnFilter filter) {
        return list.page(filter, view(actor));
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, ReturnFilter filter) {
        return list.count(filter, view(actor));
    }

    /** All that the filter finds, one after the other. */
    @Transactional(readOnly = true)
    public void each(Actor actor, ReturnFilter filter, Consumer<ReturnView> sink) {
        list.each(filter, view(actor), sink);
    }

    private ReturnList.View view(Actor actor) {
        actor.mustHave("return.read");
        var today = procedures.today();
        return new ReturnList.View(actor, handling.seesAll(actor), today, alertBy(today), calendars.inForce().zone());
    }

    private LocalDate alertBy(LocalDate today) {
        return calendars.inForce().addWorkingDays(today, ReturnsSection.of(procedures.inForce()).alertDays());
    }

    /** What endangers the date of being back; nothing where nothing does (001/3.6). */
    @Transactional(readOnly = true)
    public @Nullable ReturnAlert alert(ReturnView r) {
        var today = procedures.today();
        var schedule = r.schedule();
        if (r.backBy() == null || !r.stage().open() || r.stage() == ReturnStage.HANDLED) {
            return null;
        }
        if (today.isAfter(r.backBy())) {
            return ReturnAlert.OVERDUE;
        }
        if (!r.reworkOpen()) {
            return null;
        }
        if (schedule == null) {
            return r.backBy().isAfter(alertBy(today)) ? null : ReturnAlert.NOT_SCHEDULED;
        }
        return schedule.ready().isAfter(r.backBy()) ? ReturnAlert.SCHEDULED_LATE : null;
    }

    /** Who does which step of this return, for pages that hide what would be refused. */
    @Transactional(readOnly = true)
    public May may(Actor actor, ReturnView r) {
        boolean open = r.stage().open();
        boolean works = open && actor.may("return.work");
        boolean owns = works && handling.owns(actor, r);
        boolean judges = open && actor.may("return.judge") && handling.does(actor, r, ReturnsSection::judges);
        return new May(owns, judges, works && handling.does(actor, r, ReturnsSection::fetches), open && actor.may("return.record") && handling.does(actor, r, ReturnsSection::counts),
                works && handling.does(actor, r, ReturnsSection::drafts), works && handling.does(actor, r, ReturnsSection::schedules),
                works && handling.does(actor, r, ReturnsSection::reworks), !open && actor.may("return.work") && handling.owns(actor, r), works);
    }

    /** What the actor does with a return: its owner, its judge, who fetches, counts, drafts, schedules, reworks; reopen: whether a finished one can be opened again. */
    public record May(boolean own, boolean judge, boolean fetch, boolean count, boolean draft, boolean schedule, boolean rework, boolean reopen, boolean work) {}

    /** Where returned goods stand, as the profile names it. */
    @Transactional(readOnly = true)
    public String area(java.util.Locale locale) {
        var area = ReturnsSection.of(procedures.inForce()).area();
        return area == null ? "" : area.in(locale);
    }
}
