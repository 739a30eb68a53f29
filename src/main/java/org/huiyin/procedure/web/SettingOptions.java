package org.huiyin.procedure.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.procedure.ProfileContent;
import org.huiyin.procedure.Setting;
import org.huiyin.web.Option;

/** The choices that the form of a setting offers. */
final class SettingOptions {

    private SettingOptions() {}

    static List<Option> of(Setting setting, ProfileContent content, SettingWords words, Map<String, String> roles) {
        return switch (setting.kind()) {
            case CHOICE, CHOICES, ORDER -> setting.choices().stream().map(code -> new Option(code, words.choice(code))).toList();
            case ROLES, ROUTE, ESCALATION, LIMITS -> roles.entrySet().stream()
                    .filter(role -> !role.getKey().equals("ADMIN") && !role.getKey().equals("AUDITOR"))
                    .map(role -> new Option(role.getKey(), role.getValue())).toList();
            case ITEMS -> items(content, words);
            case DEGREES -> degrees(content, words);
            case CLOCK -> List.of("WORKING_DAY", "CALENDAR_DAY", "BUSINESS_HOUR", "CLOCK_HOUR", "SAME_DAY").stream()
                    .map(code -> new Option(code, words.choice(code))).toList();
            case GRADE_CLASSES, GRADE_VETOES -> figures(setting, content, words);
            default -> List.of();
        };
    }

    /** The figures, and the degrees of those that have some, written figure:degree. */
    private static List<Option> figures(Setting setting, ProfileContent content, SettingWords words) {
        List<Option> options = new ArrayList<>();
        setting.choices().forEach(figure -> options.add(new Option(figure, words.figure(figure))));
        content.at("grading.ordinals").forEach(ordinal -> ordinal.path("degrees").forEach(degree -> {
            String figure = ordinal.path("figure").asString("");
            options.add(new Option(figure + ":" + degree.asString(""), words.figure(figure) + " – " + words.degreeOf(figure, degree.asString(""))));
        }));
        return options;
    }

    private static List<Option> items(ProfileContent content, SettingWords words) {
        List<Option> options = new ArrayList<>();
        for (String list : List.of("scoring.rows", "scoring.items")) {
            content.at(list).forEach(row -> options.add(new Option(row.path("item").asString(""), words.item(row.path("item").asString("")))));
        }
        return options;
    }

    private static List<Option> degrees(ProfileContent content, SettingWords words) {
        List<Option> options = new ArrayList<>();
        content.at("scoring.scale.degrees").forEach(degree ->
                options.add(new Option(degree.path("code").asString(""), words.degree(degree.path("code").asString("")))));
        return options;
    }
}
