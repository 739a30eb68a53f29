package org.huiyin.customer.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.customer.imports.Staged.Problem;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Cell;
import org.huiyin.sheets.CellParsers;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Parsed;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.Unit;
import org.jspecify.annotations.Nullable;

/** Understands the rows of one list: text, words for degrees, people, days, months, money in any unit. */
final class RowReader {

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("code", 40), Map.entry("name", 120), Map.entry("productType", 200), Map.entry("demand", 2000),
            Map.entry("address", 300), Map.entry("deliveryAddress", 300), Map.entry("fileNote", 500), Map.entry("contact.email", 200),
            Map.entry("contact.phone", 40), Map.entry("contact.fax", 40), Map.entry("base", 200));
    private static final int USUAL = 60;
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private final ImportKind kind;
    private final ColumnMapping mapping;
    private final Vocabulary vocabulary;
    private final Map<String, String> people;
    private final String currency;
    private final LocalDate today;
    /** Whether separators stand between the cells, as in a text file. */
    private final boolean separated;
    private final Map<YearMonth, Integer> months;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private List<Problem> problems = new ArrayList<>();

    RowReader(ImportKind kind, ColumnMapping mapping, Vocabulary vocabulary, Map<String, String> people, String currency, LocalDate today,
            boolean separated) {
        this.kind = kind;
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.people = people;
        this.currency = currency;
        this.today = today;
        this.separated = separated;
        vocabulary.fields(kind).stream().filter(field -> !field.equals("amount") && !field.equals("month"))
                .forEach(field -> mapping.column(field).ifPresent(column -> columns.put(field, column)));
        this.months = kind == ImportKind.SALES && mapping.column("month").isEmpty() ? mapping.months() : Map.of();
    }

    /** The row as staged rows: mostly one; of a wide list of sales one for each month. */
    List<Staged> read(Row row) {
        problems = new ArrayList<>();
        var data = new LinkedHashMap<String, String>();
        columns.forEach((field, column) -> read(field, column, row, data));
        refuseMoreCells(row);
        require("name", data, row);
        if (kind == ImportKind.CONTACTS) {
            require("contact.name", data, row);
        }
        return kind == ImportKind.SALES ? sales(row, data) : List.of(staged(row, 0, data, null));
    }

    /** In a text file a comma inside a cell without quotes moves everything behind it one column on. */
    private void refuseMoreCells(Row row) {
        int columns = mapping.headers().size();
        for (int column = columns; separated && column < row.cells().size(); column++) {
            if (!row.cell(column).blank()) {
                problem(column, row.cell(column), new Sentence("customer.import.moreCells", String.valueOf(columns)));
                return;
            }
        }
    }

    private List<Staged> sales(Row row, Map<String, String> data) {
        if (months.isEmpty()) {
            var month = mapping.column("month").map(row::cell).orElse(Cell.BLANK);
            var at = mapping.column("month").orElse(-1);
            var parsed = CellParsers.month(month);
            note(parsed, at, month);
            if (parsed instanceof Parsed.Empty<YearMonth>) {
                problem(at, month, new Sentence("customer.import.monthMissing"));
            }
            amount(row, mapping.column("amount").orElse(-1), data, true);
            return List.of(staged(row, 0, data, parsed.found().orElse(null)));
        }
        var found = new ArrayList<Staged>();
        var shared = problems;
        months.forEach((month, column) -> {
            problems = new ArrayList<>(found.isEmpty() ? shared : List.of());
            var one = new LinkedHashMap<>(data);
            amount(row, column, one, false);
            if (one.containsKey("amount") || !problems.isEmpty()) {
                found.add(staged(row, column, one, month));
            }
        });
        return found;
    }

    private void amount(Row row, int column, Map<String, String> data, boolean required) {
        var cell = column < 0 ? Cell.BLANK : row.cell(column);
        var parsed = CellParsers.amount(cell, column < 0 ? Unit.ONE : Unit.ofHeader(mapping.header(column)));
        note(parsed, column, cell);
        parsed.found().ifPresent(amount -> {
            if (amount.value().abs().compareTo(MOST) >= 0 || amount.value().stripTrailingZeros().scale() > 2) {
                problem(column, cell, new Sentence("customer.import.amount", cell.shown()));
            }
            data.put("amount", amount.value().toPlainString());
            amount.statedCurrency().ifPresent(stated -> data.put("currency", stated));
            data.putIfAbsent("currency", currency);
        });
        if (required && parsed instanceof Parsed.Empty<?>) {
            problem(column, cell, new Sentence("customer.import.amountMissing"));
        }
    }

    private void read(String field, int column, Row row, Map<String, String> data) {
        var cell = row.cell(column);
        var parsed = switch (field) {
            case "partnerSince" -> since(cell);
            case "wellKnown", "coreIndustry", "unstableOrders" -> CellParsers.truth(cell).then(v -> Parsed.good(v.toString()));
            case "contact.weight" -> weight(cell);
            case "cooperation", "potential", "payment", "contact.language" -> word(field, cell);
            case "contact.role" -> text(field, cell).then(t -> Parsed.good(vocabulary.codeWithin(field, t).orElse("OTHER")));
            case "contact.email" -> mail(cell);
            case "owner" -> person(cell);
            case "currency" -> currency(cell);
            case "demand" -> CellParsers.longText(cell, 2000);
            default -> text(field, cell);
        };
        note(parsed, column, cell);
        parsed.found().ifPresent(value -> data.put(field, value));
    }

    private static Parsed<String> text(String field, Cell cell) {
        return CellParsers.text(cell, LONGEST.getOrDefault(field, USUAL));
    }

    private Parsed<String> since(Cell cell) {
        return CellParsers.date(cell).then(day -> day.isAfter(today)
                ? Parsed.bad(new Sentence("customer.import.sinceFuture", day.toString()))
                : Parsed.good(day.toString()));
    }

    private static Parsed<String> weight(Cell cell) {
        return CellParsers.number(cell).then(weight -> weight.signum() < 0 || weight.compareTo(BigDecimal.valueOf(1000)) > 0
                        || weight.stripTrailingZeros().scale() > 3
                ? Parsed.bad(new Sentence("customer.import.weight", cell.shown()))
                : Parsed.good(weight.toPlainString()));
    }

    private Parsed<String> word(String field, Cell cell) {
        return text(field, cell).then(typed -> vocabulary.code(field, typed)
                .<Parsed<String>>map(Parsed::good)
                .orElseGet(() -> Parsed.bad(new Sentence("customer.import.word." + field.replace("contact.", ""), typed))));
    }

    private static Parsed<String> mail(Cell cell) {
        return text("contact.email", cell).then(mail -> org.huiyin.customer.MailAddress.looksRight(mail)
                ? Parsed.good(mail)
                : Parsed.bad(new Sentence("customer.import.mail", mail)));
    }

    private Parsed<String> person(Cell cell) {
        return text("owner", cell).then(name -> {
            var id = people.get(Names.key(name));
            return id == null ? Parsed.bad(new Sentence("customer.import.owner", name)) : Parsed.good(id);
        });
    }

    private Parsed<String> currency(Cell cell) {
        return text("currency", cell).then(typed -> {
            var code = vocabulary.code("currency", typed).orElse(typed.strip().toUpperCase(java.util.Locale.ROOT));
            return java.util.Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(code))
                    ? Parsed.good(code)
                    : Parsed.bad(new Sentence("customer.import.currency", typed));
        });
    }

    private void require(String field, Map<String, String> data, Row row) {
        int column = mapping.column(field).orElse(-1);
        boolean told = problems.stream().anyMatch(p -> p.column() == column);
        boolean nothing = !data.containsKey(field) || Names.key(data.getOrDefault(field, "")).isEmpty();
        // A number alone finds a customer that is there already.
        if (nothing && !told && !(field.equals("name") && data.containsKey("code"))) {
            problem(column, column < 0 ? Cell.BLANK : row.cell(column), new Sentence("customer.import.missing." + field.replace("contact.name", "contact")));
        }
    }

    private <T> void note(Parsed<T> parsed, int column, Cell cell) {
        parsed.problem().ifPresent(sentence -> problem(column, cell, sentence));
    }

    private void problem(int column, Cell cell, Sentence sentence) {
        var args = sentence.args().stream().map(Object::toString).toList();
        var shown = cell.shown();
        problems.add(new Problem(column, column < 0 ? "" : mapping.header(column),
                shown.length() > 80 ? shown.substring(0, 80) : shown, sentence.key(), args));
    }

    private Staged staged(Row row, int seq, Map<String, String> data, @Nullable YearMonth month) {
        return new Staged(row.number(), seq, data, problems.isEmpty() ? null : problems,
                key(data.get("code")), key(data.get("name")), month == null ? null : month.atDay(1).toString());
    }

    private static @Nullable String key(@Nullable String text) {
        var key = text == null ? "" : Names.key(text);
        return key.isEmpty() ? null : key;
    }
}
