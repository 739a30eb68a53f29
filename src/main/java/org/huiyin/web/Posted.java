package org.huiyin.web;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;

/** Which of a page's forms was sent, with what was typed and what is wrong with it; the others stay as they were. */
public record Posted(String form, Map<String, String> values, Errors errors) {

    public static final Posted NOTHING = new Posted("", Map.of(), Errors.NONE);

    /** Does what a form asks and goes on; what is refused draws the page again with everything typed. */
    public static Object take(String form, Map<String, String> typed, Runnable act, Supplier<String> onwards, String view, Function<Posted, Map<String, Object>> model) {
        try {
            act.run();
            return onwards.get();
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            return errors.redraw(view, model.apply(new Posted(form, typed, errors)));
        }
    }

    /** For panels of confirmation, which close when they are sent: what is wrong with them is said on a page of its own. */
    public static void aloud(Runnable act) {
        try {
            act.run();
        } catch (InvalidInput refused) {
            var first = refused.problems().values().iterator().next();
            throw new BrokenRule(first.key(), first.args().toArray());
        }
    }

    /** What was typed into the field of the form, or its usual value where that form was not sent. */
    public String value(String of, String field, Object usual) {
        return is(of) ? values.getOrDefault(field, "") : usual.toString();
    }

    public String value(String of, String field) {
        return value(of, field, "");
    }

    public Errors errors(String of) {
        return is(of) ? errors : Errors.NONE;
    }

    /** Whether it was this form. */
    public boolean is(String of) {
        return form.equals(of);
    }
}
