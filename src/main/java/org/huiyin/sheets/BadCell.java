package org.huiyin.sheets;

import org.huiyin.kernel.Sentence;

/** A cell that was not understood: its place as Excel names it, the column's header, and the sentence. */
public record BadCell(int row, int column, String header, Sentence sentence) {

    /** The place as Excel shows it: D7. */
    public String place() {
        return columnName(column) + row;
    }

    /** "Row 7, column D (sales): "; to be put before the sentence. */
    public Sentence where() {
        return Say.it("where", String.valueOf(row), columnName(column), header);
    }

    /** A, B, …, Z, AA for columns counted from 0. */
    public static String columnName(int column) {
        String rest = column < 26 ? "" : columnName(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }
}
