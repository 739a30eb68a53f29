package org.huiyin.survey;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a respondent said about one item, raw and for ever: a degree or a number, or that it does not apply, or nothing
 * (a blank on paper), with a comment and whether he asks for improvement (001/5.4.3.2, 5.4.6.1).
 */
public record ItemAnswer(
        String item,
        Kind kind,
        @Nullable String degree,
        @Nullable BigDecimal number,
        @Nullable String comment,
        boolean improvementWanted) {

    /** Not applicable is an answer; unanswered is none. */
    public enum Kind {
        GIVEN,
        NOT_APPLICABLE,
        UNANSWERED
    }

    public ItemAnswer {
        if ((kind == Kind.GIVEN) == (degree == null && number == null)) {
            throw new IllegalArgumentException("Only a given answer has a degree or a number: " + item);
        }
    }

    public static ItemAnswer degree(String item, String degree) {
        return new ItemAnswer(item, Kind.GIVEN, degree, null, null, false);
    }

    public static ItemAnswer number(String item, BigDecimal number) {
        return new ItemAnswer(item, Kind.GIVEN, null, number, null, false);
    }

    public static ItemAnswer notApplicable(String item) {
        return new ItemAnswer(item, Kind.NOT_APPLICABLE, null, null, null, false);
    }

    public static ItemAnswer unanswered(String item) {
        return new ItemAnswer(item, Kind.UNANSWERED, null, null, null, false);
    }

    public ItemAnswer withComment(String text) {
        return new ItemAnswer(item, kind, degree, number, text, improvementWanted);
    }

    public ItemAnswer wantingImprovement() {
        return new ItemAnswer(item, kind, degree, number, comment, true);
    }

    public boolean isGiven() {
        return kind == Kind.GIVEN;
    }

    public boolean hasRemark() {
        return improvementWanted || comment != null && !comment.isBlank();
    }
}
