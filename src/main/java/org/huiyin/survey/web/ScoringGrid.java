package org.huiyin.survey.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huiyin.kernel.Label;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A scoring table as a grid of figures with its totals, sound or not: what is typed stays visible. */
public record ScoringGrid(String kind, List<Column> columns, List<Row> rows, BigDecimal weights, List<BigDecimal> totals) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A degree of the scale. */
    public record Column(String code, Label label) {}

    /** An item with its weight and, in a table of points, its points. */
    public record Row(String item, BigDecimal weight, List<BigDecimal> points) {}

    static ScoringGrid of(JsonNode table) {
        List<Column> columns = new ArrayList<>();
        table.path("scale").path("degrees").forEach(degree -> columns.add(
                new Column(degree.path("code").asString(""), JSON.treeToValue(degree.path("label"), Label.class))));
        List<Row> rows = new ArrayList<>();
        (table.has("rows") ? table.path("rows") : table.path("items")).forEach(row -> rows.add(row(row, columns.size())));
        return new ScoringGrid(table.path("kind").asString(""), columns, rows, sum(rows.stream().map(Row::weight).toList()), totals(rows, columns.size()));
    }

    /** A degree that is new in the scale has no points yet; those of a degree that has gone fall away. */
    private static Row row(JsonNode row, int columns) {
        List<BigDecimal> points = new ArrayList<>();
        for (int i = 0; i < columns && row.has("points"); i++) {
            points.add(figure(row.path("points").path(i)));
        }
        return new Row(row.path("item").asString(""), figure(row.path("weight")), points);
    }

    private static BigDecimal figure(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }

    private static List<BigDecimal> totals(List<Row> rows, int columns) {
        List<BigDecimal> totals = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            totals.add(sum(rows.stream().filter(row -> column < row.points().size()).map(row -> row.points().get(column)).toList()));
        }
        return totals;
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether each degree has points of its own. */
    public boolean matrix() {
        return kind.equals("MATRIX");
    }

    /** The table with the figures that were typed: w_ITEM for weights, p_ITEM for the points of a row, in order. */
    static JsonNode read(JsonNode table, MultiValueMap<String, String> form) {
        JsonNode copy = table.deepCopy();
        for (JsonNode row : copy.has("rows") ? copy.path("rows") : copy.path("items")) {
            String item = row.path("item").asString("");
            ((ObjectNode) row).set("weight", JsonNodeFactory.instance.numberNode(number(form.getFirst("w_" + item))));
            List<String> typed = form.get("p_" + item);
            if (typed != null && row.path("points") instanceof ArrayNode points) {
                points.removeAll();
                typed.forEach(point -> points.add(JsonNodeFactory.instance.numberNode(number(point))));
            }
        }
        return copy;
    }

    /** A cell that holds no figure counts as 0 and is refused by the checks. */
    private static BigDecimal number(@org.jspecify.annotations.Nullable String text) {
        String plain = java.text.Normalizer.normalize(Objects.requireNonNullElse(text, ""), java.text.Normalizer.Form.NFKC).strip();
        return plain.matches("-?\\d{1,6}(\\.\\d{1,4})?") ? new BigDecimal(plain) : BigDecimal.ZERO;
    }
}
