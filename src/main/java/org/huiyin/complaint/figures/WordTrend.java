package org.huiyin.complaint.figures;

/** In how many complaints of the period a keyword stands, and in how many of the period before. */
public record WordTrend(String word, long count, long before) {

    public long rise() {
        return count - before;
    }
}
