package org.huiyin.procedure.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the criteria of the classes: a row without a figure is left out, a class without rows too. */
public final class GradeTableForm {

    /** The classes that criteria may lead to, best first. */
    public static final List<String> GRADES = List.of("A", "B", "C");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MultiValueMap<String, String> form;

    GradeTableForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    ArrayNode classes() {
        var classes = NODES.arrayNode();
        for (var grade : GRADES) {
            var criteria = rows(grade, "DEGREE_AT_LEAST");
            if (!criteria.isEmpty()) {
                ObjectNode rule = classes.addObject();
                rule.put("grade", grade);
                rule.set("minimumMet", SettingForm.number(at("minimum_" + grade, 0)));
                rule.set("criteria", criteria);
            }
        }
        return classes;
    }

    ArrayNode vetoes() {
        return rows("D", "DEGREE_AT_MOST");
    }

    private ArrayNode rows(String grade, String degreeKind) {
        ArrayNode rows = NODES.arrayNode();
        Set<String> codes = new HashSet<>(form.getOrDefault("code_" + grade, List.of()));
        for (int i = 0; i < form.getOrDefault("figure_" + grade, List.of()).size(); i++) {
            var figure = at("figure_" + grade, i);
            if (!figure.isEmpty()) {
                rows.add(row(grade, i, figure, degreeKind, codes));
            }
        }
        return rows;
    }

    /** A degree makes it an ordinal criterion, a number a figure to be reached, neither a yes. */
    private ObjectNode row(String grade, int i, String figure, String degreeKind, Set<String> codes) {
        ObjectNode row = NODES.objectNode();
        var degree = at("degree_" + grade, i);
        var limit = SettingForm.number(at("limit_" + grade, i));
        row.put("kind", !degree.isEmpty() ? degreeKind : limit.isNumber() ? "NUMBER_AT_LEAST" : "FLAG");
        row.put("code", code(at("code_" + grade, i), grade, codes));
        row.put("figure", figure);
        if (!degree.isEmpty()) {
            row.put("degree", degree.startsWith(figure + ":") ? degree.substring(figure.length() + 1) : degree);
        } else if (limit.isNumber()) {
            row.set("limit", limit);
        }
        return row;
    }

    private static String code(String given, String grade, Set<String> codes) {
        if (!given.isEmpty()) {
            return given;
        }
        int number = 1;
        while (!codes.add(grade + number)) {
            number++;
        }
        return grade + number;
    }

    private String at(String name, int row) {
        List<String> values = form.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }
}
