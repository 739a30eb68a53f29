package org.huiyin.campaign.answers;

import java.util.List;
import java.util.Map;

/** What was read from a filled-in answer sheet: which column holds which item, and the cells as they stood. */
record SheetRows(Map<String, Integer> columns, Map<String, String> headers, int numberColumn, List<Raw> rows) {

    /** A row that is not blank. */
    record Raw(int line, String number, Map<String, String> items, String overall) {}
}
