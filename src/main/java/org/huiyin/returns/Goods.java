package org.huiyin.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.NewLine;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the parts, lots and quantities of a slip against what can be true; each sentence stands at its field. */
@Component
class Goods {

    static final int MOST_LINES = 100;
    private static final int DIGITS = 14;
    private static final int DECIMALS = 4;

    private final Catalogue catalogue;

    Goods(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The lines with the catalogue's spelling of parts and its units where none was typed. */
    List<NewReturn.Line> checked(List<NewReturn.Line> lines, String at, boolean keepLots, boolean quantity, Map<String, Sentence> problems) {
        var checked = new ArrayList<NewReturn.Line>();
        Map<String, String> units = new HashMap<>();
        if (lines.size() > MOST_LINES) {
            problems.put("lines", new Sentence("returns.invalid.lines", MOST_LINES));
        }
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            var line = tidy(lines.get(i));
            line(line, at + "[" + i + "].", keepLots, quantity, units, problems);
            checked.add(line);
        }
        return checked;
    }

    private NewReturn.Line tidy(NewReturn.Line line) {
        var part = catalogue.part(line.part());
        return new NewReturn.Line(part.map(Catalogue.Part::part).orElse(line.part()), line.partName().isEmpty() ? part.map(Catalogue.Part::name).orElse("") : line.partName(),
                line.lot(), line.serial(), line.quantity(), line.unit().isEmpty() ? part.map(Catalogue.Part::unit).orElse("") : line.unit());
    }

    private void line(NewReturn.Line line, String at, boolean keepLots, boolean quantity, Map<String, String> units, Map<String, Sentence> problems) {
        if (line.part().isEmpty()) {
            problems.put(at + "part", new Sentence("returns.invalid.part"));
        }
        tooLong(problems, at + "part", line.part(), 80);
        tooLong(problems, at + "partName", line.partName(), 120);
        tooLong(problems, at + "lot", line.lot(), 80);
        tooLong(problems, at + "serial", line.serial(), 80);
        tooLong(problems, at + "unit", line.unit(), 20);
        if (quantity || line.quantity() != null) {
            positive(at + "quantity", line.quantity(), problems);
        }
        if (line.unit().isEmpty()) {
            problems.putIfAbsent(at + "unit", new Sentence("returns.invalid.unit"));
        } else {
            var other = units.putIfAbsent(Names.key(line.part()), line.unit());
            if (other != null && !other.equals(line.unit())) {
                problems.putIfAbsent(at + "unit", new Sentence("returns.invalid.units", line.part(), other, line.unit()));
            }
        }
        if (!keepLots) {
            doubt(line.part(), line.lot()).ifPresent(doubt -> problems.putIfAbsent(at + "lot", doubt));
        }
    }

    /** What is doubtful about the lot: that it is one of another part, or that nobody knows it. */
    java.util.Optional<Sentence> doubt(String part, String lot) {
        return catalogue.doubt(NewLine.of(part, lot, null, "", ""));
    }

    /** A quantity of goods that there are. */
    static void positive(String field, @Nullable BigDecimal quantity, Map<String, Sentence> problems) {
        if (quantity == null || quantity.signum() <= 0 || !sensible(quantity)) {
            problems.put(field, new Sentence("returns.invalid.quantity"));
        }
    }

    /** A quantity that was counted: 0 says that nothing came, blank says nothing. */
    static void counted(String field, @Nullable BigDecimal quantity, Map<String, Sentence> problems) {
        if (quantity == null) {
            problems.put(field, new Sentence("returns.invalid.blank"));
        } else if (quantity.signum() < 0 || !sensible(quantity)) {
            problems.put(field, new Sentence("returns.invalid.counted"));
        }
    }

    static boolean sensible(BigDecimal quantity) {
        var plain = org.huiyin.kernel.Decimals.plain(quantity);
        return plain.precision() - plain.scale() <= DIGITS && plain.scale() <= DECIMALS;
    }

    private static void tooLong(Map<String, Sentence> problems, String field, String text, int most) {
        if (text.length() > most) {
            problems.putIfAbsent(field, new Sentence("returns.invalid.long", most));
        }
    }
}
