package org.huiyin.campaign.answers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.huiyin.campaign.answers.FormContent;

/** Reads a form as it was posted: q_ITEM a degree, c_ITEM a comment, w_ITEM a wish for improvement, overall a last word. */
final class FormFields {

    private FormFields() {}

    static FormContent read(HttpServletRequest request) {
        Map<String, String> items = new LinkedHashMap<>();
        Map<String, String> comments = new LinkedHashMap<>();
        Set<String> wanted = new LinkedHashSet<>();
        request.getParameterMap().forEach((name, values) -> {
            var value = values.length == 0 ? "" : values[0].strip();
            if (name.length() < 3 || value.isEmpty()) {
                return;
            }
            switch (name.substring(0, 2)) {
                case "q_" -> items.put(name.substring(2), value);
                case "c_" -> comments.put(name.substring(2), value);
                case "w_" -> wanted.add(name.substring(2));
                default -> { }
            }
        });
        var overall = request.getParameter("overall");
        return new FormContent(items, comments, wanted, overall == null || overall.isBlank() ? null : overall.strip());
    }

    static int whole(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
