package org.huiyin.claims.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.claims.Basis;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Direction;
import org.huiyin.claims.LossKind;
import org.huiyin.claims.NewClaim;
import org.huiyin.claims.NewPosition;
import org.huiyin.claims.Party;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.Rate;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** A claim as it is typed; the id makes a form that is sent twice one claim. */
public record ClaimForm(Map<String, String> typed, List<Row> positions, List<RateRow> rates) {

    private static final int ROWS = 3;
    private static final int MOST = 100;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /** A position as it is typed. */
    public record Row(String kind, String words, String part, String amount, String currency, String factor) {

        static Row empty(String currency) {
            return new Row("GOODS", "", "", "", currency, "100");
        }

        boolean blank() {
            return amount.isEmpty() && words.isEmpty() && part.isEmpty();
        }
    }

    /** A rate as it is typed. */
    public record RateRow(String currency, String rate, String day, String source) {

        static RateRow empty() {
            return new RateRow("", "", "", "");
        }

        boolean blank() {
            return (currency + rate + source).isEmpty();
        }
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    static ClaimForm empty(String currency) {
        return new ClaimForm(Map.of("id", Ids.next().toString(), "direction", "BY_US", "kind", "SUPPLIER", "basis", "QUALITY_AGREEMENT"),
                rows(List.of(), currency, 0), List.of(RateRow.empty()));
    }

    ClaimForm with(Map<String, String> more) {
        var all = new java.util.HashMap<>(typed);
        all.putAll(more);
        return new ClaimForm(all, positions, rates);
    }

    static ClaimForm of(ClaimView c) {
        var typed = new java.util.HashMap<String, String>();
        typed.put("id", c.id().value().toString());
        typed.put("version", String.valueOf(c.version()));
        typed.put("direction", c.direction().name());
        typed.put("kind", c.party().kind().name());
        typed.put("name", c.party().kind() == PartyKind.UNIT ? "" : c.party().name());
        typed.put("department", Objects.toString(c.party().department(), ""));
        typed.put("contact", c.party().contact());
        typed.put("complaint", Objects.toString(c.complaintNumber(), ""));
        typed.put("sourceType", c.source() == null ? "" : c.source().type());
        typed.put("source", c.source() == null ? "" : c.source().id().toString());
        typed.put("sourceNumber", c.sourceNumber());
        typed.put("basis", c.basis().name());
        typed.put("reference", c.reference());
        typed.put("happenedOn", c.happenedOn().toString());
        typed.put("words", c.words());
        typed.put("elsewhere", c.elsewhere() ? "true" : "");
        typed.put("replyBy", Objects.toString(c.replyBy(), ""));
        typed.put("limitationOn", Objects.toString(c.limitationOn(), ""));
        var rows = c.positions().stream().map(p -> new Row(p.kind().name(), p.words(), p.part(), p.amount().toPlainString(), p.currency(), p.factor().toPlainString())).toList();
        var rates = new ArrayList<>(c.rates().stream().map(r -> new RateRow(r.currency(), r.rate().toPlainString(), r.day().toString(), r.source())).toList());
        rates.add(RateRow.empty());
        return new ClaimForm(typed, rows(rows, c.currency(), 1), rates);
    }

    static ClaimForm read(Map<String, String> typed, String currency) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < MOST && typed.containsKey("positions[" + i + "].amount"); i++) {
            var at = "positions[" + i + "].";
            rows.add(new Row(text(typed, at + "kind"), text(typed, at + "words"), text(typed, at + "part"), text(typed, at + "amount"), text(typed, at + "currency"),
                    text(typed, at + "factor")));
        }
        var rates = new ArrayList<RateRow>();
        for (int i = 0; i < MOST && typed.containsKey("rates[" + i + "].rate"); i++) {
            var at = "rates[" + i + "].";
            rates.add(new RateRow(text(typed, at + "currency"), text(typed, at + "rate"), text(typed, at + "day"), text(typed, at + "source")));
        }
        boolean more = "row".equals(typed.get("act"));
        if (more && rates.stream().noneMatch(RateRow::blank)) {
            rates.add(RateRow.empty());
        }
        return new ClaimForm(typed, rows(rows, currency, more ? 2 : 0), rates);
    }

    private static List<Row> rows(List<Row> filled, String currency, int more) {
        var rows = new ArrayList<>(filled);
        int wanted = Math.max(ROWS, filled.size() + more);
        while (rows.size() < wanted) {
            rows.add(Row.empty(currency));
        }
        return List.copyOf(rows);
    }

    private static String text(Map<String, String> typed, String field) {
        return Typed.text(typed.get(field));
    }

    /** The claim that is meant; everything that cannot be read is refused at once. */
    NewClaim claim(@Nullable ComplaintId complaint) {
        var wrong = new Problems();
        var direction = wrong.read(() -> Typed.choice("direction", Direction.class, typed.get("direction")), Direction.BY_US);
        var kind = direction == Direction.AGAINST_US ? PartyKind.CUSTOMER : wrong.read(() -> Typed.choice("kind", PartyKind.class, typed.get("kind")), PartyKind.SUPPLIER);
        var basis = wrong.read(() -> Typed.choice("basis", Basis.class, typed.get("basis")), Basis.CONTRACT);
        var happened = wrong.read(() -> Typed.day("happenedOn", typed.get("happenedOn")));
        if (happened == null) {
            wrong.add("happenedOn", "claims.invalid.empty");
        }
        var replyBy = wrong.read(() -> Typed.day("replyBy", typed.get("replyBy")));
        var limitation = wrong.read(() -> Typed.day("limitationOn", typed.get("limitationOn")));
        var read = positions(wrong);
        var itsRates = rates(wrong);
        wrong.refuse();
        var party = kind == PartyKind.UNIT ? new Party(kind, "", text(typed, "contact"), null, Typed.maybeId(typed.get("department")))
                : Party.named(kind, text(typed, "name"), text(typed, "contact"));
        var source = Typed.maybeId(typed.get("source"));
        var sourceType = text(typed, "sourceType");
        return new NewClaim(direction, party, complaint, source == null || sourceType.isEmpty() ? null : new SubjectRef(sourceType, source), text(typed, "sourceNumber"),
                basis, text(typed, "reference"), Objects.requireNonNull(happened), text(typed, "words"), !text(typed, "elsewhere").isEmpty(), replyBy, limitation, read,
                itsRates);
    }

    /** Empty rows at the end are left out; one in between keeps its place in the errors because rows are read by their number. */
    private List<NewPosition> positions(Problems wrong) {
        var read = new ArrayList<NewPosition>();
        for (int i = 0; i < positions.size(); i++) {
            var at = "positions[" + read.size() + "].";
            var row = positions.get(i);
            if (!row.blank()) {
                read.add(new NewPosition(wrong.read(() -> Typed.choice(at + "kind", LossKind.class, row.kind()), LossKind.OTHER), row.words(), row.part(),
                        wrong.read(() -> Figure.must(at + "amount", row.amount()), BigDecimal.ONE), row.currency(),
                        wrong.read(() -> row.factor().isEmpty() ? WHOLE : Figure.must(at + "factor", row.factor()), WHOLE)));
            }
        }
        return read;
    }

    private List<Rate> rates(Problems wrong) {
        var read = new ArrayList<Rate>();
        for (RateRow row : rates) {
            var at = "rates[" + read.size() + "].";
            if (!row.blank()) {
                var day = wrong.read(() -> Typed.day(at + "day", row.day()));
                if (day == null) {
                    wrong.add(at + "day", "claims.invalid.empty");
                }
                read.add(new Rate(row.currency(), wrong.read(() -> Figure.must(at + "rate", row.rate()), BigDecimal.ONE), day == null ? LocalDate.MIN : day, row.source()));
            }
        }
        return read;
    }

    /** Without its empty rows, so that errors stand beside the rows they mean. */
    ClaimForm packed(String currency) {
        var filled = positions.stream().filter(row -> !row.blank()).toList();
        var itsRates = new ArrayList<>(rates.stream().filter(row -> !row.blank()).toList());
        itsRates.add(RateRow.empty());
        return new ClaimForm(typed, rows(filled, currency, 0), itsRates);
    }
}
