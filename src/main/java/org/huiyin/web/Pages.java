package org.huiyin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the page of a request, once. */
@Component
class Pages {

    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");
    private static final String ATTRIBUTE = Page.class.getName();

    private final Messages messages;
    private final Frame frame;
    private final Clock clock;
    private final LocaleResolver locales;
    private final ResourceUrlProvider assets;
    private final Map<String, String> marked = new ConcurrentHashMap<>();

    Pages(Messages messages, Frame frame, Clock clock, LocaleResolver localeResolver,
            @Qualifier("mvcResourceUrlProvider") ResourceUrlProvider assets) {
        this.messages = messages;
        this.frame = frame;
        this.clock = clock;
        this.locales = localeResolver;
        this.assets = assets;
    }

    Page of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Page page) {
            return page;
        }
        Language language = Language.of(locales.resolveLocale(request));
        SignedIn.Company company = frame.company();
        ZoneId invited = request.getAttribute(Page.ZONE) instanceof ZoneId zone ? zone : HOME;
        Clock here = clock.withZone(company == null ? invited : company.zone());
        Page page = new Page(messages, new Visit(request, language, here, frame, this::asset));
        request.setAttribute(ATTRIBUTE, page);
        return page;
    }

    /** The address of an asset with its fingerprint; looked for once, since neither changes while we run. */
    private String asset(String name) {
        return marked.computeIfAbsent(name, n -> {
            String plain = "/assets/" + n;
            return Objects.requireNonNullElse(assets.getForLookupPath(plain), plain);
        });
    }
}
