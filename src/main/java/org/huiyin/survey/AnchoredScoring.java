package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Objects;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;

/**
 * Numbers from 0 to 100 read against anchored degrees: a number belongs to the highest degree whose floor it reaches,
 * and a degree that is only ticked stands for its own value (002/5.1.2; decisions D20, D28).
 */
public record AnchoredScoring(Scale scale, List<Anchor> anchors, List<ItemWeight> items, Share minimumAnswered)
        implements ScoringRule {

    /** A degree, the number it stands for when ticked, and the lowest number that still belongs to it. */
    public record Anchor(String degree, BigDecimal value, BigDecimal floor) {}

    public AnchoredScoring {
        anchors = List.copyOf(anchors);
        items = List.copyOf(items);
    }

    @Override
    public List<String> itemCodes() {
        return items.stream().map(ItemWeight::item).toList();
    }

    @Override
    public Score floor() {
        return new Score(anchors.getLast().floor());
    }

    /** The degree to which a number or a mean of numbers belongs, decided on the exact figure. */
    public String degreeOf(Score score) {
        return anchors.stream()
                .filter(anchor -> score.atLeast(anchor.floor()))
                .findFirst()
                .orElse(anchors.getLast())
                .degree();
    }

    @Override
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>(Weighing.contradictions(items));
        if (!anchors.stream().map(Anchor::degree).toList()
                .equals(scale.degrees().stream().map(Scale.Degree::code).toList())) {
            found.add(new Sentence("survey.anchored.degreesDiffer"));
            return found;
        }
        BigDecimal above = Score.HIGHEST.add(BigDecimal.ONE);
        for (Anchor anchor : anchors) {
            if (anchor.floor().compareTo(above) >= 0) {
                found.add(new Sentence("survey.anchored.floorsFall", anchor.degree(), anchor.floor().toPlainString()));
            }
            boolean outside = anchor.value().compareTo(anchor.floor()) < 0 || anchor.value().compareTo(above) >= 0;
            if (outside || anchor.value().compareTo(Score.HIGHEST) > 0) {
                found.add(new Sentence("survey.anchored.valueOutside", anchor.degree(), anchor.value().toPlainString()));
            }
            above = anchor.floor();
        }
        if (anchors.getLast().floor().signum() != 0) {
            found.add(new Sentence("survey.anchored.lastFloorZero", anchors.getLast().floor().toPlainString()));
        }
        return found;
    }

    @Override
    public ScoreCard score(List<ItemAnswer> answers) {
        return Weighing.weigh(items, answers, minimumAnswered, this::price);
    }

    @Override
    public Optional<BigDecimal> markOf(String given) {
        if (given.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            return Optional.of(new BigDecimal(given)).filter(number -> number.compareTo(Score.HIGHEST) <= 0);
        }
        return anchors.stream().filter(anchor -> anchor.degree().equals(given)).map(Anchor::value).findFirst();
    }

    private Weighing.Worth price(ItemWeight item, ItemAnswer answer) {
        BigDecimal number = answer.number() != null ? answer.number() : ticked(item, answer);
        if (number.signum() < 0 || number.compareTo(Score.HIGHEST) > 0) {
            throw new BrokenRule("survey.answer.numberOutOfRange", item.item(), number.toPlainString(), "0", "100");
        }
        return new Weighing.Worth(number.multiply(item.weight()).movePointLeft(2), degreeOf(new Score(number)));
    }

    private BigDecimal ticked(ItemWeight item, ItemAnswer answer) {
        String degree = Objects.requireNonNull(answer.degree());
        return anchors.stream()
                .filter(anchor -> anchor.degree().equals(degree))
                .findFirst()
                .orElseThrow(() -> new BrokenRule("survey.answer.unknownDegree", item.item(), degree))
                .value();
    }
}
