package org.huiyin.procedure.web;

import java.util.List;
import org.huiyin.procedure.FormEntry;
import org.jspecify.annotations.Nullable;

/** One clause opened: its settings in words, standards with edition, forms, evidence, and its neighbours. */
public record ClausePanel(
        ClauseRow row,
        List<SettingLine> settings,
        List<String> standards,
        List<FormEntry> forms,
        @Nullable String before,
        @Nullable String after) {

    /** A setting beside the clause. */
    public record SettingLine(String path, String name, List<String> values, boolean assumed, boolean open, @Nullable String editor) {}
}
