package org.huiyin.improvement.eightd;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.kernel.Sentence;

/** Finds words that sound like a cause or a measure and are none; a hint, never a refusal (features-and-traps.md 4). */
final class Hollow {

    /** Where such words are looked for: causes and measures, what proves them and what prevents. */
    private static final Map<EightDStep, String> WHERE = Map.of(
            EightDStep.D3, "interim\\.\\d+\\.words", EightDStep.D4, "why\\..*", EightDStep.D5, "measure\\.\\d+\\.(words|proof)",
            EightDStep.D6, "result", EightDStep.D7, "across\\.\\d+\\.result|lessons");

    private Hollow() {}

    static List<Gap> hints(EightDRules rules, EightDStep step, Map<String, String> values) {
        String where = WHERE.getOrDefault(step, "");
        List<Gap> hints = new ArrayList<>();
        values.forEach((field, words) -> {
            if (!where.isEmpty() && field.matches(where)) {
                phrase(rules, words).forEach(found -> hints.add(new Gap(field, new Sentence(
                        step == EightDStep.D4 ? "improvement.eightd.hollow.cause" : "improvement.eightd.hollow.measure", found))));
            }
        });
        return hints;
    }

    /** The longest phrase of any language that stands in the words. */
    private static List<String> phrase(EightDRules rules, String words) {
        String plain = plain(words);
        return rules.phrases().values().stream().flatMap(List::stream).filter(p -> plain.contains(plain(p)))
                .max(java.util.Comparator.comparingInt(String::length)).stream().toList();
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
