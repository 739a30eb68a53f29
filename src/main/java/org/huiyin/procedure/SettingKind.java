package org.huiyin.procedure;

/** What a setting of the profile holds, which decides how it is typed, checked and put into words. */
public enum SettingKind {
    TEXT,
    LABEL,
    SWITCH,
    INTEGER,
    DAYS,
    MONTHS,
    YEARS,
    DECIMAL,
    MONEY,
    PERCENT,
    CHOICE,
    CHOICES,
    ROLES,
    ROUTE,
    DAY_LIST,
    MONTH_DAYS,
    WINDOWS,
    CLOCK,
    SHARES,
    BANDS,
    SCORING,
    LABELS,
    ITEMS,
    DEGREES,
    ESCALATION,
    LIMITS,
    FORMS,
    PREFIX
}
