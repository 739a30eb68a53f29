package org.huiyin.returns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.huiyin.complaint.LineView;
import org.huiyin.kernel.Sentence;
import org.huiyin.returns.NewArrival;
import org.huiyin.returns.NewReturn;
import org.huiyin.web.Typed;

/** A part of a slip or of an arrival as it is typed. */
public record LineForm(String part, String partName, String lot, String serial, String quantity, String unit, String counted) {

    private static final int MOST = 100;

    static LineForm empty() {
        return new LineForm("", "", "", "", "", "", "");
    }

    /** A line of the complaint, as the slip begins with it. */
    static LineForm of(LineView line) {
        return new LineForm(line.part(), line.partName(), line.lot(), line.serial(), line.quantity() == null ? "" : line.quantity().toPlainString(), line.unit(), "");
    }

    /** The rows under that name, as many as were sent. */
    static List<LineForm> read(Map<String, String> typed, String name) {
        var lines = new ArrayList<LineForm>();
        for (int i = 0; i < MOST && typed.containsKey(name + "[" + i + "].part"); i++) {
            var at = name + "[" + i + "].";
            UnaryOperator<String> field = f -> Typed.text(typed.get(at + f));
            lines.add(new LineForm(field.apply("part"), field.apply("partName"), field.apply("lot"), field.apply("serial"), field.apply("quantity"), field.apply("unit"),
                    field.apply("counted")));
        }
        return lines;
    }

    /** The rows that are filled and some to fill. */
    static List<LineForm> rows(List<LineForm> filled, int wanted) {
        var rows = new ArrayList<>(filled);
        while (rows.size() < wanted) {
            rows.add(empty());
        }
        return List.copyOf(rows);
    }

    public boolean blank() {
        return (part + partName + lot + serial + quantity + unit + counted).isBlank();
    }

    /** Whether more than the usual fields are filled. */
    public boolean more() {
        return !(partName + serial).isBlank();
    }

    NewReturn.Line line(String at, Map<String, Sentence> problems) {
        var amount = Amounts.read(at + "quantity", quantity, problems);
        return new NewReturn.Line(part, partName, lot, serial, amount.value(), unit(at, amount, problems));
    }

    NewArrival.Line arrival(String at, Map<String, Sentence> problems) {
        var stated = Amounts.read(at + "quantity", quantity, problems);
        var found = Amounts.read(at + "counted", counted, problems);
        var beside = unit(at, stated, problems);
        if (!found.unit().isEmpty() && !beside.isEmpty() && !found.unit().equals(beside)) {
            problems.putIfAbsent(at + "counted", new Sentence("returns.invalid.otherUnit", part, beside, found.unit()));
        }
        return new NewArrival.Line(part, lot, serial, stated.value(), found.value(), beside.isEmpty() ? found.unit() : beside);
    }

    private String unit(String at, Amounts.Amount amount, Map<String, Sentence> problems) {
        if (!amount.unit().isEmpty() && !unit.isEmpty() && !amount.unit().equals(unit)) {
            problems.putIfAbsent(at + "quantity", new Sentence("returns.invalid.otherUnit", part, unit, amount.unit()));
        }
        return amount.unitOr(unit);
    }
}
