package org.huiyin.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.huiyin.campaign.answers.FormContent;
import org.huiyin.campaign.answers.RoundForm;
import org.huiyin.kernel.Grade;
import org.huiyin.survey.QuestionItem;

/** Answers as customers of their class might give them; the same chance gives the same answers. */
final class DemoAnswers {

    private final Random chance;
    private final DemoWords words;

    DemoAnswers(long seed, DemoWords words) {
        this.chance = new Random(seed);
        this.words = words;
    }

    /** Somebody content. */
    FormContent usual(RoundForm form, Grade grade) {
        double lean = switch (grade) {
            case A -> 0.55;
            case B -> 0.4;
            case C, D, UNCLASSIFIED -> 0.25;
        };
        Map<String, String> items = new LinkedHashMap<>();
        for (QuestionItem item : form.items()) {
            items.put(item.id(), degree(form, chance.nextDouble() < lean ? 0 : chance.nextDouble() < 0.8 ? 1 : 2));
        }
        return new FormContent(items, Map.of(), Set.of(), null);
    }

    /** Somebody with reason to be angry about delivery and performance. */
    FormContent angry(RoundForm form) {
        Map<String, String> items = new LinkedHashMap<>();
        Map<String, String> comments = new LinkedHashMap<>();
        for (QuestionItem item : form.items()) {
            items.put(item.id(), degree(form, 2));
        }
        for (String item : List.of("delivery", "performance")) {
            if (items.containsKey(item)) {
                items.put(item, degree(form, 3));
            }
        }
        if (items.containsKey("delivery")) {
            comments.put("delivery", words.word("answer.delivery"));
        }
        return new FormContent(items, comments, comments.keySet(), words.word("answer.wish"));
    }

    /** Everything alike, as somebody in a hurry answers. */
    FormContent straight(RoundForm form) {
        Map<String, String> items = new LinkedHashMap<>();
        form.items().forEach(item -> items.put(item.id(), degree(form, 1)));
        return new FormContent(items, Map.of(), Set.of(), null);
    }

    private static String degree(RoundForm form, int place) {
        return form.degrees().get(place).code();
    }
}
