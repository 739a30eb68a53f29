package org.huiyin.sheets;

import java.util.List;

/** A column that an import understands: the field and the names that people give it, in any language. */
public record TargetColumn(String key, boolean required, List<String> names) {

    public TargetColumn {
        names = List.copyOf(names);
    }

    public static TargetColumn required(String key, String... names) {
        return new TargetColumn(key, true, List.of(names));
    }

    public static TargetColumn optional(String key, String... names) {
        return new TargetColumn(key, false, List.of(names));
    }
}
