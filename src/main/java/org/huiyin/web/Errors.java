package org.huiyin.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.servlet.ModelAndView;

/** What is wrong with a form, field by field; templates take it as the parameter "errors". */
public record Errors(Map<String, Sentence> problems) {

    public static final Errors NONE = new Errors(Map.of());

    public static Errors of(InvalidInput refused) {
        return new Errors(refused.problems());
    }

    /** What binding and validation found; their texts are already in the reader's language. */
    public static Errors of(BindingResult bound) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        for (var problem : bound.getAllErrors()) {
            String field = problem instanceof FieldError error ? error.getField() : InvalidInput.FORM;
            problems.putIfAbsent(field, sentence(problem));
        }
        return new Errors(problems);
    }

    public boolean any() {
        return !problems.isEmpty();
    }

    /** What is wrong with one field, or null. */
    public @Nullable Sentence on(String field) {
        return problems.get(field);
    }

    /** What is wrong with the form as a whole, or null. */
    public @Nullable Sentence whole() {
        return problems.get(InvalidInput.FORM);
    }

    /** Draws the form again with 422, its errors beside the fields and everything typed kept in the model. */
    public ModelAndView redraw(String view, Map<String, ?> model) {
        ModelAndView again = new ModelAndView(view, model, HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("errors", this);
    }

    private static Sentence sentence(org.springframework.validation.ObjectError problem) {
        String text = problem.getDefaultMessage();
        boolean unreadable = problem instanceof FieldError error && error.isBindingFailure();
        return unreadable || text == null ? new Sentence("web.invalid.unreadable") : new Sentence("web.verbatim", text);
    }
}
