package org.huiyin.customer;

import java.util.List;

/** A page of a longer list. */
public record Slice<T>(List<T> rows, int page, int size, long total) {

    public Slice {
        rows = List.copyOf(rows);
    }
}
