package org.huiyin.procedure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the profile: where it stands in the document, what it holds and within which limits.
 *
 * @param optional whether it may be left open
 * @param editor path below /c/COMPANY/ of a page of its own that edits it
 */
public record Setting(
        String path,
        SettingKind kind,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> choices,
        boolean optional,
        @Nullable String editor) {

    public Setting {
        choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
    }

    /** The message key of its name. */
    public String label() {
        return "procedure.setting." + path;
    }

    static Setting words(String path) {
        return new Setting(path, SettingKind.LABEL, null, null, List.of(), false, null);
    }
}
