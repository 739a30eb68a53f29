package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private static final Pattern USE = Pattern.compile("\\b(?:t|Sentence|BrokenRule|done)\\(\"([a-z]+\\.[\\w.]*\\w)\"[,)]");

    @Test
    void allLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        for (var module : Bundles.read().entrySet()) {
            assertThat(Bundles.faults(module.getKey(), module.getValue())).as(module.getKey()).isEmpty();
        }
    }

    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        try (Stream<Path> files = Files.list(Bundles.FOLDER)) {
            for (Path file : files.sorted().toList()) {
                assertThat(Bundles.doubles(Files.readAllLines(file))).as(file.getFileName().toString()).isEmpty();
            }
        }
    }

    @Test
    void theRuleFindsKeysThatStandTwice() {
        assertThat(Bundles.doubles(List.of("x.a=1", "# x.a=2", "x.ab=1", "", " x.a : 3"))).containsExactly("x.a");
    }

    @Test
    void theRuleFindsWhatIsWrong() {
        Map<Language, Properties> broken = Map.of(
                Language.ZH_CN, texts("x.a", "{0} 日", "x.b", "有"),
                Language.ZH_TW, texts("x.a", "日", "x.b", "有"),
                Language.EN, texts("x.a", "{0|day|days}", "y.c", "stray"));
        List<String> faults = Bundles.faults("x", broken);
        assertThat(faults).contains("x.a has other placeholders in zh_TW", "x.b is missing in en",
                "y.c is missing in zh_CN", "y.c does not start with its module");
    }

    @Test
    void everyKeyWrittenInATemplateOrAClassHasAText() throws IOException {
        Set<String> known = new TreeSet<>();
        Bundles.read().values().forEach(module -> known.addAll(module.getOrDefault(Language.ZH_CN, new Properties()).stringPropertyNames()));
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(jte|java)")).toList()) {
                String code = Files.readString(file).replaceAll("(?s)<%--.*?--%>|/\\*.*?\\*/", "");
                Matcher uses = USE.matcher(code);
                uses.results().map(use -> use.group(1)).filter(key -> !known.contains(key))
                        .forEach(key -> missing.add(key + " in " + file));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theSearchForKeysFindsThem() {
        assertThat(USE.matcher("page.t(\"web.nowhere\")").find()).isTrue();
        assertThat(USE.matcher("throw new BrokenRule(\"x.no\", 1)").find()).isTrue();
    }

    private static Properties texts(String... pairs) {
        Properties texts = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.setProperty(pairs[i], pairs[i + 1]);
        }
        return texts;
    }
}
