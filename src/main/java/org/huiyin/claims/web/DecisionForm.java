package org.huiyin.claims.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.NewDecision;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.ShareView;
import org.huiyin.web.Typed;

/** A decision on who bears a loss as it is typed. */
public record DecisionForm(List<Row> rows, String reason, String evidence, int known) {

    private static final int ROWS = 4;
    private static final int MOST = 20;

    /** A share as it is typed. */
    public record Row(String kind, String name, String department, String percent) {

        static Row empty() {
            return new Row("UNIT", "", "", "");
        }

        boolean blank() {
            return (name + department + percent).isEmpty();
        }
    }

    static DecisionForm of(List<DecisionView> decisions) {
        if (decisions.isEmpty()) {
            return new DecisionForm(filled(List.of()), "", "", 0);
        }
        var last = decisions.getLast();
        return new DecisionForm(filled(last.shares().stream().map(s -> new Row(s.kind().name(), s.department() == null ? s.name() : "",
                Objects.toString(s.department(), ""), s.percent().toPlainString())).toList()), "", last.evidence(), decisions.size());
    }

    static DecisionForm read(Map<String, String> typed) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < MOST && typed.containsKey("shares[" + i + "].percent"); i++) {
            var at = "shares[" + i + "].";
            rows.add(new Row(Typed.text(typed.get(at + "kind")), Typed.text(typed.get(at + "name")), Typed.text(typed.get(at + "department")),
                    Typed.text(typed.get(at + "percent"))));
        }
        return new DecisionForm(filled(rows.stream().filter(row -> !row.blank()).toList()), Typed.text(typed.get("reason")), Typed.text(typed.get("evidence")),
                Typed.version(typed.get("known"), 0));
    }

    private static List<Row> filled(List<Row> rows) {
        var all = new ArrayList<>(rows);
        while (all.size() < Math.max(ROWS, rows.size() + 1)) {
            all.add(Row.empty());
        }
        return List.copyOf(all);
    }

    NewDecision decision() {
        var wrong = new Problems();
        var shares = new ArrayList<ShareView>();
        for (Row row : rows) {
            if (!row.blank()) {
                var at = "shares[" + shares.size() + "].";
                var percent = wrong.read(() -> Figure.must(at + "percent", row.percent()), BigDecimal.ONE);
                var kind = row.name().isEmpty() && !row.department().isEmpty() ? PartyKind.UNIT
                        : wrong.read(() -> Typed.choice(at + "kind", PartyKind.class, row.kind()), PartyKind.SUPPLIER);
                shares.add(new ShareView(kind, kind == PartyKind.UNIT ? "" : row.name(), kind == PartyKind.UNIT ? Typed.maybeId(row.department()) : null, percent));
            }
        }
        wrong.refuse();
        return new NewDecision(shares, reason, evidence);
    }
}
