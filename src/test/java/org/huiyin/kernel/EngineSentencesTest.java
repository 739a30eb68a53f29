package org.huiyin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence that an engine can say has words in all three languages. */
class EngineSentencesTest {

    private static final Pattern SAID = Pattern.compile("new (?:Sentence|BrokenRule)\\(\\s*\"([a-z]+\\.[A-Za-z.]+[A-Za-z])\"");

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "zh_TW", "en"})
    void everySentenceHasWords(String language) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String module : List.of("voice", "survey", "campaign", "customer/grading", "analysis", "improvement")) {
            for (String key : said(Path.of("src/main/java/org/huiyin", module))) {
                if (!words(key.substring(0, key.indexOf('.')), language).containsKey(key)) {
                    missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> said(Path folder) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }

    private static Properties words(String module, String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/messages", module + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
