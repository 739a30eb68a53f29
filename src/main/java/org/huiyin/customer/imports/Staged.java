package org.huiyin.customer.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a list as it was understood, with what was not. Written to the staging table as it stands. */
record Staged(
        int row_no,
        int seq,
        Map<String, String> data,
        @Nullable List<Problem> problems,
        @Nullable String code_key,
        @Nullable String name_key,
        @Nullable String month) {

    /** A problem in a form that can be stored; column -1 means the whole row. */
    record Problem(int column, String header, String value, String key, List<String> args) {}
}
