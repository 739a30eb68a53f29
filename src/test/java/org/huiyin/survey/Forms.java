package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Share;

/** The forms of the procedures, as figures for tests. */
public final class Forms {

    public static final Scale FIVE = scale("FIVE", "VERY_SATISFIED", "SATISFIED", "INDIFFERENT", "DISSATISFIED", "OPPOSED");

    public static final MatrixScoring MATRIX = new MatrixScoring(FIVE, List.of(
            row("appearance", 10, 10, 9, 6, 5, 1),
            row("dimensions", 10, 10, 9, 6, 5, 1),
            row("packaging", 5, 5, 4, 3, 2, 1),
            row("performance", 30, 30, 27, 18, 15, 5),
            row("life", 10, 10, 9, 6, 3, 1),
            row("improvement", 10, 10, 9, 6, 3, 1),
            row("delivery", 10, 10, 9, 6, 3, 1),
            row("transport", 5, 5, 4, 3, 2, 1),
            row("price", 5, 5, 4, 3, 2, 1),
            row("service", 5, 5, 4, 3, 2, 1)), Share.percent(80));

    public static final TriggerRule TRIGGER = new TriggerRule(
            new BigDecimal("75"), false, java.util.Set.of("DISSATISFIED", "OPPOSED"), false, 2);

    private Forms() {}

    public static Scale scale(String code, String... degrees) {
        return new Scale(code, Stream.of(degrees).map(d -> new Scale.Degree(d, Label.of(d, d, d))).toList());
    }

    public static MatrixScoring.Row row(String item, int weight, int... points) {
        return new MatrixScoring.Row(
                item, BigDecimal.valueOf(weight), Arrays.stream(points).mapToObj(BigDecimal::valueOf).toList());
    }

    public static BandRule bands(BandRule.Edges edges) {
        return new BandRule(List.of(
                step("A", "90"), step("B", "75"), step("C", "60"), step("D", "35"), step("E", "0")), edges);
    }

    public static BandRule.Step step(String code, String from) {
        return new BandRule.Step(code, Label.of(code, code, code), new BigDecimal(from));
    }

    /** All items at one degree, but for pairs of item and degree. */
    public static List<ItemAnswer> all(String degree, String... but) {
        List<ItemAnswer> answers = new ArrayList<>();
        for (String item : MATRIX.itemCodes()) {
            int at = Arrays.asList(but).indexOf(item);
            answers.add(ItemAnswer.degree(item, at < 0 ? degree : but[at + 1]));
        }
        return answers;
    }

    /** The same answers with one replaced. */
    public static List<ItemAnswer> with(List<ItemAnswer> answers, ItemAnswer replacement) {
        return answers.stream().map(a -> a.item().equals(replacement.item()) ? replacement : a).toList();
    }
}
