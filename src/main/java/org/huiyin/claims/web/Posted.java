package org.huiyin.claims.web;

import java.util.Map;
import org.huiyin.web.Errors;

/** Which of a page's forms was sent, with what was typed and what is wrong with it; the others stay as they were. */
public record Posted(String form, Map<String, String> values, Errors errors) {

    public static final Posted NOTHING = new Posted("", Map.of(), Errors.NONE);

    /** What was typed into the field of the form, or its usual value where that form was not sent. */
    public String value(String of, String field, Object usual) {
        return form.equals(of) ? values.getOrDefault(field, "") : usual.toString();
    }

    public String value(String of, String field) {
        return value(of, field, "");
    }

    public Errors errors(String of) {
        return form.equals(of) ? errors : Errors.NONE;
    }

    public boolean sent(String of) {
        return form.equals(of);
    }
}
