package org.huiyin.customer.imports;

/** What a list is about. */
public enum ImportKind { CUSTOMERS, CONTACTS, SALES }
