package org.huiyin.sheets;

import java.util.List;

/** A sheet to be written: its name, the lines above the table (title first, then form number, revision, who and when) and its columns. */
public record SheetPlan(String name, List<String> heading, List<SheetColumn> columns) {

    public SheetPlan {
        heading = List.copyOf(heading);
        columns = List.copyOf(columns);
    }
}
