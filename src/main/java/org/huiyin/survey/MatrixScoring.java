package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Objects;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;

/**
 * Points per item and degree as the form prints them, a table and no formula (001/5.4.3.3); the points of a row stand in
 * the order of the scale, best first, and the least part of the weight that must be answered is given as a share.
 */
public record MatrixScoring(Scale scale, List<Row> rows, Share minimumAnswered) implements ScoringRule {

    /** An item with its weight in points of 100 and its points per degree. */
    public record Row(String item, BigDecimal weight, List<BigDecimal> points) {

        public Row {
            points = List.copyOf(points);
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public MatrixScoring {
        rows = List.copyOf(rows);
    }

    @Override
    public List<String> itemCodes() {
        return rows.stream().map(Row::item).toList();
    }

    @Override
    public Score floor() {
        BigDecimal lowest = rows.stream().map(row -> row.points().getLast()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Weighing.scoreOf(lowest, Weighing.sum(form()));
    }

    @Override
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>(Weighing.contradictions(form()));
        BigDecimal sum = Weighing.sum(form());
        if (sum.compareTo(HUNDRED) != 0) {
            found.add(new Sentence("survey.matrix.weightsSum", sum.toPlainString()));
        }
        rows.forEach(row -> contradictions(row, found));
        return found;
    }

    private void contradictions(Row row, List<Sentence> found) {
        List<BigDecimal> points = row.points();
        if (points.size() != scale.degrees().size()) {
            found.add(new Sentence("survey.matrix.rowLength", row.item(), points.size(), scale.degrees().size()));
            return;
        }
        if (points.getFirst().compareTo(row.weight()) != 0) {
            found.add(new Sentence("survey.matrix.firstIsWeight",
                    row.item(), points.getFirst().toPlainString(), row.weight().toPlainString()));
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).compareTo(points.get(i - 1)) > 0) {
                found.add(new Sentence("survey.matrix.notMonotone",
                        row.item(), points.get(i - 1).toPlainString(), points.get(i).toPlainString()));
            }
        }
        if (points.getLast().signum() < 0) {
            found.add(new Sentence("survey.matrix.negative", row.item(), points.getLast().toPlainString()));
        }
    }

    /** A degree by itself, without the points of an item: the degrees lie evenly between 100 and 0. */
    @Override
    public Optional<BigDecimal> markOf(String given) {
        int last = scale.degrees().size() - 1;
        return scale.has(given)
                ? Optional.of(HUNDRED.multiply(BigDecimal.valueOf(last - scale.position(given))).divide(BigDecimal.valueOf(last), Decimals.EXACT))
                : Optional.empty();
    }

    @Override
    public ScoreCard score(List<ItemAnswer> answers) {
        return Weighing.weigh(form(), answers, minimumAnswered, this::price);
    }

    private Weighing.Worth price(ItemWeight item, ItemAnswer answer) {
        String degree = answer.degree();
        int position = degree == null ? -1 : scale.position(degree);
        if (position < 0) {
            throw new BrokenRule("survey.answer.unknownDegree", item.item(), String.valueOf(degree));
        }
        Row row = rows.stream().filter(r -> r.item().equals(item.item())).findFirst().orElseThrow();
        return new Weighing.Worth(row.points().get(position), Objects.requireNonNull(degree));
    }

    private List<ItemWeight> form() {
        return rows.stream().map(row -> new ItemWeight(row.item(), row.weight())).toList();
    }
}
