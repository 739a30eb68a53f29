package org.huiyin.sheets;

import java.time.YearMonth;
import java.util.Optional;

/** Reads the month from a header such as 2026-04, 2026年4月 or 销售额2026年4月（万元）. */
final class MonthHeader {

    private MonthHeader() {}

    static Optional<YearMonth> of(String header) {
        String bare = header.replaceAll("[(（\\[【][^)）\\]】]*[)）\\]】]", "")
                .replaceAll("^[^\\d民中]*(?=[\\d民中])", "")
                .replaceAll("(?<=月份|月)[^\\d]+$|(?<=\\d)[^\\d月份]+$", "");
        Optional<YearMonth> whole = CellParsers.month(new Cell.Text(header)).found();
        return whole.isPresent() ? whole : CellParsers.month(new Cell.Text(bare)).found();
    }
}
