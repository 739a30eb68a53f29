package org.huiyin.web;

/** Which rows of a long list stand on this page; pages count from 1. */
public record Paging(int number, int size, long total) {

    public Paging {
        number = Math.max(1, number);
        size = Math.clamp(size, 1, 500);
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
