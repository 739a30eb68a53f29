package org.huiyin.complaint.words;

import com.huaban.analysis.jieba.JiebaSegmenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.huiyin.sheets.Script;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the words of a text that say what it is about. Chinese is segmented by jieba; a company's own words (names of defects and
 * parts) and those of the trade are found first and stay whole. Jieba fails on traditional characters, so that everything is
 * simplified before. Its dictionary takes some 75 MB and a second, and is loaded when the first text comes, never at the start.
 */
@Component
class Segmenter {

    /** What a reader takes in at a glance, and what an index holds cheaply. */
    static final int MOST = 12;
    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_LATIN = 3;
    /** A company's own word stands before any other. */
    private static final int OWN = 1_000;

    /** Three lots, two days: how many is not what. */
    private static final Pattern COUNTED = Pattern.compile("[一二三四五六七八九十百千万两几多][一二三四五六七八九十百千万]*[个件批次箱套台只张条天日周月年号成点种]?");

    private final AtomicBoolean loading = new AtomicBoolean();
    private volatile @Nullable Loaded loaded;

    /** The dictionary, the words of the trade, and those that say nothing. */
    private record Loaded(JiebaSegmenter jieba, Own trade, Set<String> stop) {}

    /** Whether the dictionary is there, so that nobody who types waits for it; where it is not, it is fetched meanwhile. */
    boolean ready() {
        if (loaded == null && loading.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("words").start(this::dictionary);
        }
        return loaded != null;
    }

    private synchronized Loaded dictionary() {
        Loaded there = loaded;
        if (there == null) {
            there = new Loaded(new JiebaSegmenter(), new Own(lines("trade.txt")), Set.copyOf(lines("stop.txt")));
            loaded = there;
        }
        return there;
    }

    private static List<String> lines(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(java.util.Objects.requireNonNull(Segmenter.class.getResourceAsStream("/complaint/words/" + name)), StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The words of a company, by their first two characters, so that a text is looked through once. */
    static final class Own {

        private final Map<String, Set<String>> byStart = new HashMap<>();

        Own(Collection<String> words) {
            for (String word : words) {
                var unified = unified(word).strip();
                if (unified.length() >= 2 && unified.length() <= LONGEST_WORD) {
                    byStart.computeIfAbsent(unified.substring(0, 2), s -> new HashSet<>()).add(unified);
                }
            }
        }

        /** The longest of them that stands at the place. */
        @Nullable String at(String text, int place) {
            if (place + 2 > text.length()) {
                return null;
            }
            String best = null;
            for (String word : byStart.getOrDefault(text.substring(place, place + 2), Set.of())) {
                if (text.startsWith(word, place) && (best == null || word.length() > best.length())) {
                    best = word;
                }
            }
            return best;
        }
    }

    /** One spelling for all: simplified, small letters, half width. */
    static String unified(String text) {
        return Script.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** The keywords of the text, the company's own first, then by how often they stand there. */
    List<String> words(String text, Own own) {
        var dictionary = dictionary();
        var unified = unified(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        Map<String, Integer> found = new LinkedHashMap<>();
        var rest = new StringBuilder();
        for (int i = 0; i < unified.length();) {
            String mine = own.at(unified, i);
            String word = mine == null ? dictionary.trade().at(unified, i) : mine;
            if (word != null && whole(unified, i, word)) {
                found.merge(word, mine == null ? 2 : OWN, Integer::sum);
                rest.append('\n');
                if (mine != null) {
                    inside(mine, dictionary.trade(), found);
                    rest.append(mine).append('\n');
                }
                i += word.length();
            } else {
                rest.append(unified.charAt(i++));
            }
        }
        for (var token : dictionary.jieba().process(rest.toString(), JiebaSegmenter.SegMode.SEARCH)) {
            if (telling(token.word, dictionary.stop()) && found.getOrDefault(token.word, 0) < OWN) {
                found.merge(token.word, 1, Integer::sum);
            }
        }
        return found.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(MOST).map(Map.Entry::getKey).toList();
    }

    /** A company's own word is also found by the words of the trade in it. */
    private static void inside(String word, Own trade, Map<String, Integer> found) {
        for (int i = 0; i < word.length();) {
            String part = trade.at(word, i);
            if (part != null && !part.equals(word)) {
                found.merge(part, 1, Integer::sum);
                i += part.length();
            } else {
                i++;
            }
        }
    }

    /** A Latin word is one only between two places where words end. */
    private static boolean whole(String text, int at, String word) {
        return !latin(word.charAt(0)) || (at == 0 || !latin(text.charAt(at - 1))) && (at + word.length() == text.length() || !latin(text.charAt(at + word.length())));
    }

    private static boolean latin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Numbers, single characters, masked names and words that stand everywhere say nothing. */
    private static boolean telling(String word, Set<String> stop) {
        if (word.isBlank() || word.length() > LONGEST_WORD || stop.contains(word)) {
            return false;
        }
        if (word.codePoints().allMatch(c -> c < 0x250)) {
            return word.length() >= SHORTEST_LATIN && word.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'') && !word.matches("x+");
        }
        return word.codePointCount(0, word.length()) >= 2 && word.codePoints().allMatch(Character::isLetter) && !COUNTED.matcher(word).matches();
    }
}
