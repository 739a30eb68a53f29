package org.huiyin.campaign;

/** A text as one contact gets it. */
public record Letter(String subject, String text, String html) {}
