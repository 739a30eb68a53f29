package org.huiyin.procedure;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds one value against its setting; what comes back says how to repair it. */
final class SettingCheck {

    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,7}");
    private static final int LONGEST = 1000;
    private static final Set<String> UNITS = Set.of("WORKING_DAY", "CALENDAR_DAY", "BUSINESS_HOUR", "CLOCK_HOUR", "SAME_DAY");
    private static final Set<String> ENDS = Set.of("BUSINESS_CLOSE", "MIDNIGHT");
    private static final Set<String> ROLLS = Set.of("FORWARD", "NONE");

    private final ProfileContent profile;
    private final Set<String> roles;

    SettingCheck(ProfileContent profile, Set<String> roles) {
        this.profile = profile;
        this.roles = roles;
    }

    List<Sentence> check(Setting setting, JsonNode value) {
        List<Sentence> found = new ArrayList<>();
        if (value.isNull() || value.isMissingNode()) {
            if (!setting.optional()) {
                found.add(new Sentence("procedure.check.missing"));
            }
            return found;
        }
        switch (setting.kind()) {
            case TEXT -> text(value, found);
            case LABEL -> label(value, found);
            case SWITCH -> require(value.isBoolean(), found, "procedure.check.switch");
            case INTEGER, DAYS, MONTHS, YEARS -> whole(setting, value).ifPresent(found::add);
            case DECIMAL, MONEY -> number(setting, value).ifPresent(found::add);
            case PERCENT -> share(value).ifPresent(found::add);
            case CHOICE -> choice(setting, value).ifPresent(found::add);
            case CHOICES -> value.forEach(part -> choice(setting, part).ifPresent(found::add));
            case ROLES -> roles(value, found);
            case ROUTE -> route(value, found);
            case DAY_LIST -> dayList(value, found);
            case MONTH_DAYS -> value.forEach(day -> monthDay(day.asString("")).ifPresent(found::add));
            case WINDOWS -> windows(value, found);
            case CLOCK -> clock(value, found);
            case SHARES -> value.properties().forEach(entry -> share(entry.getValue()).ifPresent(found::add));
            case BANDS, SCORING -> require(!value.isEmpty(), found, "procedure.check.missing");
            case LABELS -> labels(value, found);
            case ITEMS -> known(value, items(), "procedure.check.item", found);
            case DEGREES -> known(value, degrees(), "procedure.check.degree", found);
            case ESCALATION -> escalation(value, found);
            case LIMITS -> limits(value, found);
            case FORMS -> forms(value, found);
            case GRADE_CLASSES -> new GradeTableCheck(profile.root().path("grading"), setting.choices(), found).classes(value);
            case GRADE_VETOES -> new GradeTableCheck(profile.root().path("grading"), setting.choices(), found).criteria(value);
            case HOURS -> hours(value, found);
            case ORDER -> order(setting, value, found);
            case PREFIX -> require(PREFIX.matcher(value.asString("")).matches(), found, "procedure.check.prefix", value.asString(""));
        }
        return found;
    }

    private static void require(boolean holds, List<Sentence> found, String key, Object... args) {
        if (!holds) {
            found.add(new Sentence(key, args));
        }
    }

    private static void text(JsonNode value, List<Sentence> found) {
        String text = value.asString("");
        require(!text.isBlank(), found, "procedure.check.missing");
        require(text.length() <= LONGEST, found, "procedure.check.long", LONGEST);
    }

    private static void label(JsonNode value, List<Sentence> found) {
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            String text = value.path(language).asString("");
            require(!text.isBlank(), found, "procedure.check.language", new Sentence("web.language." + language.replace('-', '_')));
            require(text.length() <= LONGEST, found, "procedure.check.long", LONGEST);
        }
    }

    private static Optional<Sentence> whole(Setting setting, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            return Optional.of(new Sentence("procedure.check.whole"));
        }
        return number(setting, value);
    }

    private static Optional<Sentence> number(Setting setting, JsonNode value) {
        if (!value.isNumber()) {
            return Optional.of(new Sentence("procedure.check.number"));
        }
        BigDecimal number = value.decimalValue();
        BigDecimal min = setting.min() == null ? BigDecimal.ZERO : setting.min();
        if (number.compareTo(min) < 0) {
            return Optional.of(new Sentence("procedure.check.atLeast", min.toPlainString()));
        }
        BigDecimal max = setting.max();
        return max != null && number.compareTo(max) > 0
                ? Optional.of(new Sentence("procedure.check.atMost", max.toPlainString()))
                : Optional.empty();
    }

    private static Optional<Sentence> share(JsonNode value) {
        boolean holds = value.isNumber() && value.decimalValue().signum() >= 0 && value.decimalValue().compareTo(BigDecimal.ONE) <= 0;
        return holds ? Optional.empty() : Optional.of(new Sentence("procedure.check.share"));
    }

    private static Optional<Sentence> choice(Setting setting, JsonNode value) {
        String text = value.asString("");
        return setting.choices().contains(text) ? Optional.empty() : Optional.of(new Sentence("procedure.check.choice", text));
    }

    private void roles(JsonNode value, List<Sentence> found) {
        require(value.isArray() && !value.isEmpty(), found, "procedure.check.noRole");
        value.forEach(role -> require(roles.contains(role.asString("")), found, "procedure.check.role", role.asString("")));
    }

    private void route(JsonNode value, List<Sentence> found) {
        require(value.isArray() && !value.isEmpty(), found, "procedure.check.noStep");
        value.forEach(step -> roles(step.path("roles"), found));
    }

    private static void dayList(JsonNode value, List<Sentence> found) {
        int last = 0;
        for (JsonNode day : value) {
            int number = day.isIntegralNumber() ? day.asInt() : -1;
            require(number > last && number <= 366, found, "procedure.check.rising", day.asString(""));
            last = Math.max(last, number);
        }
    }

    private static Optional<Sentence> monthDay(String text) {
        return readMonthDay(text) == null ? Optional.of(new Sentence("procedure.check.monthDay", text)) : Optional.empty();
    }

    static @Nullable MonthDay readMonthDay(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static void windows(JsonNode value, List<Sentence> found) {
        MonthDay last = null;
        Set<String> codes = new HashSet<>();
        require(!value.isEmpty(), found, "procedure.check.noWindow");
        for (JsonNode window : value) {
            String from = window.path("from").asString("");
            String to = window.path("to").asString("");
            MonthDay first = readMonthDay(from);
            MonthDay end = readMonthDay(to);
            if (first == null || end == null) {
                found.add(new Sentence("procedure.check.monthDay", first == null ? from : to));
                continue;
            }
            require(!end.isBefore(first), found, "procedure.check.windowEnds", from, to);
            require(last == null || first.isAfter(last), found, "procedure.check.windowsOverlap", from);
            require(codes.add(window.path("code").asString("")), found, "procedure.check.codeTwice", window.path("code").asString(""));
            last = last == null || end.isAfter(last) ? end : last;
        }
    }

    private static void clock(JsonNode value, List<Sentence> found) {
        String unit = value.path("unit").asString("");
        JsonNode amount = value.path("amount");
        boolean sameDay = unit.equals("SAME_DAY");
        require(UNITS.contains(unit) && ENDS.contains(value.path("endOfDay").asString("")) && ROLLS.contains(value.path("roll").asString("")),
                found, "procedure.check.choice", unit);
        boolean counts = amount.isIntegralNumber() && amount.asInt() >= (sameDay ? 0 : 1) && amount.asInt() <= 3660;
        require(counts, found, "procedure.check.clockAmount");
    }

    /** Spans follow one another and run forward (decisions.md D3). */
    private static void hours(JsonNode value, List<Sentence> found) {
        require(!value.isEmpty(), found, "procedure.check.noHours");
        LocalTime last = LocalTime.MIN;
        for (JsonNode span : value) {
            LocalTime from = readTime(span.path("from").asString(""));
            LocalTime to = readTime(span.path("to").asString(""));
            if (from == null || to == null || !from.isBefore(to) || from.isBefore(last)) {
                found.add(new Sentence("procedure.check.hours", span.path("from").asString(""), span.path("to").asString("")));
                return;
            }
            last = to;
        }
    }

    private static @Nullable LocalTime readTime(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Each choice exactly once. */
    private static void order(Setting setting, JsonNode value, List<Sentence> found) {
        List<String> given = new ArrayList<>();
        value.forEach(part -> given.add(part.asString("")));
        require(given.size() == setting.choices().size() && new HashSet<>(given).equals(Set.copyOf(setting.choices())), found, "procedure.check.order");
    }

    private static void labels(JsonNode value, List<Sentence> found) {
        Set<String> codes = new HashSet<>();
        for (JsonNode part : value) {
            require(codes.add(part.path("code").asString("")), found, "procedure.check.codeTwice", part.path("code").asString(""));
            label(part.path("label"), found);
        }
    }

    private static void known(JsonNode value, Set<String> known, String key, List<Sentence> found) {
        value.forEach(part -> require(known.contains(part.asString("")), found, key, part.asString("")));
    }

    private Set<String> items() {
        Set<String> items = new HashSet<>();
        JsonNode scoring = profile.root().path("scoring");
        for (String list : List.of("rows", "items")) {
            scoring.path(list).forEach(row -> items.add(row.path("item").asString("")));
        }
        return items;
    }

    private Set<String> degrees() {
        Set<String> degrees = new HashSet<>();
        profile.root().path("scoring").path("scale").path("degrees").forEach(degree -> degrees.add(degree.path("code").asString("")));
        return degrees;
    }

    private void escalation(JsonNode value, List<Sentence> found) {
        int last = -1;
        for (JsonNode step : value) {
            int after = step.path("afterDays").asInt(-1);
            require(after > last, found, "procedure.check.rising", String.valueOf(after));
            roles(step.path("roles"), found);
            last = Math.max(last, after);
        }
    }

    private void limits(JsonNode value, List<Sentence> found) {
        BigDecimal last = BigDecimal.ZERO;
        for (JsonNode limit : value) {
            if (limit.path("upTo").isNumber()) {
                require(limit.path("upTo").decimalValue().compareTo(last) > 0, found, "procedure.check.rising", limit.path("upTo").asString(""));
                last = limit.path("upTo").decimalValue();
            }
            roles(limit.path("roles"), found);
        }
    }

    private static void forms(JsonNode value, List<Sentence> found) {
        Set<String> codes = new HashSet<>();
        for (JsonNode form : value) {
            String code = form.path("code").asString("");
            require(codes.add(code), found, "procedure.check.codeTwice", code);
            require(!form.path("number").asString("").isBlank(), found, "procedure.check.formNumber", code);
            require(!form.path("revision").asString("").isBlank(), found, "procedure.check.formRevision", code);
            require(isDate(form.path("effective").asString("")), found, "procedure.check.date", form.path("effective").asString(""));
            label(form.path("name"), found);
        }
    }

    private static boolean isDate(String text) {
        try {
            java.time.LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
