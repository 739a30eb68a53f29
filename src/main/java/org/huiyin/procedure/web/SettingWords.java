package org.huiyin.procedure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.kernel.Label;
import org.huiyin.procedure.ProfileContent;
import org.huiyin.procedure.Setting;
import org.huiyin.web.Page;
import tools.jackson.databind.JsonNode;

/** Puts the values of settings into words, a line for each part. */
public final class SettingWords {

    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Page page;
    private final Map<String, String> roles;
    private final Map<String, Label> items;
    private final JsonNode degrees;

    SettingWords(Page page, Map<String, String> roles, Map<String, Label> items, ProfileContent content) {
        this.page = page;
        this.roles = roles;
        this.items = items;
        this.degrees = content.at("scoring.scale.degrees");
    }

    public String name(Setting setting) {
        if (!setting.path().startsWith("clauses/")) {
            return page.t(setting.label());
        }
        String[] parts = setting.path().split("/", -1);
        return page.t("procedure.words.clause." + parts[2], parts[1]);
    }

    /** The value on one line. */
    public String line(Setting setting, JsonNode value) {
        return String.join(page.t("procedure.words.and"), lines(setting, value));
    }

    public List<String> lines(Setting setting, JsonNode value) {
        if (value.isNull() || value.isMissingNode() || value.isArray() && value.isEmpty()) {
            return List.of(page.t("procedure.words.open"));
        }
        return switch (setting.kind()) {
            case TEXT, PREFIX -> List.of(value.asString(""));
            case LABEL -> List.of(label(value));
            case SWITCH -> List.of(page.t(value.asBoolean() ? "procedure.words.on" : "procedure.words.off"));
            case INTEGER, DECIMAL -> List.of(number(value));
            case DAYS -> List.of(page.t("procedure.words.days", value.asInt()));
            case MONTHS -> List.of(page.t("procedure.words.months", value.asInt()));
            case YEARS -> List.of(page.t("procedure.words.years", value.asInt()));
            case MONEY -> List.of(page.money(value.decimalValue(), YUAN));
            case PERCENT -> List.of(page.percent(value.decimalValue()));
            case CHOICE -> List.of(choice(value.asString("")));
            case CHOICES -> each(value, this::choice);
            case ROLES -> List.of(rolesOf(value));
            case ROUTE -> route(value);
            case DAY_LIST -> List.of(page.t("procedure.words.dayList", String.join(page.t("procedure.words.and"), each(value, d -> d))));
            case MONTH_DAYS -> each(value, this::monthDay);
            case WINDOWS -> parts(value, w -> page.t("procedure.words.window", label(w.path("name")),
                    monthDay(w.path("from").asString("")), monthDay(w.path("to").asString(""))));
            case CLOCK -> clock(value);
            case SHARES -> value.properties().stream().sorted(Map.Entry.comparingByKey())
                    .map(e -> page.t("procedure.words.share", choice(e.getKey()), page.percent(e.getValue().decimalValue()))).toList();
            case BANDS -> bands(value.path("bands"));
            case SCORING -> scoring(value);
            case LABELS -> parts(value, part -> label(part.path("label")));
            case ITEMS -> each(value, this::item);
            case DEGREES -> each(value, this::degree);
            case ESCALATION -> parts(value, step -> page.t("procedure.words.escalation", step.path("afterDays").asInt(), rolesOf(step.path("roles"))));
            case LIMITS -> parts(value, limit -> limit.path("upTo").isNumber()
                    ? page.t("procedure.words.upTo", page.money(limit.path("upTo").decimalValue(), YUAN), rolesOf(limit.path("roles")))
                    : page.t("procedure.words.above", rolesOf(limit.path("roles"))));
            case GRADE_CLASSES -> parts(value, rule -> page.t("procedure.words.gradeClass", choice(rule.path("grade").asString("")),
                    rule.path("minimumMet").asInt(), rule.path("criteria").size(), String.join(page.t("procedure.words.and"), criteria(rule.path("criteria")))));
            case GRADE_VETOES -> criteria(value);
            case HOURS -> parts(value, span -> page.t("procedure.words.span", span.path("from").asString(""), span.path("to").asString("")));
            case ORDER -> List.of(String.join(page.t("procedure.words.then"), each(value, this::choice)));
            case FORMS -> parts(value, form -> form.path("number").asString("") + " " + label(form.path("name")));
        };
    }

    private interface Say {
        String say(JsonNode part);
    }

    private static List<String> parts(JsonNode list, Say say) {
        List<String> lines = new ArrayList<>();
        list.forEach(part -> lines.add(say.say(part)));
        return lines;
    }

    private static List<String> each(JsonNode list, java.util.function.UnaryOperator<String> say) {
        return parts(list, part -> say.apply(part.asString("")));
    }

    private String label(JsonNode texts) {
        Locale locale = page.locale();
        String exact = texts.path(locale.toLanguageTag()).asString("");
        return exact.isEmpty() ? texts.path(locale.getLanguage()).asString(texts.path("zh-CN").asString("")) : exact;
    }

    private List<String> criteria(JsonNode criteria) {
        return parts(criteria, one -> {
            String figure = one.path("figure").asString("");
            return switch (one.path("kind").asString("")) {
                case "NUMBER_AT_LEAST" -> page.t("procedure.words.atLeast", figure(figure), number(one.path("limit")));
                case "DEGREE_AT_LEAST" -> page.t("procedure.words.degreeAtLeast", figure(figure), degreeOf(figure, one.path("degree").asString("")));
                case "DEGREE_AT_MOST" -> page.t("procedure.words.degreeAtMost", figure(figure), degreeOf(figure, one.path("degree").asString("")));
                default -> figure(figure);
            };
        });
    }

    /** A figure of the customer's file in words. */
    public String figure(String code) {
        String key = "procedure.figure." + code;
        return page.knows(key) ? page.t(key) : code;
    }

    /** A degree of such a figure; some words mean another thing elsewhere. */
    String degreeOf(String figure, String code) {
        String key = "procedure.degree." + figure + "." + code;
        return page.knows(key) ? page.t(key) : choice(code);
    }

    private String number(JsonNode value) {
        return page.number(plain(value.decimalValue()));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A choice in words; codes that are not ours show themselves. */
    public String choice(String code) {
        String key = "procedure.choice." + code;
        return page.knows(key) ? page.t(key) : code;
    }

    public String role(String code) {
        return roles.getOrDefault(code, code);
    }

    private String rolesOf(JsonNode list) {
        return String.join(page.t("procedure.words.or"), each(list, this::role));
    }

    private List<String> route(JsonNode steps) {
        List<String> lines = new ArrayList<>();
        for (JsonNode step : steps) {
            lines.add(page.t("procedure.words.step", lines.size() + 1, rolesOf(step.path("roles"))));
        }
        return lines;
    }

    private String monthDay(String text) {
        try {
            LocalDate day = MonthDay.parse("--" + text).atYear(page.today().getYear());
            return page.date(day);
        } catch (java.time.DateTimeException noDay) {
            return text;
        }
    }

    private List<String> clock(JsonNode clock) {
        String unit = clock.path("unit").asString("");
        List<String> lines = new ArrayList<>();
        lines.add(unit.equals("SAME_DAY") ? choice(unit) : page.t("procedure.words.amount", clock.path("amount").asInt(), choice(unit)));
        if (unit.endsWith("_DAY") && !unit.equals("SAME_DAY")) {
            lines.add(page.t(clock.path("countStart").asBoolean(false) ? "procedure.words.startCounts" : "procedure.words.startFree"));
        }
        if (unit.endsWith("_DAY")) {
            lines.add(page.t("procedure.words.until", choice(clock.path("endOfDay").asString(""))));
        }
        return lines;
    }

    private List<String> bands(JsonNode bands) {
        return parts(bands, band -> page.t("procedure.words.band", label(band.path("label")), number(band.path("from"))));
    }

    private List<String> scoring(JsonNode scoring) {
        JsonNode rows = scoring.has("rows") ? scoring.path("rows") : scoring.path("items");
        return List.of(page.t("procedure.words.scoring." + scoring.path("kind").asString("").toLowerCase(Locale.ROOT), rows.size(),
                scoring.path("scale").path("degrees").size()));
    }

    /** The words of a scored item. */
    public String item(String code) {
        Label words = items.get(code);
        return words == null ? code : words.in(page.locale());
    }

    public String degree(String code) {
        for (JsonNode degree : degrees) {
            if (degree.path("code").asString("").equals(code)) {
                return label(degree.path("label"));
            }
        }
        return code;
    }
}
