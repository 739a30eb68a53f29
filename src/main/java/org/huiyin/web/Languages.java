package org.huiyin.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Finds the reader's language: the person's setting, the language an invited contact is known to read, the cookie, the company's,
 * what the browser asks for, simplified Chinese. A program says in each request what it wants to read.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

    static final String COOKIE = "lang";

    private final Frame frame;

    Languages(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = setting().or(() -> invited(request)).or(() -> cookie(request));
        var usual = request.getRequestURI().startsWith("/api/") ? asked(request).or(this::company) : company().or(() -> asked(request));
        return chosen.or(() -> usual).orElse(Language.ZH_CN).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by POST /language");
    }

    private Optional<Language> setting() {
        SignedIn.Person person = frame.person();
        return person == null ? Optional.empty() : person.language();
    }

    private Optional<Language> company() {
        SignedIn.Company company = frame.company();
        return company == null ? Optional.empty() : company.language();
    }

    private static Optional<Language> invited(HttpServletRequest request) {
        return request.getAttribute(Language.INVITED) instanceof Language language ? Optional.of(language) : Optional.empty();
    }

    private static Optional<Language> cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Language.parse(cookie.getValue());
    }

    private static Optional<Language> asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream().flatMap(l -> Language.serving(l).stream()).findFirst();
    }
}
