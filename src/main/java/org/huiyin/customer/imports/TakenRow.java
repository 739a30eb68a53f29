package org.huiyin.customer.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A staged row in the hands of the job that takes it over: what it did, and what stood there before. */
final class TakenRow {

    final int row_no;
    final int seq;
    final Map<String, String> data;
    final @Nullable Integer doubleOf;
    final @Nullable String codeKey;
    final @Nullable String nameKey;
    @Nullable UUID target;
    String outcome = "SAME";
    final Map<String, @Nullable Object> before = new LinkedHashMap<>();
    final Map<String, @Nullable Object> after = new LinkedHashMap<>();

    /** Why the row was left out, as the key of a sentence. */
    @Nullable String left;

    TakenRow(int row, int seq, Map<String, String> data, @Nullable Integer doubleOf, @Nullable String codeKey, @Nullable String nameKey,
            @Nullable UUID target) {
        this.row_no = row;
        this.seq = seq;
        this.data = data;
        this.doubleOf = doubleOf;
        this.codeKey = codeKey;
        this.nameKey = nameKey;
        this.target = target;
    }

    /** Leaves the row out, since its customer is not what it was when the list was read. */
    void leave(String why) {
        outcome = "LEFT";
        left = why;
    }

    boolean isLeft() {
        return left != null;
    }

    /** The row as it goes back to the staging table. */
    Map<String, @Nullable Object> written() {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("row_no", row_no);
        row.put("seq", seq);
        row.put("target", target);
        row.put("outcome", outcome);
        row.put("before", before);
        row.put("after", after);
        row.put("note", left == null ? null : new ImportStore.Stored(left, List.of(data.getOrDefault("name", data.getOrDefault("code", "")))));
        return row;
    }
}
