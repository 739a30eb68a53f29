package org.huiyin.campaign;

/**
 * A text to customers in one language.
 *
 * @param own whether the company has worded it itself
 */
public record WordingView(WordingKind kind, String language, String subject, String body, boolean own, int version) {}
