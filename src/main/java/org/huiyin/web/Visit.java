package org.huiyin.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** One request as the page sees it. */
record Visit(HttpServletRequest request, Language language, Clock clock, Frame frame, UnaryOperator<String> assets) {

    /** The path as the browser asked for it, also while an error is shown. */
    String path() {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        return original instanceof String uri ? uri : request.getRequestURI();
    }

    @Nullable String query() {
        return request.getQueryString();
    }

    String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    @Nullable String cookie(String name, String... known) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie != null && Set.of(known).contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    @Nullable Notice notice() {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Notice.ATTRIBUTE) instanceof Notice notice ? notice : null;
    }

    String asset(String name) {
        return assets.apply(name);
    }

    boolean fragment() {
        return Htmx.wantsFragment(request);
    }

    String csrfName() {
        return csrf() instanceof CsrfToken token ? token.getParameterName() : "_csrf";
    }

    String csrfHeader() {
        return csrf() instanceof CsrfToken token ? token.getHeaderName() : "X-CSRF-TOKEN";
    }

    String csrfToken() {
        return csrf() instanceof CsrfToken token ? token.getToken() : "";
    }

    private @Nullable Object csrf() {
        return request.getAttribute(CsrfToken.class.getName());
    }
}
