package org.huiyin.customer.imports;

import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A row as it will be taken over, or was.
 *
 * @param matches the number and name of the customer that it was recognised as
 * @param doubleOf the earlier row of the same file that names the same customer
 * @param outcome CREATED, UPDATED, SAME, UNDONE or KEPT once it was handled
 */
public record RowView(
        int row, Map<String, String> data, @Nullable String matches, @Nullable Integer doubleOf, @Nullable String outcome,
        @Nullable Sentence note) {}
