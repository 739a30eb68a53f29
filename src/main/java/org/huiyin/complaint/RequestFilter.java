package org.huiyin.complaint;

/** Which requests a list shows: those that wait for the reader, those still open, the late ones. */
public record RequestFilter(String q, boolean mine, boolean open, boolean late, int page, int size) {

    public RequestFilter {
        q = q.strip();
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    static RequestFilter waiting() {
        return new RequestFilter("", true, false, false, 1, 200);
    }
}
