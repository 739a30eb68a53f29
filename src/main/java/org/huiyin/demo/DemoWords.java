package org.huiyin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** What is said in the demo company, in its language; the files of the languages have equal keys. */
final class DemoWords {

    private final Properties words;

    private DemoWords(Properties words) {
        this.words = words;
    }

    /** The words of a language such as {@code zh-TW}. */
    static DemoWords in(String language) {
        var words = new Properties();
        try (var file = new java.io.InputStreamReader(new ClassPathResource("demo/words_" + language + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new DemoWords(words);
    }

    /** The lines of a table that is the same in every language, without its comments. */
    static java.util.List<String> table(String name) {
        try (var file = new ClassPathResource("demo/" + name + ".txt").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String word(String key, Object... args) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("the demo has no word for " + key);
        }
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", args[i].toString());
        }
        return text;
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /** What stands under a key, by the rest of the key. */
    Map<String, String> under(String prefix) {
        var found = new TreeMap<String, String>();
        for (String key : keys()) {
            if (key.startsWith(prefix + ".")) {
                found.put(key.substring(prefix.length() + 1), words.getProperty(key));
            }
        }
        return found;
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
