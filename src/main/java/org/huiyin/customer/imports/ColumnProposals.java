package org.huiyin.customer.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.sheets.BadCell;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.ColumnMatcher;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.SheetFile;
import org.springframework.stereotype.Component;

/** Proposes which column is which, and remembers what people said about lists with the same headers. */
@Component
class ColumnProposals {

    private static final int SAMPLES = 3;

    private final Vocabulary vocabulary;
    private final ImportStore store;

    ColumnProposals(Vocabulary vocabulary, ImportStore store) {
        this.vocabulary = vocabulary;
        this.store = store;
    }

    List<String> fields(ImportKind kind) {
        return vocabulary.fields(kind);
    }

    Proposal of(ImportView list, SheetFile file, int sheet) {
        var chosen = sheet == list.sheet() ? store.mapping(list.id()) : java.util.Optional.<ColumnMapping>empty();
        var top = file.top(within(file, sheet), ColumnMatcher.TOP);
        return view(list, file, within(file, sheet), top, chosen.orElseGet(() -> proposed(list.kind(), top)));
    }

    Proposal chosen(ImportView list, SheetFile file, int sheet, Map<Integer, String> columns) {
        var top = file.top(within(file, sheet), ColumnMatcher.TOP);
        var known = new LinkedHashMap<Integer, String>();
        columns.forEach((column, field) -> {
            if (field.isEmpty() || vocabulary.knows(list.kind(), field)) {
                known.put(column, field);
            }
        });
        var proposed = proposed(list.kind(), top);
        // A month column of a wide list is not "left out" just because it holds no field.
        var months = list.kind() == ImportKind.SALES ? proposed.months().values() : List.<Integer>of();
        months.forEach(column -> known.remove(column, ""));
        return view(list, file, within(file, sheet), top, new ColumnMatcher(vocabulary.targets(list.kind())).choose(proposed, known));
    }

    private ColumnMapping proposed(ImportKind kind, List<Row> top) {
        var targets = vocabulary.targets(kind);
        var first = new ColumnMatcher(targets).propose(top);
        var remembered = store.remembered(kind, signature(first.headers()));
        return remembered.isEmpty() ? first : new ColumnMatcher(targets, remembered).propose(top);
    }

    private static int within(SheetFile file, int sheet) {
        return Math.clamp(sheet, 0, file.sheets().size() - 1);
    }

    private Proposal view(ImportView list, SheetFile file, int sheet, List<Row> top, ColumnMapping mapping) {
        var months = new LinkedHashMap<Integer, String>();
        if (list.kind() == ImportKind.SALES) {
            mapping.months().forEach((month, column) -> months.put(column, month.toString()));
        }
        var columns = new ArrayList<Proposal.Column>();
        for (int i = 0; i < mapping.headers().size(); i++) {
            int index = i;
            var how = mapping.proposals().stream().filter(p -> p.column() == index).map(p -> p.how().name()).findFirst().orElse(null);
            columns.add(new Proposal.Column(i, BadCell.columnName(i), mapping.headers().get(i),
                    mapping.byColumn().getOrDefault(i, ""), months.get(i), how, samples(top, mapping, i)));
        }
        return new Proposal(file.sheets(), sheet, file.reading(), mapping, columns, vocabulary.fields(list.kind()), missing(list.kind(), mapping));
    }

    private static List<String> samples(List<Row> top, ColumnMapping mapping, int column) {
        return top.stream().filter(row -> row.number() >= mapping.firstDataRow()).map(row -> row.cell(column).shown())
                .filter(text -> !text.isBlank()).limit(SAMPLES).toList();
    }

    /** Without these the list cannot be read. */
    private static List<String> missing(ImportKind kind, ColumnMapping mapping) {
        var missing = new ArrayList<String>();
        boolean named = mapping.column("name").isPresent();
        if (!named && (kind == ImportKind.CUSTOMERS || mapping.column("code").isEmpty())) {
            missing.add("name");
        }
        if (kind == ImportKind.CONTACTS && mapping.column("contact.name").isEmpty()) {
            missing.add("contact.name");
        }
        boolean longList = mapping.column("month").isPresent() && mapping.column("amount").isPresent();
        if (kind == ImportKind.SALES && !longList && mapping.months().isEmpty()) {
            missing.add(mapping.column("month").isPresent() ? "amount" : "month");
        }
        return missing;
    }

    static String signature(List<String> headers) {
        var joined = headers.stream().map(Names::key).filter(key -> !key.isEmpty()).sorted().collect(Collectors.joining("|"));
        return joined.substring(0, Math.min(2000, joined.length()));
    }
}
