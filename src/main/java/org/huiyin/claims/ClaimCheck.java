package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses claims that cannot be right, each field with its sentence. */
@Component
class ClaimCheck {

    static final BigDecimal MOST = new BigDecimal("999999999999.99");
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final BigDecimal MOST_RATE = new BigDecimal(1_000_000);
    private static final int RATE_PLACES = 8;
    private static final int POSITIONS = 100;

    private final People people;
    private final Procedures procedures;

    ClaimCheck(People people, Procedures procedures) {
        this.people = people;
        this.procedures = procedures;
    }

    /** The other side as it will stand: a unit by its name of today, a customer's file where the complaint or its name leads to one. */
    Party party(NewClaim claim, @Nullable ComplaintView complaint) {
        var party = claim.party();
        if (party.kind() == PartyKind.UNIT) {
            var unit = people.departments().stream().filter(d -> d.id().equals(party.department()) && !d.closed()).findFirst()
                    .orElseThrow(() -> new InvalidInput("department", "claims.invalid.department"));
            return new Party(PartyKind.UNIT, unit.name(), party.contact(), null, unit.id());
        }
        CustomerId customer = party.kind() != PartyKind.CUSTOMER ? null : party.customer() != null ? party.customer() : complaint == null ? null : complaint.customer();
        var name = party.name().isBlank() && party.kind() == PartyKind.CUSTOMER && complaint != null ? complaint.who() : party.name();
        return new Party(party.kind(), name.strip(), party.contact().strip(), customer, null);
    }

    void check(NewClaim c, Party party, String home) {
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        if ((c.direction() == Direction.AGAINST_US) != (party.kind() == PartyKind.CUSTOMER)) {
            wrong.put("party", new Sentence(c.direction() == Direction.AGAINST_US ? "claims.invalid.onlyCustomer" : "claims.invalid.notCustomer"));
        }
        text(wrong, "name", party.name(), 120, true);
        text(wrong, "contact", party.contact(), 200, false);
        text(wrong, "reference", c.reference(), 200, true);
        text(wrong, "words", c.words(), 4000, true);
        text(wrong, "sourceNumber", c.sourceNumber(), 40, false);
        days(wrong, c);
        positions(wrong, c.positions());
        rates(wrong, c, home);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    private void days(Map<String, Sentence> wrong, NewClaim c) {
        if (c.happenedOn().isAfter(procedures.today())) {
            wrong.put("happenedOn", new Sentence("claims.invalid.future"));
        }
        var reply = c.replyBy();
        if (reply != null && reply.isBefore(c.happenedOn())) {
            wrong.put("replyBy", new Sentence("claims.invalid.beforeLoss", c.happenedOn()));
        }
        var limitation = c.limitationOn();
        if (limitation != null && limitation.isBefore(c.happenedOn())) {
            wrong.put("limitationOn", new Sentence("claims.invalid.beforeLoss", c.happenedOn()));
        }
    }

    private static void positions(Map<String, Sentence> wrong, List<NewPosition> positions) {
        if (positions.isEmpty()) {
            wrong.put("positions", new Sentence("claims.invalid.noPositions"));
        }
        if (positions.size() > POSITIONS) {
            wrong.put("positions", new Sentence("claims.invalid.manyPositions", POSITIONS));
        }
        for (int i = 0; i < positions.size(); i++) {
            var at = "positions[" + i + "].";
            var p = positions.get(i);
            text(wrong, at + "words", p.words(), 200, p.kind() == LossKind.OTHER);
            text(wrong, at + "part", p.part(), 80, false);
            amount(p.amount()).ifPresent(sentence -> wrong.put(at + "amount", sentence));
            currency(p.currency()).ifPresent(sentence -> wrong.put(at + "currency", sentence));
            if (p.factor().signum() <= 0 || p.factor().compareTo(WHOLE) > 0 || p.factor().stripTrailingZeros().scale() > 2) {
                wrong.put(at + "factor", new Sentence("claims.invalid.factor"));
            }
        }
    }

    /** Only positive amounts that can be paid: two places at most. */
    static java.util.Optional<Sentence> amount(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return java.util.Optional.of(new Sentence("claims.invalid.positive"));
        }
        return size(amount);
    }

    static java.util.Optional<Sentence> size(BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > Figures.PLACES) {
            return java.util.Optional.of(new Sentence("claims.invalid.places"));
        }
        return amount.abs().compareTo(MOST) > 0 ? java.util.Optional.of(new Sentence("claims.invalid.large")) : java.util.Optional.empty();
    }

    static java.util.Optional<Sentence> currency(String code) {
        try {
            Currency.getInstance(code);
            return java.util.Optional.empty();
        } catch (IllegalArgumentException none) {
            return java.util.Optional.of(new Sentence("claims.invalid.currency", code.isEmpty() ? "–" : code));
        }
    }

    private void rates(Map<String, Sentence> wrong, NewClaim c, String home) {
        var seen = new HashSet<String>();
        for (int i = 0; i < c.rates().size(); i++) {
            var at = "rates[" + i + "].";
            var rate = c.rates().get(i);
            if (!seen.add(rate.currency())) {
                wrong.put(at + "currency", new Sentence("claims.invalid.rateTwice", rate.currency()));
            }
            rate(wrong, at, rate, home);
        }
        for (int i = 0; i < c.positions().size(); i++) {
            var currency = c.positions().get(i).currency();
            if (!currency.equals(home) && !seen.contains(currency)) {
                wrong.putIfAbsent("positions[" + i + "].currency", new Sentence("claims.invalid.noRate", currency, home));
            }
        }
    }

    /** A rate is more than nothing, of a day that has come, and somebody says so. */
    void rate(Map<String, Sentence> wrong, String at, Rate rate, String home) {
        if (rate.currency().equals(home)) {
            wrong.put(at + "currency", new Sentence("claims.invalid.rateHome", home));
        } else {
            currency(rate.currency()).ifPresent(sentence -> wrong.put(at + "currency", sentence));
        }
        if (rate.rate().signum() <= 0 || rate.rate().compareTo(MOST_RATE) >= 0 || rate.rate().stripTrailingZeros().scale() > RATE_PLACES) {
            wrong.put(at + "rate", new Sentence("claims.invalid.rate", RATE_PLACES));
        }
        if (rate.day().isAfter(today())) {
            wrong.put(at + "day", new Sentence("claims.invalid.future"));
        }
        text(wrong, at + "source", rate.source(), 120, true);
    }

    LocalDate today() {
        return procedures.today();
    }

    static void text(Map<String, Sentence> wrong, String field, String text, int longest, boolean needed) {
        if (needed && text.isBlank()) {
            wrong.put(field, new Sentence("claims.invalid.empty"));
        } else if (text.length() > longest) {
            wrong.put(field, new Sentence("claims.invalid.long", longest));
        }
    }

    /** One text of a step, filled. */
    static String filled(String field, String text) {
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        text(wrong, field, text.strip(), 4000, true);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return text.strip();
    }

    static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }
}
