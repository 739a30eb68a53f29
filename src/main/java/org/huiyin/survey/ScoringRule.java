package org.huiyin.survey;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;

/** How a form's answers become a score of 0 to 100; all its figures come from the procedure (001/5.4.3.3, 002/5.1.2). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MatrixScoring.class, name = "MATRIX"),
    @JsonSubTypes.Type(value = AnchoredScoring.class, name = "ANCHORED"),
    @JsonSubTypes.Type(value = LinearScoring.class, name = "LINEAR")
})
public sealed interface ScoringRule permits MatrixScoring, AnchoredScoring, LinearScoring {

    Scale scale();

    /** The items in the order of the form. */
    List<String> itemCodes();

    /** The lowest score anybody can give with a full form: 14 in the matrix of procedure 001. */
    Score floor();

    /** Each sentence says where the rule contradicts itself; empty when it may be submitted for approval (T-MATRIX). */
    List<Sentence> contradictions();

    /** The mark of 0 to 100 that a degree or a number stands for by itself, such as an overall mark; empty where it means nothing. */
    Optional<BigDecimal> markOf(String given);

    /** How many marks of 100 one point of the scale is worth; 1 where the scale has no points of its own. */
    default BigDecimal unit() {
        return BigDecimal.ONE;
    }

    /** Scores one answer; an item missing from the list is unanswered, an unknown item, degree or number is refused. */
    ScoreCard score(List<ItemAnswer> answers);
}
