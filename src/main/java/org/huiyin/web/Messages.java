package org.huiyin.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The sentences of all modules in all languages: every bundle messages/MODULE_LANGUAGE.properties on the class path,
 * in UTF-8. A placeholder is {0}; {0|item|items} picks a word by number. An apostrophe is an apostrophe.
 */
@Component("messageSource")
public class Messages implements MessageSource {

    private final Clock clock;
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Messages(Clock clock) {
        this.clock = clock;
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    /** Puts things into words for readers of that language who live in that zone. */
    public Words in(Language language, ZoneId zone) {
        return new Words(this, language, clock.withZone(zone));
    }

    /** The raw text behind a key, placeholders unfilled. */
    public @Nullable String raw(Language language, String key) {
        return texts(language).get(key);
    }

    @Override
    public @Nullable String getMessage(
            String key, Object @Nullable [] args, @Nullable String otherwise, @Nullable Locale locale) {
        Language language = Language.of(locale);
        String raw = raw(language, key);
        return raw == null ? otherwise : filled(raw, args, language);
    }

    @Override
    public String getMessage(String key, Object @Nullable [] args, @Nullable Locale locale) {
        String text = getMessage(key, args, null, locale);
        if (text == null) {
            throw new NoSuchMessageException(key);
        }
        return text;
    }

    @Override
    public String getMessage(MessageSourceResolvable wanted, @Nullable Locale locale) {
        String[] codes = wanted.getCodes();
        for (String code : codes == null ? new String[0] : codes) {
            String text = getMessage(code, wanted.getArguments(), null, locale);
            if (text != null) {
                return text;
            }
        }
        String otherwise = wanted.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(String.valueOf(wanted));
        }
        return otherwise;
    }

    private String filled(String raw, Object @Nullable [] args, Language language) {
        return args == null ? raw : Template.fill(raw, args, in(language, clock.getZone())::say);
    }

    private Map<String, String> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> all = new HashMap<>();
        String pattern = "classpath*:messages/*_" + language.code() + ".properties";
        try {
            for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> all.put(key.toString(), text.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
