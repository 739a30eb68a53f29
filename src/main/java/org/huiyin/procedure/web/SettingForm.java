package org.huiyin.procedure.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.procedure.Setting;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads a typed value of a setting from its form. Parts that the form does not show are kept from the value before. */
final class SettingForm {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> LANGUAGES = Map.of("zhCN", "zh-CN", "zhTW", "zh-TW", "en", "en");

    private final Setting setting;
    private final JsonNode before;
    private final MultiValueMap<String, String> form;

    private SettingForm(Setting setting, JsonNode before, MultiValueMap<String, String> form) {
        this.setting = setting;
        this.before = before;
        this.form = form;
    }

    static JsonNode read(Setting setting, JsonNode before, MultiValueMap<String, String> form) {
        return new SettingForm(setting, before, form).read();
    }

    private JsonNode read() {
        return switch (setting.kind()) {
            case TEXT, PREFIX -> StringNode.valueOf(one("value"));
            case CHOICE -> one("value").isEmpty() ? NullNode.getInstance() : StringNode.valueOf(one("value"));
            case LABEL -> label("", 0);
            case SWITCH -> NODES.booleanNode(one("value").equals("true"));
            case INTEGER, DAYS, MONTHS, YEARS, DECIMAL, MONEY -> number(one("value"));
            case PERCENT -> percent(one("value"));
            case CHOICES, ROLES, ITEMS, DEGREES -> strings(all("value"));
            case MONTH_DAYS -> strings(words(one("value")));
            case DAY_LIST -> numbers(words(one("value")));
            case ROUTE -> route();
            case WINDOWS -> windows();
            case CLOCK -> clock();
            case SHARES -> shares();
            case BANDS -> bands();
            case LABELS -> labels();
            case ESCALATION -> escalation();
            case LIMITS -> limits();
            case FORMS -> forms();
            case GRADE_CLASSES -> new GradeTableForm(form).classes();
            case GRADE_VETOES -> new GradeTableForm(form).vetoes();
            case HOURS -> hours();
            case ORDER -> strings(all("value"));
            case SCORING -> before;
        };
    }

    private String one(String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private List<String> all(String name) {
        return form.getOrDefault(name, List.of()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private String at(String name, int row) {
        List<String> values = form.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }

    private int rows(String name) {
        return form.getOrDefault(name, List.of()).size();
    }

    private static List<String> words(String text) {
        return List.of(text.split("[\\s,，、;；]+", -1)).stream().filter(word -> !word.isEmpty()).toList();
    }

    /** Full-width digits and thousands separators are as good as others. */
    static JsonNode number(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).replace(",", "").strip();
        if (plain.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            BigDecimal number = new BigDecimal(plain);
            boolean whole = number.scale() <= 0 && number.precision() - number.scale() < 10;
            return whole ? NODES.numberNode(number.intValueExact()) : NODES.numberNode(number);
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("value", "procedure.check.number");
        }
    }

    private static JsonNode percent(String text) {
        JsonNode number = number(text.replaceAll("[%％]$", ""));
        return number.isNull() ? number : NODES.numberNode(number.decimalValue().movePointLeft(2));
    }

    private static ArrayNode strings(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static ArrayNode numbers(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(text -> list.add(number(text)));
        return list;
    }

    private ObjectNode label(String prefix, int row) {
        ObjectNode label = NODES.objectNode();
        List.of("zhCN", "zhTW", "en").forEach(language -> label.put(
                Objects.requireNonNull(LANGUAGES.get(language)), at(prefix + language, row)));
        return label;
    }

    private ArrayNode route() {
        ArrayNode steps = NODES.arrayNode();
        for (int i = 0; i < 6; i++) {
            List<String> roles = all("step" + i);
            if (!roles.isEmpty()) {
                steps.addObject().set("roles", strings(roles));
            }
        }
        return steps;
    }

    private ArrayNode windows() {
        ArrayNode windows = NODES.arrayNode();
        for (int i = 0; i < rows("from"); i++) {
            if (at("from", i).isEmpty() && at("to", i).isEmpty()) {
                continue;
            }
            ObjectNode window = windows.addObject();
            window.put("code", at("code", i).isEmpty() ? "W" + (i + 1) : at("code", i));
            window.put("from", at("from", i));
            window.put("to", at("to", i));
            window.set("name", label("name_", i));
        }
        return windows;
    }

    private ObjectNode clock() {
        ObjectNode clock = NODES.objectNode();
        boolean sameDay = one("unit").equals("SAME_DAY");
        clock.put("unit", one("unit"));
        clock.set("amount", sameDay ? NODES.numberNode(0) : number(one("amount")));
        clock.put("countStart", sameDay || one("countStart").equals("true"));
        clock.put("endOfDay", one("endOfDay"));
        clock.put("roll", one("roll").isEmpty() ? before.path("roll").asString("FORWARD") : one("roll"));
        return clock;
    }

    private ObjectNode shares() {
        ObjectNode shares = NODES.objectNode();
        before.properties().forEach(entry -> {
            JsonNode share = percent(one("share_" + entry.getKey()));
            shares.set(entry.getKey(), share.isNull() ? NODES.numberNode(0) : share);
        });
        return shares;
    }

    private JsonNode bands() {
        ArrayNode bands = NODES.arrayNode();
        for (int i = 0; i < rows("code"); i++) {
            if (!at("code", i).isEmpty()) {
                ObjectNode band = bands.addObject();
                band.put("code", at("code", i));
                band.set("label", label("name_", i));
                band.set("from", number(at("from", i)));
            }
        }
        JsonNode copy = before.deepCopy();
        ((ObjectNode) copy).set("bands", bands);
        return copy;
    }

    private ArrayNode labels() {
        ArrayNode labels = NODES.arrayNode();
        for (int i = 0; i < rows("code"); i++) {
            if (!at("code", i).isEmpty()) {
                ObjectNode part = known(at("code", i));
                part.put("code", at("code", i));
                part.set("label", label("name_", i));
                labels.add(part);
            }
        }
        return labels;
    }

    /** What a part of a list has besides its code and its words stays with it. */
    private ObjectNode known(String code) {
        for (JsonNode part : before) {
            if (part.path("code").asString("").equals(code)) {
                return (ObjectNode) part.deepCopy();
            }
        }
        return NODES.objectNode();
    }

    private ArrayNode hours() {
        ArrayNode spans = NODES.arrayNode();
        for (int i = 0; i < rows("from"); i++) {
            if (!at("from", i).isEmpty() || !at("to", i).isEmpty()) {
                spans.addObject().put("from", at("from", i)).put("to", at("to", i));
            }
        }
        return spans;
    }

    private ArrayNode escalation() {
        ArrayNode steps = NODES.arrayNode();
        for (int i = 0; i < rows("afterDays"); i++) {
            if (!at("afterDays", i).isEmpty()) {
                ObjectNode step = steps.addObject();
                step.set("afterDays", number(at("afterDays", i)));
                step.set("roles", strings(all("roles" + i)));
            }
        }
        return steps;
    }

    private ArrayNode limits() {
        ArrayNode limits = NODES.arrayNode();
        for (int i = 0; i < rows("upTo"); i++) {
            List<String> roles = all("roles" + i);
            if (!roles.isEmpty()) {
                ObjectNode limit = limits.addObject();
                limit.set("upTo", number(at("upTo", i)));
                limit.set("roles", strings(roles));
            }
        }
        return limits;
    }

    /** The codes by which the software knows its forms stay; numbers, revisions, days and names are the company's. */
    private ArrayNode forms() {
        ArrayNode forms = NODES.arrayNode();
        for (int i = 0; i < before.size(); i++) {
            ObjectNode form = (ObjectNode) before.get(i).deepCopy();
            form.put("number", at("number", i));
            form.put("revision", at("revision", i));
            form.put("effective", at("effective", i));
            form.set("name", label("name_", i));
            forms.add(form);
        }
        return forms;
    }
}
