package org.huiyin.customer.imports;

import org.huiyin.kernel.Sentence;

/** A cell that was not understood: where it stands, what it says, what is wrong and what to do. */
public record BadRow(int row, int column, String header, String value, Sentence sentence) {

    /** The place as Excel shows it: D7; the row alone where the whole row is meant. */
    public String place() {
        return column < 0 ? String.valueOf(row) : org.huiyin.sheets.BadCell.columnName(column) + row;
    }
}
