package org.huiyin.claims;

/** The agreement on which a claim rests. */
public enum Basis {
    CONTRACT,
    WARRANTY,
    QUALITY_AGREEMENT
}
