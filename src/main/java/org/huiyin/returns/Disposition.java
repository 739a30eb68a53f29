package org.huiyin.returns;

/** What becomes of goods (001/5.3.1, ISO9001:2015/8.7). */
public enum Disposition {
    REWORK,
    SORT,
    SCRAP,
    USE_AS_IS,
    BACK_UNCHANGED,
    REPLACE,
    CREDIT;

    /** Whether production works on the goods before they go back. */
    public boolean worked() {
        return this == REWORK || this == SORT;
    }

    /** Whether the goods go back as they are. */
    public boolean straightBack() {
        return this == USE_AS_IS || this == BACK_UNCHANGED;
    }

    /** Whether the customer gets something for goods that stay with us; not before the analysis (004/5.2b). */
    public boolean settles() {
        return this == REPLACE || this == CREDIT;
    }
}
