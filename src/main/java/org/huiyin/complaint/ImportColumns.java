package org.huiyin.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.sheets.ColumnMapping;
import org.huiyin.sheets.ColumnMatcher;
import org.huiyin.sheets.Row;
import org.huiyin.sheets.TargetColumn;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The names that people give to the columns of complaints and shipments. */
@Component
class ImportColumns {

    private final Map<String, Map<String, List<String>>> names;

    ImportColumns(JsonMapper json) {
        try (var file = ImportColumns.class.getResourceAsStream("/complaint/columns.json")) {
            this.names = json.readValue(file, new TypeReference<Map<String, Map<String, List<String>>>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> fields(ImportKind kind) {
        return List.copyOf(names.getOrDefault(kind.name(), Map.of()).keySet());
    }

    private List<TargetColumn> targets(ImportKind kind) {
        var targets = new ArrayList<TargetColumn>();
        names.getOrDefault(kind.name(), Map.of()).forEach((field, words) -> targets.add(new TargetColumn(field, kind.required().contains(field), words)));
        return targets;
    }

    ColumnMapping propose(ImportKind kind, List<Row> top) {
        return new ColumnMatcher(targets(kind)).propose(top);
    }

    ColumnMapping choose(ImportKind kind, ColumnMapping proposed, Map<Integer, String> chosen) {
        return new ColumnMatcher(targets(kind)).choose(proposed, chosen);
    }
}
