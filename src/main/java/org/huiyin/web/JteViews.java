package org.huiyin.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the template of a view name: "customer/list" is src/main/jte/customer/list.jte. "customer/list|customer/rows"
 * names the fragment that htmx receives instead of the page.
 */
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final Pages pages;
    private final Map<String, View> views = new ConcurrentHashMap<>();

    JteViews(TemplateEngine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) {
            return null;
        }
        return views.computeIfAbsent(name, this::view);
    }

    private View view(String name) {
        String[] names = name.split("\\|", 2);
        for (String template : names) {
            if (!engine.hasTemplate(template + ".jte")) {
                throw new IllegalArgumentException("No template " + template + ".jte");
            }
        }
        return new JteView(names[0], names[names.length - 1]);
    }

    /** A page, or the part of it that htmx asked for. */
    private final class JteView implements View {

        private final String whole;
        private final String part;

        JteView(String whole, String part) {
            this.whole = whole;
            this.part = part;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> params = new HashMap<>(model == null ? Map.of() : model);
            params.put("page", pages.of(request));
            // Written only when whole, so that an error on the way leaves a clean answer.
            Utf8ByteOutput page = new Utf8ByteOutput();
            engine.render((Htmx.wantsFragment(request) ? part : whole) + ".jte", params, page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            if (!whole.equals(part)) {
                response.addHeader("Vary", "HX-Request");
            }
            page.writeTo(response.getOutputStream());
        }
    }
}
