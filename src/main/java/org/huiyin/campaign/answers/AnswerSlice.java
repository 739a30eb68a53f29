package org.huiyin.campaign.answers;

import java.util.List;

/** A page of a list of answers. */
public record AnswerSlice(List<AnswerRow> rows, int page, int size, long total) {

    public AnswerSlice {
        rows = List.copyOf(rows);
    }
}
