package org.huiyin.survey.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.QuestionnaireContent;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.springframework.util.MultiValueMap;

/** A questionnaire as it is typed: repeated fields for the items, and a button that says what to do with a row. */
public final class QuestionnaireForm {

    private final MultiValueMap<String, String> form;

    QuestionnaireForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    QuestionnaireContent content() {
        List<QuestionItem> items = new ArrayList<>();
        for (int i = 0; i < form.getOrDefault("id", List.of()).size(); i++) {
            items.add(item(i));
        }
        act(items);
        return new QuestionnaireContent(texts("title_", 0), texts("intro_", 0), items, on("commentPerItem"), on("overallComment"),
                on("notApplicableAllowed"), minutes());
    }

    private QuestionItem item(int row) {
        String department = at("department", row);
        return new QuestionItem(at("id", row), texts("label_", row), texts("hint_", row), on("controllable_" + row),
                department.isEmpty() ? null : department, on("notApplicable_" + row), wordedIn(row), purpose(row), about(row));
    }

    /** "RATED", "OVERALL", or "IMPORTANCE:ITEM"; rated where nothing is said. */
    private QuestionItem.Purpose purpose(int row) {
        String typed = at("purpose", row).split(":", 2)[0];
        return java.util.Arrays.stream(QuestionItem.Purpose.values()).filter(p -> p.name().equals(typed)).findFirst().orElse(QuestionItem.Purpose.RATED);
    }

    private @org.jspecify.annotations.Nullable String about(int row) {
        String[] typed = at("purpose", row).split(":", 2);
        return typed.length == 2 ? typed[1] : null;
    }

    /** What an item may be asked for: to be rated, as the overall mark, or for the importance of one of the rated items. */
    public static List<Option> purposes(Page page, QuestionnaireContent content, QuestionItem item) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("RATED", page.label(QuestionItem.Purpose.RATED)));
        options.add(new Option("OVERALL", page.label(QuestionItem.Purpose.OVERALL)));
        content.items().stream().filter(other -> other.rated() && !other.id().equals(item.id()))
                .forEach(other -> options.add(new Option("IMPORTANCE:" + other.id(), page.t("survey.item.importanceOf", other.label(page.language().tag())))));
        return options;
    }

    private int wordedIn(int row) {
        String number = at("wordedIn", row);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }

    /** "up:3", "down:3", "remove:3" and "add" move, take out and add rows. */
    private void act(List<QuestionItem> items) {
        String[] act = one("act").split(":", 2);
        int row = act.length == 2 && act[1].matches("\\d{1,3}") ? Integer.parseInt(act[1]) : -1;
        boolean known = row >= 0 && row < items.size();
        switch (act[0]) {
            case "up" -> move(items, known && row > 0, row, row - 1);
            case "down" -> move(items, known && row < items.size() - 1, row, row + 1);
            case "remove" -> {
                if (known) {
                    items.remove(row);
                }
            }
            case "add" -> items.add(fresh(items));
            default -> { }
        }
    }

    private static void move(List<QuestionItem> items, boolean possible, int from, int to) {
        if (possible) {
            items.add(to, items.remove(from));
        }
    }

    private static QuestionItem fresh(List<QuestionItem> items) {
        int number = items.size() + 1;
        while (taken(items, "item" + number)) {
            number++;
        }
        return new QuestionItem("item" + number, Map.of(), Map.of(), true, null, false, 0);
    }

    private static boolean taken(List<QuestionItem> items, String id) {
        return items.stream().anyMatch(item -> item.id().equals(id));
    }

    private int minutes() {
        String minutes = one("minutes");
        if (!minutes.matches("\\d{1,2}") || minutes.matches("0+")) {
            throw new InvalidInput("minutes", "survey.questionnaire.minutes");
        }
        return Integer.parseInt(minutes);
    }

    private Map<String, String> texts(String prefix, int row) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("zh-CN", at(prefix + "zhCN", row));
        texts.put("zh-TW", at(prefix + "zhTW", row));
        texts.put("en", at(prefix + "en", row));
        return texts;
    }

    private String one(String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private String at(String name, int row) {
        List<String> values = form.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }

    private boolean on(String name) {
        return one(name).equals("true");
    }
}
