package org.huiyin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Words of the company's own in several languages, by language tag (zh-CN, zh-TW, en). */
public record Label(@JsonValue Map<String, String> texts) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Label {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("A label needs a text in at least one language");
        }
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public static Label of(String zhCn, String zhTw, String en) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("zh-CN", zhCn);
        texts.put("zh-TW", zhTw);
        texts.put("en", en);
        return new Label(texts);
    }

    /** The text in the wanted language; the first language given where that one is missing. */
    public String in(Locale locale) {
        String exact = texts.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        String language = texts.get(locale.getLanguage());
        return language != null ? language : texts.values().iterator().next();
    }
}
