package org.huiyin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.StaleRecord;
import org.jspecify.annotations.Nullable;

/** The form as it was sent, so that it can be sent again under the version that stands now, with the other's fields taken over or not. */
public record Resubmission(String action, List<Field> fields) {

    /** Before the name of a field: "theirs" where the other's value is to be taken. */
    static final String TAKE = "_take.";

    /** Before the name of a field: what the other typed. */
    static final String THEIRS = "_theirs.";

    private static final String VERSION = "version";
    private static final Set<String> NEVER = Set.of("_csrf", "password", VERSION);

    /** One value of one field. */
    public record Field(String name, String value) {}

    /** Nothing where the form cannot simply be sent again. */
    static @Nullable Resubmission of(HttpServletRequest request, @Nullable StaleRecord stale) {
        var versions = request.getParameterValues(VERSION);
        if (stale == null || !stale.again() || versions == null || !request.getMethod().equals("POST")) {
            return null;
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NEVER.contains(name) && !name.startsWith(TAKE) && !name.startsWith(THEIRS)) {
                for (var value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        fields.add(new Field(VERSION, String.valueOf(stale.version())));
        var query = request.getQueryString();
        return new Resubmission(request.getRequestURI() + (query == null ? "" : "?" + query), fields);
    }
}
