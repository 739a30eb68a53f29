package org.huiyin.desk;

/** Whose work the desk shows. */
public enum Scope {
    MINE,
    DEPARTMENT,
    HANDED_OUT,
    COMPANY
}
