package org.huiyin.customer.imports;

import java.util.List;
import org.huiyin.sheets.ColumnMapping;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file are understood so far.
 *
 * @param reading how the file was read: xlsx, or encoding and separator
 * @param missing fields without which the list cannot be read
 */
public record Proposal(
        List<String> sheets, int sheet, String reading, ColumnMapping mapping, List<Column> columns, List<String> fields, List<String> missing) {

    /** A column with its header, the field it holds ("" for none), the month it stands for, and what its first cells say. */
    public record Column(int index, String letter, String header, String field, @Nullable String month, @Nullable String how, List<String> samples) {}
}
