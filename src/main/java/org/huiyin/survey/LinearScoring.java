package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;

/**
 * Whole points from the lowest to the highest, each worth the same number of points of 100: five points times twenty
 * (000), ten points times ten (003); the degrees of the scale name the points, best first.
 */
public record LinearScoring(Scale scale, int lowest, int highest, BigDecimal factor, List<ItemWeight> items,
        Share minimumAnswered) implements ScoringRule {

    public LinearScoring {
        items = List.copyOf(items);
    }

    @Override
    public List<String> itemCodes() {
        return items.stream().map(ItemWeight::item).toList();
    }

    @Override
    public Score floor() {
        return new Score(factor.multiply(BigDecimal.valueOf(lowest)));
    }

    @Override
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>(Weighing.contradictions(items));
        if (lowest < 0 || lowest >= highest || factor.multiply(BigDecimal.valueOf(highest)).compareTo(Score.HIGHEST) != 0) {
            found.add(new Sentence("survey.linear.highestIsHundred", highest, factor.toPlainString()));
        }
        if (scale.degrees().size() != highest - lowest + 1) {
            found.add(new Sentence("survey.linear.degrees", scale.degrees().size(), highest - lowest + 1));
        }
        return found;
    }

    @Override
    public ScoreCard score(List<ItemAnswer> answers) {
        return Weighing.weigh(items, answers, minimumAnswered, this::price);
    }

    @Override
    public BigDecimal unit() {
        return factor;
    }

    @Override
    public Optional<BigDecimal> markOf(String given) {
        if (scale.has(given)) {
            return Optional.of(factor.multiply(BigDecimal.valueOf(highest - scale.position(given))));
        }
        return given.matches("\\d{1,3}") && Integer.parseInt(given) >= lowest && Integer.parseInt(given) <= highest
                ? Optional.of(factor.multiply(new BigDecimal(given)))
                : Optional.empty();
    }

    private Weighing.Worth price(ItemWeight item, ItemAnswer answer) {
        int point = answer.number() != null ? whole(item, answer.number()) : highest - position(item, answer);
        BigDecimal score = factor.multiply(BigDecimal.valueOf(point));
        String degree = scale.degrees().get(highest - point).code();
        return new Weighing.Worth(score.multiply(item.weight()).movePointLeft(2), degree);
    }

    private int position(ItemWeight item, ItemAnswer answer) {
        String degree = String.valueOf(answer.degree());
        if (!scale.has(degree)) {
            throw new BrokenRule("survey.answer.unknownDegree", item.item(), degree);
        }
        return scale.position(degree);
    }

    private int whole(ItemWeight item, BigDecimal number) {
        boolean inRange = number.compareTo(BigDecimal.valueOf(lowest)) >= 0
                && number.compareTo(BigDecimal.valueOf(highest)) <= 0;
        if (!inRange || number.stripTrailingZeros().scale() > 0) {
            throw new BrokenRule("survey.answer.numberOutOfRange",
                    item.item(), number.toPlainString(), String.valueOf(lowest), String.valueOf(highest));
        }
        return number.intValue();
    }
}
