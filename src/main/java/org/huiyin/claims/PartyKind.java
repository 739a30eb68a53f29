package org.huiyin.claims;

/** What the other side of a claim is, or who bears a share of a loss. */
public enum PartyKind {
    CUSTOMER,
    SUPPLIER,
    CARRIER,
    UNIT
}
