package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a claim from sending to its end: replies, entries in the books, instalments, settlement, withdrawal, lapse (004/5.9). */
@Service
@Transactional
public class Settlements {

    private static final Set<ClaimState> VERDICTS = Set.of(ClaimState.ACCEPTED, ClaimState.PARTLY, ClaimState.DISPUTED);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Figures.PLACES);

    private final Claims claims;
    private final ClaimStore store;
    private final MoneyStore money;
    private final ClaimCheck check;
    private final Repetition repetition;
    private final Tellers tellers;
    private final Clock clock;

    Settlements(Claims claims, ClaimStore store, MoneyStore money, ClaimCheck check, Repetition repetition, Tellers tellers, Clock clock) {
        this.claims = claims;
        this.store = store;
        this.money = money;
        this.check = check;
        this.repetition = repetition;
        this.tellers = tellers;
        this.clock = clock;
    }

    /** Our claim goes out, or the customer's is confirmed as received; when a reply is due must be known. */
    public void send(Actor actor, ClaimId id, LocalDate day, String how, int version) {
        var c = claims.working(actor, id, version);
        mustLead(c, ClaimState.SENT);
        if (c.replyBy() == null) {
            throw new InvalidInput("replyBy", "claims.invalid.replyBy");
        }
        notFuture(day);
        if (day.isBefore(c.happenedOn())) {
            throw new InvalidInput("day", "claims.invalid.beforeLoss", c.happenedOn());
        }
        store.sent(id, day);
        become(actor, c, ClaimState.SENT, ClaimEvent.Kind.SENT, ClaimCheck.filled("how", how));
        var unit = c.party().department();
        if (unit != null) {
            tellers.tell(actor, tellers.unit(unit), new Sentence("claims.note.onUnit", c.number(), money(c, c.claimed())), c);
        }
    }

    /** What the other side said to ours, or we to the customer's; a later reply counts from then on. */
    public void reply(Actor actor, ClaimId id, NewReply typed, int version) {
        var c = claims.working(actor, id, version);
        if (!VERDICTS.contains(typed.verdict())) {
            throw new InvalidInput("verdict", "web.invalid.choice");
        }
        mustLead(c, typed.verdict());
        notFuture(typed.day());
        if (c.sentOn() != null && typed.day().isBefore(c.sentOn())) {
            throw new InvalidInput("day", "claims.invalid.beforeSent", c.sentOn());
        }
        var words = typed.verdict() == ClaimState.ACCEPTED ? typed.words().strip() : ClaimCheck.filled("words", typed.words());
        var amounts = accepted(c, typed);
        var here = here(c, amounts);
        money.reply(id, new NewReply(typed.verdict(), amounts, words, typed.day()), amounts, here, actor.id(), clock.instant());
        store.accepted(id, Figures.sum(here.values().stream()), typed.day());
        become(actor, c, typed.verdict(), ClaimEvent.Kind.REPLIED, words);
        tellers.tell(actor, List.of(c.createdBy()), new Sentence("claims.note.replied", c.number(), new Sentence("claims.claimState." + lower(typed.verdict()))), c);
    }

    /** What is accepted of each currency: all of it, nothing of it, or the amounts that were given, none above what is claimed. */
    private static Map<String, BigDecimal> accepted(ClaimView c, NewReply reply) {
        var claimed = c.claimedBy();
        var found = new LinkedHashMap<String, BigDecimal>();
        if (reply.verdict() != ClaimState.PARTLY) {
            claimed.forEach((currency, amount) -> found.put(currency, reply.verdict() == ClaimState.ACCEPTED ? amount : NOTHING));
            return found;
        }
        reply.amounts().keySet().stream().filter(currency -> !claimed.containsKey(currency)).findFirst().ifPresent(other -> {
            throw new InvalidInput("amounts." + other, "claims.invalid.otherCurrency", other);
        });
        claimed.forEach((currency, most) -> {
            var amount = reply.amounts().getOrDefault(currency, NOTHING);
            ClaimCheck.size(amount).ifPresent(sentence -> {
                throw new InvalidInput(Map.of("amounts." + currency, sentence));
            });
            if (amount.signum() < 0 || amount.compareTo(most) > 0) {
                throw new InvalidInput("amounts." + currency, "claims.invalid.accepted", Money.of(most.toPlainString(), currency));
            }
            found.put(currency, amount.setScale(Figures.PLACES));
        });
        if (found.values().stream().allMatch(amount -> amount.signum() == 0)) {
            throw new InvalidInput("amounts." + found.keySet().iterator().next(), "claims.invalid.nothingAccepted");
        }
        if (found.entrySet().stream().allMatch(entry -> entry.getValue().compareTo(claimed.get(entry.getKey())) == 0)) {
            throw new InvalidInput("verdict", "claims.invalid.allAccepted");
        }
        return found;
    }

    /** In the company's currency; where all of a currency is accepted, exactly what was claimed of it. */
    private static Map<String, BigDecimal> here(ClaimView c, Map<String, BigDecimal> amounts) {
        var claimed = c.claimedBy();
        var found = new LinkedHashMap<String, BigDecimal>();
        amounts.forEach((currency, amount) -> found.put(currency, amount.compareTo(claimed.getOrDefault(currency, NOTHING)) == 0
                ? Figures.sum(c.positions().stream().filter(p -> p.currency().equals(currency)).map(PositionView::claimedHere))
                : Figures.here(amount, currency, c.rates(), c.currency())));
        return found;
    }

    /** An entry in the books or an instalment; the same form sent twice is one. */
    public void pay(Actor actor, ClaimId id, NewPayment typed, int version) {
        actor.mustHave(Claims.WORK);
        if (money.has(typed.id())) {
            return;
        }
        var c = claims.working(actor, id, version);
        if (!c.state().running()) {
            throw new BrokenRule(c.state() == ClaimState.DRAFT ? "claims.refused.draft" : "claims.refused.over", c.number());
        }
        var p = checked(c, typed);
        var before = money.payments(id).stream().filter(x -> x.kind() == p.kind()).toList();
        limits(c, p, before);
        var rate = p.rate();
        var here = rate == null ? p.amount() : Figures.here(p.amount(), rate.rate());
        money.pay(id, p, here, actor.id(), clock.instant());
        var sum = Figures.sum(before.stream().map(PaymentView::here)).add(here);
        store.paid(id, p.kind() == PaymentKind.BOOKED ? sum : c.booked(), p.kind() == PaymentKind.RECOVERED ? sum : c.recovered());
        claims.changed(actor, c, p.kind() == PaymentKind.BOOKED ? ClaimEvent.Kind.BOOKED : ClaimEvent.Kind.RECOVERED, p.reason());
    }

    private NewPayment checked(ClaimView c, NewPayment p) {
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        if (p.amount().signum() == 0) {
            wrong.put("amount", new Sentence("claims.invalid.zero"));
        }
        ClaimCheck.size(p.amount()).ifPresent(sentence -> wrong.put("amount", sentence));
        var currency = p.currency().isBlank() ? c.currency() : ClaimCheck.code(p.currency());
        ClaimCheck.currency(currency).ifPresent(sentence -> wrong.put("currency", sentence));
        if (p.day().isAfter(check.today())) {
            wrong.put("day", new Sentence("claims.invalid.future"));
        } else if (c.sentOn() != null && p.kind() == PaymentKind.RECOVERED && p.day().isBefore(c.happenedOn())) {
            wrong.put("day", new Sentence("claims.invalid.beforeLoss", c.happenedOn()));
        }
        var home = currency.equals(c.currency());
        var rate = home || p.rate() == null ? null : new Rate(currency, p.rate().rate(), p.rate().day(), p.rate().source().strip());
        if (!home && rate == null) {
            wrong.put("rate", new Sentence("claims.invalid.noRate", currency, c.currency()));
        } else if (rate != null) {
            check.rate(wrong, "", rate, c.currency());
        }
        ClaimCheck.text(wrong, "voucher", p.voucher(), 80, false);
        ClaimCheck.text(wrong, "reason", p.reason(), 1000, p.amount().signum() < 0);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new NewPayment(p.id(), p.kind(), p.day(), p.amount().setScale(Figures.PLACES), currency, rate, p.voucher().strip(), p.reason().strip());
    }

    /** Never less than nothing in a currency; what comes in never exceeds what was accepted, unless somebody says why. */
    private void limits(ClaimView c, NewPayment p, List<PaymentView> before) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        before.forEach(x -> sums.merge(x.currency(), x.amount(), BigDecimal::add));
        sums.merge(p.currency(), p.amount(), BigDecimal::add);
        if (sums.getOrDefault(p.currency(), NOTHING).signum() < 0) {
            throw new InvalidInput("amount", "claims.invalid.belowNothing", Money.of(sums.get(p.currency()).subtract(p.amount()).toPlainString(), p.currency()));
        }
        if (p.kind() == PaymentKind.RECOVERED && p.amount().signum() > 0 && p.reason().isEmpty()) {
            notOver(c, p, sums, before);
        }
    }

    private void notOver(ClaimView c, NewPayment p, Map<String, BigDecimal> sums, List<PaymentView> before) {
        var replies = money.replies(c.id());
        var accepted = replies.isEmpty() ? Map.<String, BigDecimal>of() : replies.getLast().amounts();
        var most = accepted.get(p.currency());
        if (most != null && c.claimedBy().keySet().containsAll(sums.keySet())) {
            if (sums.getOrDefault(p.currency(), NOTHING).compareTo(most) > 0) {
                throw over(sums.getOrDefault(p.currency(), NOTHING), most, p.currency());
            }
            return;
        }
        var rate = p.rate();
        var here = Figures.sum(before.stream().map(PaymentView::here)).add(rate == null ? p.amount() : Figures.here(p.amount(), rate.rate()));
        var agreed = c.accepted() == null ? NOTHING : c.accepted();
        if (here.compareTo(agreed) > 0) {
            throw over(here, agreed, c.currency());
        }
    }

    private static InvalidInput over(BigDecimal came, BigDecimal accepted, String currency) {
        return new InvalidInput("reason", "claims.invalid.over", Money.of(came.toPlainString(), currency), Money.of(accepted.toPlainString(), currency));
    }

    /** What still stands against settling: money that has not come in, measures that nobody has verified. */
    @Transactional(readOnly = true)
    public List<Sentence> gaps(ClaimView c) {
        var gaps = new ArrayList<Sentence>();
        if (c.outstanding().signum() > 0) {
            gaps.add(new Sentence("claims.gap.outstanding", money(c, c.outstanding())));
        }
        if (repetition.needed(c) && !repetition.verified(c)) {
            gaps.add(new Sentence(repetition.of(c).isEmpty() ? "claims.gap.noMeasures" : "claims.gap.measures"));
        }
        return gaps;
    }

    /** Closes the claim as settled; what still stands against it needs a reason. */
    public void settle(Actor actor, ClaimId id, String reason, int version) {
        var c = claims.working(actor, id, version);
        mustLead(c, ClaimState.SETTLED);
        var gaps = gaps(c);
        if (!gaps.isEmpty() && reason.isBlank()) {
            throw new InvalidInput("reason", "claims.invalid.gap", gaps.getFirst());
        }
        become(actor, c, ClaimState.SETTLED, ClaimEvent.Kind.SETTLED, reason.strip());
    }

    /** Takes the claim back; its number stays used and says why. */
    public void withdraw(Actor actor, ClaimId id, String reason, int version) {
        var c = claims.working(actor, id, version);
        mustLead(c, ClaimState.WITHDRAWN);
        if (c.recovered().signum() > 0) {
            throw new BrokenRule("claims.refused.paid", c.number(), money(c, c.recovered()));
        }
        become(actor, c, ClaimState.WITHDRAWN, ClaimEvent.Kind.WITHDRAWN, ClaimCheck.filled("reason", reason));
    }

    /** Notes that the claim has lapsed, once its day has passed. */
    public void lapse(Actor actor, ClaimId id, String reason, int version) {
        var c = claims.working(actor, id, version);
        mustLead(c, ClaimState.LAPSED);
        if (c.limitationOn() == null) {
            throw new BrokenRule("claims.refused.noLimitation", c.number());
        }
        if (!check.today().isAfter(c.limitationOn())) {
            throw new BrokenRule("claims.refused.notLapsed", c.number(), c.limitationOn());
        }
        become(actor, c, ClaimState.LAPSED, ClaimEvent.Kind.LAPSED, ClaimCheck.filled("reason", reason));
    }

    private void mustLead(ClaimView c, ClaimState next) {
        if (!c.state().leadsTo().contains(next)) {
            throw new BrokenRule("claims.refused.state", c.number(), new Sentence("claims.claimState." + lower(c.state())),
                    new Sentence("claims.claimState." + lower(next)));
        }
    }

    private void become(Actor actor, ClaimView before, ClaimState next, ClaimEvent.Kind kind, String words) {
        store.become(before.id(), next, clock.instant());
        claims.changed(actor, before, kind, words);
    }

    private void notFuture(LocalDate day) {
        if (day.isAfter(check.today())) {
            throw new InvalidInput("day", "claims.invalid.future");
        }
    }

    private static Money money(ClaimView c, BigDecimal amount) {
        return Money.of(amount.toPlainString(), c.currency());
    }

    private static String lower(ClaimState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The replies to the claim, the first one first. */
    @Transactional(readOnly = true)
    public List<ReplyView> replies(ClaimId id) {
        return money.replies(id);
    }

    /** The entries in the books and the instalments, in order. */
    @Transactional(readOnly = true)
    public List<PaymentView> payments(ClaimId id) {
        return money.payments(id);
    }
}
