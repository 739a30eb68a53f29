package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.BadCell;
import org.huiyin.sheets.Cell;
import org.huiyin.sheets.CellParsers;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Parsed;
import org.huiyin.sheets.Row;
import org.huiyin.voice.Channel;

/** Reads one row: what it says by field, and a sentence with its place for each cell that cannot be understood. */
final class ImportReader {

    private static final int LONGEST_TEXT = 40_000;
    private static final Map<String, Integer> LIMITS = Map.ofEntries(Map.entry("customerNumber", 80), Map.entry("part", 80), Map.entry("partName", 200),
            Map.entry("lot", 80), Map.entry("unit", 20), Map.entry("defect", 200), Map.entry("serial", 80), Map.entry("foundAt", 120), Map.entry("segment", 80),
            Map.entry("name", 120), Map.entry("phone", 60), Map.entry("mail", 200), Map.entry("customer", 200), Map.entry("note", 80),
            Map.entry("plant", 120), Map.entry("supplier", 120), Map.entry("document", 120), Map.entry("inspector", 80));
    private static final Map<String, Channel> CHANNELS = Map.ofEntries(Map.entry("web", Channel.OTHER), Map.entry("phone", Channel.PHONE), Map.entry("电话", Channel.PHONE),
            Map.entry("微信", Channel.WECHAT), Map.entry("wechat", Channel.WECHAT), Map.entry("mail", Channel.MAIL), Map.entry("email", Channel.MAIL),
            Map.entry("邮件", Channel.MAIL), Map.entry("信函", Channel.LETTER), Map.entry("letter", Channel.LETTER), Map.entry("postalmail", Channel.LETTER),
            Map.entry("传真", Channel.FAX), Map.entry("fax", Channel.FAX), Map.entry("拜访", Channel.VISIT), Map.entry("visit", Channel.VISIT));
    private static final Map<String, TriageClass> CLASSES = Map.of("偶发", TriageClass.OCCASIONAL, "occasional", TriageClass.OCCASIONAL, "重大", TriageClass.MAJOR,
            "重大异常", TriageClass.MAJOR, "major", TriageClass.MAJOR, "常发", TriageClass.RECURRENT, "recurrent", TriageClass.RECURRENT, "非我方责任",
            TriageClass.NOT_OURS, "notours", TriageClass.NOT_OURS);

    private static final Map<String, InspectionResult> RESULTS = Map.ofEntries(Map.entry("合格", InspectionResult.PASSED), Map.entry("ok", InspectionResult.PASSED),
            Map.entry("pass", InspectionResult.PASSED), Map.entry("passed", InspectionResult.PASSED), Map.entry("accept", InspectionResult.PASSED),
            Map.entry("不合格", InspectionResult.FAILED), Map.entry("ng", InspectionResult.FAILED), Map.entry("fail", InspectionResult.FAILED),
            Map.entry("failed", InspectionResult.FAILED), Map.entry("reject", InspectionResult.FAILED), Map.entry("让步接收", InspectionResult.CONCESSION),
            Map.entry("特采", InspectionResult.CONCESSION), Map.entry("讓步接收", InspectionResult.CONCESSION), Map.entry("特採", InspectionResult.CONCESSION),
            Map.entry("concession", InspectionResult.CONCESSION));

    private final ImportKind kind;
    private final ColumnMapping mapping;
    private final LocalDate today;

    ImportReader(ImportKind kind, ColumnMapping mapping, LocalDate today) {
        this.kind = kind;
        this.mapping = mapping;
        this.today = today;
    }

    /** A row as it was understood. */
    record Read(int row, Map<String, String> fields, List<Sentence> problems, String key) {}

    /** What follows a quote mark that is never closed: a list that was cut off within its last record. */
    static Read unclosed(int row, Sentence why) {
        return new Read(row, Map.of(), List.of(new Sentence("complaint.import.unclosed", why.args().getFirst())), "");
    }

    /** The last row of a text file that ends within a record lacks its cells; it is told and not guessed at. */
    Read read(Row row, boolean cutOff) {
        var fields = new LinkedHashMap<String, String>();
        var problems = new ArrayList<Sentence>();
        if (cutOff) {
            problems.add(new Sentence("complaint.import.cut", row.number(), row.cells().size(), mapping.headers().size()));
            mapping.byColumn().forEach((column, field) -> fields.put(field, row.cell(column).shown()));
            return new Read(row.number(), fields, problems, "");
        }
        mapping.byColumn().forEach((column, field) -> value(row, column, field, fields, problems));
        for (String wanted : kind.required()) {
            if (!fields.containsKey(wanted) && problems.isEmpty()) {
                problems.add(new Sentence("complaint.import.missing", row.number(), new Sentence("complaint.field." + wanted)));
            }
        }
        if (kind == ImportKind.INSPECTIONS && problems.isEmpty() && !fields.containsKey("plant") && !fields.containsKey("supplier")) {
            problems.add(new Sentence("complaint.import.noSource", row.number()));
        }
        if (kind == ImportKind.COMPLAINTS) {
            rest(row, fields);
            if (fields.getOrDefault("text", "").isEmpty() && problems.isEmpty()) {
                problems.add(new Sentence("complaint.import.noWords", row.number()));
            }
        }
        return new Read(row.number(), fields, problems, Names.key(fields.getOrDefault("customerNumber", "")));
    }

    private void value(Row row, int column, String field, Map<String, String> fields, List<Sentence> problems) {
        var cell = row.cell(column);
        if (cell.blank()) {
            return;
        }
        Parsed<String> read = switch (field) {
            case "received", "answered", "closed", "shipped", "inspected" -> day(cell, field);
            case "sampled", "defective" -> CellParsers.number(cell).then(n -> n.signum() < 0 ? Parsed.bad(new Sentence("complaint.invalid.quantity")) : Parsed.good(Decimals.plain(n).toPlainString()));
            case "result" -> Optional.ofNullable(RESULTS.get(Names.key(cell.shown()))).<Parsed<String>>map(r -> Parsed.good(r.name()))
                    .orElseGet(() -> Parsed.bad(new Sentence("complaint.import.result", cell.shown())));
            case "quantity" -> CellParsers.number(cell).then(this::quantity);
            case "mileage" -> CellParsers.integer(cell, 0, 5_000_000).then(n -> Parsed.good(n.toString()));
            case "channel" -> Parsed.good(CHANNELS.getOrDefault(Names.key(cell.shown()), Channel.OTHER).name());
            case "kind" -> Parsed.good(kindOf(cell.shown()).name());
            case "phase" -> Parsed.good(phaseOf(cell.shown()).name());
            case "triage" -> Optional.ofNullable(CLASSES.get(Names.key(cell.shown()))).<Parsed<String>>map(c -> Parsed.good(c.name()))
                    .orElseGet(() -> Parsed.bad(new Sentence("complaint.import.class", cell.shown())));
            case "safety" -> Parsed.good(String.valueOf(cell.shown().strip().toLowerCase(Locale.ROOT).matches("是|有|y|yes|true|1|√")));
            case "vin" -> Vin.problem(cell.shown().strip()).<Parsed<String>>map(Parsed::bad).orElseGet(() -> Parsed.good(cell.shown().strip().toUpperCase(Locale.ROOT)));
            default -> text(cell.shown().strip(), LIMITS.getOrDefault(field, LONGEST_TEXT));
        };
        read.found().ifPresent(value -> fields.put(field, value));
        read.problem().ifPresent(problem -> {
            var bad = new BadCell(row.number(), column, mapping.header(column), problem);
            problems.add(new Sentence("complaint.import.cell", bad.where(), problem));
        });
    }

    private Parsed<String> day(Cell cell, String field) {
        if (cell instanceof Cell.Day at && !field.equals("shipped") && !at.value().toLocalDate().isAfter(today)) {
            return Parsed.good(at.value().toString());
        }
        Parsed<LocalDate> read = CellParsers.date(cell);
        if (field.equals("shipped") && read.found().isEmpty()) {
            read = CellParsers.month(cell).then(month -> Parsed.good(month.atDay(1)));
        }
        return read.then(day -> day.isAfter(today) ? Parsed.bad(new Sentence("complaint.import.future", day)) : Parsed.good(LocalDateTime.of(day, java.time.LocalTime.MIN).toString()));
    }

    private Parsed<String> quantity(BigDecimal value) {
        return value.signum() < 0 || kind == ImportKind.SHIPMENTS && value.signum() == 0 ? Parsed.bad(new Sentence("complaint.invalid.quantity"))
                : Parsed.good(Decimals.plain(value).toPlainString());
    }

    private static Parsed<String> text(String text, int most) {
        return text.length() > most ? Parsed.bad(new Sentence("complaint.invalid.longField", most)) : Parsed.good(text);
    }

    private static FeedbackKind kindOf(String typed) {
        return switch (Names.key(typed)) {
            case "退货", "return" -> FeedbackKind.RETURN;
            case "建议", "suggestion" -> FeedbackKind.SUGGESTION;
            case "意见", "opinion" -> FeedbackKind.OPINION;
            default -> FeedbackKind.COMPLAINT;
        };
    }

    private static Phase phaseOf(String typed) {
        return switch (Names.key(typed)) {
            case "使用前", "售前", "before" -> Phase.BEFORE;
            case "使用中", "售中", "during" -> Phase.DURING;
            default -> Phase.AFTER;
        };
    }

    /** Columns that no field takes are kept as words, so that nothing of the list is lost. */
    private void rest(Row row, Map<String, String> fields) {
        var words = new StringBuilder(fields.getOrDefault("text", ""));
        Function<Integer, String> shown = column -> row.cell(column).shown().strip();
        for (int column : mapping.unmatched()) {
            if (!shown.apply(column).isEmpty()) {
                words.append(words.isEmpty() ? "" : "\n").append(mapping.header(column)).append(": ").append(shown.apply(column));
            }
        }
        var all = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT - 1) + "…" : words.toString();
        if (!all.isEmpty()) {
            fields.put("text", all);
        } else if (fields.containsKey("defect")) {
            fields.put("text", fields.get("defect"));
        }
    }
}
