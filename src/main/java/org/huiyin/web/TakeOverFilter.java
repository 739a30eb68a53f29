package org.huiyin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the other's value in place of one's own where she chose so on the page that showed both; controllers never know. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TakeOverFilter extends OncePerRequestFilter {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(chosen(request) ? new TakenOver(request) : request, response);
    }

    private static boolean chosen(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST") && type != null && type.startsWith(FORM)
                && request.getParameterMap().keySet().stream().anyMatch(name -> name.startsWith(Resubmission.TAKE));
    }

    /** The request with the chosen fields. */
    private static final class TakenOver extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        TakenOver(HttpServletRequest request) {
            super(request);
            var sent = request.getParameterMap();
            sent.forEach((name, values) -> {
                if (!name.startsWith(Resubmission.TAKE) && !name.startsWith(Resubmission.THEIRS)) {
                    parameters.put(name, values);
                }
            });
            sent.forEach((name, values) -> {
                if (name.startsWith(Resubmission.TAKE) && values[0].equals("theirs")) {
                    take(name.substring(Resubmission.TAKE.length()), sent);
                }
            });
        }

        private void take(String field, Map<String, String[]> sent) {
            var theirs = sent.get(Resubmission.THEIRS + field);
            var place = field.indexOf('#');
            if (place > 0) {
                takeOne(field.substring(0, place), field.substring(place + 1), theirs);
            } else if (theirs == null) {
                parameters.remove(field);
            } else {
                parameters.put(field, theirs);
            }
        }

        /** One of a repeated field. */
        private void takeOne(String field, String number, String @Nullable [] theirs) {
            var mine = parameters.get(field);
            int row = number.matches("\\d{1,3}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
            if (mine != null && theirs != null && theirs.length == 1 && row < mine.length) {
                var changed = mine.clone();
                changed[row] = theirs[0];
                parameters.put(field, changed);
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
