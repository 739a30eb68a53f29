package org.huiyin.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for message bundles, apart from the real bundles, so that a made-up one can break them. */
final class Bundles {

    static final Path FOLDER = Path.of("src/main/resources/messages");

    private static final Pattern KEY = Pattern.compile("\\s*([^#!=:\\s][^=:\\s]*)\\s*[=:]");

    private Bundles() {}

    /** By module, then by language. */
    static Map<String, Map<Language, Properties>> read() throws IOException {
        Map<String, Map<Language, Properties>> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String[] name = file.getFileName().toString().replace(".properties", "").split("_", 2);
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                all.computeIfAbsent(name[0], module -> new TreeMap<>())
                        .put(Language.parse(name[1]).orElseThrow(), texts);
            }
        }
        return all;
    }

    /** The keys that stand more than once in the lines of one bundle, of which only the last would count. */
    static List<String> doubles(List<String> lines) {
        var met = new TreeSet<String>();
        return lines.stream().map(KEY::matcher).filter(Matcher::lookingAt).map(key -> key.group(1)).filter(key -> !met.add(key)).toList();
    }

    /** What is wrong with the bundles of one module; empty when all is well. */
    static List<String> faults(String module, Map<Language, Properties> bundles) {
        List<String> faults = new ArrayList<>();
        for (Language language : Language.values()) {
            Properties texts = bundles.getOrDefault(language, new Properties());
            for (Map.Entry<Language, Properties> other : bundles.entrySet()) {
                for (String key : other.getValue().stringPropertyNames()) {
                    String text = texts.getProperty(key);
                    if (text == null) {
                        faults.add(key + " is missing in " + language.code());
                    } else if (!places(text).equals(places(other.getValue().getProperty(key)))) {
                        faults.add(key + " has other placeholders in " + language.code());
                    } else if (!key.startsWith(module + ".")) {
                        faults.add(key + " does not start with its module");
                    }
                }
            }
        }
        return faults;
    }

    private static SortedSet<String> places(String text) {
        return new TreeSet<>(Template.PLACE.matcher(text).results().map(place -> place.group(1)).toList());
    }
}
