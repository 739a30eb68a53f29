package org.huiyin.complaint.figures;

import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.ExpenseKind;

/** What complaints cost money for, wherever the cost is kept. */
public enum CostKind {
    REPLACEMENT, REWORK, SCRAP, SORTING, FREIGHT, TRAVEL, TESTING, CLAIMED, OTHER, RECOVERED;

    static CostKind of(CostSource.Kind kind) {
        return switch (kind) {
            case REPLACEMENT -> REPLACEMENT;
            case REWORK -> REWORK;
            case SCRAP -> SCRAP;
            case FREIGHT -> FREIGHT;
            case CLAIMED -> CLAIMED;
            case RECOVERED -> RECOVERED;
            case OTHER -> OTHER;
        };
    }

    static CostKind of(ExpenseKind kind) {
        return switch (kind) {
            case SORTING -> SORTING;
            case FREIGHT -> FREIGHT;
            case TRAVEL -> TRAVEL;
            case TESTING -> TESTING;
            case REWORK -> REWORK;
            case SCRAP -> SCRAP;
            case OTHER -> OTHER;
            case RECOVERED -> RECOVERED;
        };
    }
}
