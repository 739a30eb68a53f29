package org.huiyin.web;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Which rows of a long list stand on this page; pages count from 1. */
public record Paging(int number, int size, long total) {

    /** No page is longer. */
    public static final int LONGEST = 500;

    public Paging {
        number = Math.max(1, number);
        size = Math.clamp(size, 1, LONGEST);
    }

    /** Hands on every row of a list that is read in pages of the longest size, the first page first. */
    public static <T> void through(IntFunction<List<T>> page, Consumer<T> sink) {
        List<T> rows;
        int next = 1;
        do {
            rows = page.apply(next++);
            rows.forEach(sink);
        } while (rows.size() >= LONGEST);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long offset() {
        return (long) (number - 1) * size;
    }

    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, offset() + size);
    }

    public boolean before() {
        return number > 1;
    }

    public boolean after() {
        return number < pages();
    }
}
