package org.huiyin.sheets;

import org.jspecify.annotations.Nullable;

/** Where the rows of a list go, one after the other: the sheets of a workbook or the lines of a text file. */
public interface TableWriter extends AutoCloseable {

    /** Begins a table; rows follow. */
    TableWriter sheet(SheetPlan plan);

    /** One row: text, numbers, booleans, LocalDate, LocalDateTime or null, in the order of the columns. */
    TableWriter row(@Nullable Object... values);

    @Override
    void close();
}
