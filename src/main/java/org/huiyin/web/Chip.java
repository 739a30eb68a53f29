package org.huiyin.web;

/** A filter that the address keeps; on while it is applied. */
public record Chip(String text, String href, boolean on) {}
