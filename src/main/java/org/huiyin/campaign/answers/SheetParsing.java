package org.huiyin.campaign.answers;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.sheets.Cell;
import org.huiyin.sheets.CellParsers;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.SheetFile;
import org.huiyin.sheets.SheetLimits;
import org.huiyin.sheets.SheetReader;
import org.huiyin.sheets.UnreadableSheet;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.Scale;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.springframework.stereotype.Component;

/** Reads filled-in answer sheets: headers in any of the languages, degrees as digits or words (000/5-1). */
@Component
class SheetParsing {

    static final String NUMBER = "campaign.answer.sheet.number";
    static final String OVERALL = "campaign.answer.overall";
    private static final int HEADER_WITHIN = 30;
    private static final int MOST_ROWS = 20_000;
    private static final int LONGEST_CELL = 4000;

    private final Messages messages;

    SheetParsing(Messages messages) {
        this.messages = messages;
    }

    SheetRows read(InputStream content, String name, RoundForm form) {
        try (SheetFile file = new SheetReader(SheetLimits.usual().withRows(MOST_ROWS)).open(content, name)) {
            for (int sheet = 0; sheet < Math.max(1, file.sheets().size()); sheet++) {
                var header = header(file.top(sheet, HEADER_WITHIN), form);
                if (header.isPresent()) {
                    return rows(file, sheet, header.get());
                }
            }
        } catch (UnreadableSheet unreadable) {
            throw new InvalidInput("file", unreadable.sentence().key(), unreadable.sentence().args().toArray());
        }
        throw new InvalidInput("file", "campaign.answer.invalid.sheet");
    }

    private record Header(int line, int number, Map<String, Integer> items, Map<String, String> titles, int overall) {}

    private Optional<Header> header(List<Row> top, RoundForm form) {
        for (Row row : top) {
            Map<String, Integer> items = new LinkedHashMap<>();
            Map<String, String> titles = new LinkedHashMap<>();
            int number = -1;
            int overall = -1;
            for (int column = 0; column < row.cells().size(); column++) {
                var text = normal(row.cell(column).shown());
                number = number < 0 && words(NUMBER).contains(text) ? column : number;
                overall = overall < 0 && words(OVERALL).contains(text) ? column : overall;
                for (QuestionItem item : form.items()) {
                    if (!items.containsKey(item.id()) && names(item).contains(text)) {
                        items.put(item.id(), column);
                        titles.put(item.id(), row.cell(column).shown());
                    }
                }
            }
            if (number >= 0 && items.size() == form.items().size()) {
                return Optional.of(new Header(row.number(), number, items, titles, overall));
            }
        }
        return Optional.empty();
    }

    private static SheetRows rows(SheetFile file, int sheet, Header header) {
        var rows = new ArrayList<SheetRows.Raw>();
        try (Stream<Row> all = file.rows(sheet)) {
            all.filter(row -> row.number() > header.line() && !row.blank()).forEach(row -> {
                Map<String, String> items = new LinkedHashMap<>();
                header.items().forEach((item, column) -> items.put(item, text(row.cell(column))));
                rows.add(new SheetRows.Raw(row.number(), text(row.cell(header.number())), items,
                        header.overall() < 0 ? "" : text(row.cell(header.overall()))));
            });
        }
        return new SheetRows(header.items(), header.titles(), header.number(), rows);
    }

    private static String text(Cell cell) {
        return CellParsers.longText(cell, LONGEST_CELL).found().orElse(cell.blank() ? "" : cell.shown().strip());
    }

    /** The degree, number or "na" behind what stands in a cell; nothing where it is not understood. */
    Optional<String> value(String typed, RoundForm form) {
        var text = normal(typed);
        if (text.isEmpty()) {
            return Optional.of("");
        }
        if (text.equals("0") || words("campaign.answer.na").contains(text) || List.of("n/a", "na", "n", "-", "—").contains(text)) {
            return Optional.of(AnswerView.NOT_APPLICABLE);
        }
        var scale = form.scoring().scale();
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= scale.degrees().size()) {
            return Optional.of(scale.byDigit(Integer.parseInt(text)).code());
        }
        return scale.degrees().stream().filter(degree -> names(degree).contains(text)).map(Scale.Degree::code).findFirst();
    }

    private TreeSet<String> words(String key) {
        var words = new TreeSet<String>();
        for (Language language : Language.values()) {
            var raw = messages.raw(language, key);
            if (raw != null) {
                words.add(normal(raw));
            }
        }
        return words;
    }

    private static TreeSet<String> names(QuestionItem item) {
        var names = new TreeSet<String>();
        names.add(normal(item.id()));
        item.label().values().forEach(label -> names.add(normal(label)));
        return names;
    }

    private static TreeSet<String> names(Scale.Degree degree) {
        var names = new TreeSet<String>();
        names.add(normal(degree.code()));
        degree.label().texts().values().forEach(label -> names.add(normal(label)));
        return names;
    }

    /** Width, case, blanks and a leading counter do not matter: "1. 外观" is 外观. */
    private static String normal(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ").replaceFirst("^\\d{1,2}[.、 ]\\s*(?=\\D)", "");
    }
}
