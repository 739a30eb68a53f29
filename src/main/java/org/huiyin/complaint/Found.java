package org.huiyin.complaint;

import java.util.List;

/**
 * A page of the register and how many complaints the filter finds.
 *
 * @param total counted no further than asked for; at least as many as that when {@code more}
 */
public record Found(List<ComplaintRow> rows, long total, boolean more) {

    public Found {
        rows = List.copyOf(rows);
    }
}
