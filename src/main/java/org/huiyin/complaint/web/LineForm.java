package org.huiyin.complaint.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huiyin.complaint.LineView;
import org.huiyin.complaint.NewLine;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** A part, lot or piece as it is typed; the quantity carries its unit, such as "36 件". */
public record LineForm(String part, String partName, String lot, String serial, String quantity, String defect, String foundAt, String mileage, String vin) {

    private static final Pattern QUANTITY = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*([^0-9\\s]*)");
    private static final Pattern TWO = Pattern.compile(".*[0-9].*[^0-9,.\\s].*[0-9].*");

    static LineForm empty() {
        return new LineForm("", "", "", "", "", "", "", "", "");
    }

    /** A line as it stands, to be corrected. */
    public static LineForm of(LineView line) {
        var quantity = line.quantity() == null ? "" : line.quantity().toPlainString() + (line.unit().isEmpty() ? "" : " " + line.unit());
        return new LineForm(line.part(), line.partName(), line.lot(), line.serial(), quantity, line.defect(), line.foundAt(),
                line.mileage() == null ? "" : line.mileage().toString(), line.vin());
    }

    static LineForm read(UnaryOperator<String> typed) {
        return new LineForm(typed.apply("part"), typed.apply("partName"), typed.apply("lot"), typed.apply("serial"), typed.apply("quantity"),
                typed.apply("defect"), typed.apply("foundAt"), typed.apply("mileage"), typed.apply("vin"));
    }

    public boolean blank() {
        return (part + partName + lot + serial + quantity + defect + foundAt + mileage + vin).isBlank();
    }

    /** Whether more than the usual four fields are filled. */
    public boolean more() {
        return !(partName + serial + foundAt + mileage + vin).isBlank();
    }

    /** The line as it is meant; what cannot be read goes into the problems under its field. */
    NewLine line(String at, Map<String, Sentence> problems) {
        var text = Normalizer.normalize(quantity, Normalizer.Form.NFKC).strip();
        BigDecimal amount = null;
        var unit = "";
        var match = QUANTITY.matcher(text);
        if (match.matches()) {
            amount = Decimals.plain(new BigDecimal(match.group(1).replace(",", "")));
            unit = match.group(2);
        } else if (TWO.matcher(text).matches()) {
            problems.put(at + "quantity", new Sentence("complaint.invalid.mixed", text));
        } else if (!text.isEmpty()) {
            problems.put(at + "quantity", new Sentence("complaint.invalid.quantity"));
        }
        return new NewLine(part, partName, lot, serial, amount, unit, defect, foundAt, kilometres(at, problems), vin);
    }

    private @Nullable Integer kilometres(String at, Map<String, Sentence> problems) {
        var text = Normalizer.normalize(mileage, Normalizer.Form.NFKC).replaceAll("[,\\s]|\\p{L}+$", "");
        if (Typed.blank(mileage)) {
            return null;
        }
        if (!text.matches("\\d{1,7}")) {
            problems.put(at + "mileage", new Sentence("complaint.invalid.mileage"));
            return null;
        }
        return Integer.valueOf(text);
    }
}
