package org.huiyin.returns;

import java.util.List;

/** Whose fault it is, as quality confirms it (001/5.3.1, 004/5.2b, IATF16949:2016/10.2.5). */
public enum Verdict {
    OURS,
    OURS_SUPPLIER_PART,
    NOT_OURS,
    NO_TROUBLE_FOUND,
    /** Of a line or a return as a whole, whose quantities have several verdicts; never of a quantity. */
    PARTLY;

    /** The verdicts that a quantity can have. */
    public static final List<Verdict> SINGLE = List.of(OURS, OURS_SUPPLIER_PART, NOT_OURS, NO_TROUBLE_FOUND);

    public boolean ours() {
        return this == OURS || this == OURS_SUPPLIER_PART;
    }
}
