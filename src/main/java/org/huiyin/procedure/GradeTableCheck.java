package org.huiyin.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Sentence;
import tools.jackson.databind.JsonNode;

/** Holds the typed criteria of the classes against the figures that a customer's file has (001/5.4.2.1 e). */
final class GradeTableCheck {

    private final JsonNode grading;
    private final List<String> figures;
    private final List<Sentence> found;

    GradeTableCheck(JsonNode grading, List<String> figures, List<Sentence> found) {
        this.grading = grading;
        this.figures = figures;
        this.found = found;
    }

    void classes(JsonNode classes) {
        if (classes.isEmpty()) {
            found.add(new Sentence("procedure.check.noClass"));
        }
        for (JsonNode rule : classes) {
            var grade = new Sentence("procedure.choice." + rule.path("grade").asString(""));
            var needed = rule.path("minimumMet");
            int criteria = rule.path("criteria").size();
            if (!needed.isIntegralNumber() || needed.asInt() < 1 || needed.asInt() > criteria) {
                found.add(new Sentence("procedure.check.gradeMinimum", grade, criteria));
            }
            criteria(rule.path("criteria"));
        }
    }

    /** Each figure once: the same one twice would count twice. */
    void criteria(JsonNode criteria) {
        Set<String> seen = new HashSet<>();
        for (JsonNode criterion : criteria) {
            var figure = criterion.path("figure").asString("");
            if (!figures.contains(figure)) {
                found.add(new Sentence("procedure.check.choice", figure));
                continue;
            }
            if (!seen.add(figure)) {
                found.add(new Sentence("procedure.check.figureTwice", name(figure)));
            }
            kind(criterion, figure);
        }
    }

    private void kind(JsonNode criterion, String figure) {
        var kind = criterion.path("kind").asString("");
        if (isNumber(figure)) {
            var limit = criterion.path("limit");
            require(kind.equals("NUMBER_AT_LEAST") && limit.isNumber() && limit.decimalValue().signum() >= 0, "procedure.check.needsNumber", figure);
        } else if (degrees(figure).isArray()) {
            boolean known = false;
            for (JsonNode degree : degrees(figure)) {
                known |= degree.asString("").equals(criterion.path("degree").asString(""));
            }
            require(kind.startsWith("DEGREE_") && known, "procedure.check.needsDegree", figure);
        } else {
            require(kind.equals("FLAG"), "procedure.check.needsNothing", figure);
        }
    }

    private boolean isNumber(String figure) {
        return figure.equals(grading.path("salesFigure").asString("")) || figure.equals(grading.path("partnerMonthsFigure").asString(""));
    }

    private JsonNode degrees(String figure) {
        for (JsonNode ordinal : grading.path("ordinals")) {
            if (ordinal.path("figure").asString("").equals(figure)) {
                return ordinal.path("degrees");
            }
        }
        return grading.path("none");
    }

    private void require(boolean holds, String key, String figure) {
        if (!holds) {
            found.add(new Sentence(key, name(figure)));
        }
    }

    private static Sentence name(String figure) {
        return new Sentence("procedure.figure." + figure);
    }
}
