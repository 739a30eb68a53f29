package org.huiyin.web;

/** A part of a bar: how much of the whole, in which colour (s1, s2, ok, warn, bad, off, a to e). */
public record Part(double share, String tone) {}
