package org.huiyin.sheets;

import java.util.List;
import java.util.stream.Stream;

/** An opened file with one or more tables; rows are streamed, so that memory stays flat. */
public interface SheetFile extends AutoCloseable {

    /** The visible sheets by name; a text file has one without a name. */
    List<String> sheets();

    /**
     * Rows of one sheet from the top, each call from the start again; close the stream. A broken or oversized
     * file throws {@link UnreadableSheet} on the way.
     */
    Stream<Row> rows(int sheet);

    /** The first rows of a sheet, for the preview and for finding the header. */
    default List<Row> top(int sheet, int count) {
        try (Stream<Row> rows = rows(sheet)) {
            return rows.limit(count).toList();
        }
    }

    /** How the file was read, for the preview: "xlsx", or the encoding and the separator of a text file. */
    String reading();

    @Override
    void close();
}
