package org.huiyin.web;

/** A menu line without a badge that everybody sees. */
record PlainEntry(MenuEntry.Group group, int order, String icon, String label, String path) implements MenuEntry {}
