package org.huiyin.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on the next page what was done, and offers to take it back; never an error. */
public final class Notice implements Serializable {

    static final String ATTRIBUTE = "notice";

    private final String key;
    private final ArrayList<Object> args;
    private final @Nullable String undo;

    private Notice(String key, List<Object> args, @Nullable String undo) {
        this.key = key;
        this.args = new ArrayList<>(args);
        this.undo = undo;
    }

    /** The arguments travel in the session: texts, numbers, dates and instants only. */
    public static Notice done(String key, Object... args) {
        return new Notice(key, List.of(args), null);
    }

    /** Offers a button that posts to that path. */
    public Notice undo(String path) {
        return new Notice(key, args, path);
    }

    /** Leaves the notice for the page that the redirect leads to. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }

    public Sentence sentence() {
        return new Sentence(key, args);
    }

    public @Nullable String undo() {
        return undo;
    }
}
