package org.huiyin.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the pages, the mails and the forms; simplified Chinese comes first. */
public enum Language {
    ZH_CN("zh_CN", Locale.SIMPLIFIED_CHINESE),
    ZH_TW("zh_TW", Locale.TRADITIONAL_CHINESE),
    EN("en", Locale.ENGLISH);

    /** Request attribute under which a page behind a link names the language of the contact it was sent to. */
    public static final String INVITED = Language.class.getName() + ".invited";

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The suffix of the message bundles and the value of the cookie. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** The value of the attribute lang. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The message key of the language's own name for itself. */
    public String nameKey() {
        return "web.language." + code;
    }

    public static Optional<Language> parse(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language that serves a reader of that locale: traditional script for Taiwan, Hong Kong and Macao. */
    public static Optional<Language> serving(Locale locale) {
        return switch (locale.getLanguage()) {
            case "zh" -> Optional.of(traditional(locale) ? ZH_TW : ZH_CN);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    public static Language of(@Nullable Locale locale) {
        return locale == null ? ZH_CN : serving(locale).orElse(ZH_CN);
    }

    private static boolean traditional(Locale locale) {
        return switch (locale.getScript()) {
            case "Hant" -> true;
            case "Hans" -> false;
            default -> switch (locale.getCountry()) {
                case "TW", "HK", "MO" -> true;
                default -> false;
            };
        };
    }
}
