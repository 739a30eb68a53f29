package org.huiyin.campaign;

import org.huiyin.kernel.Sentence;

/**
 * How an invitation stands, in words for a list.
 *
 * @param tone colour of the pill: ok, warn, bad, info or none
 * @param rank the place in a list that shows the risky ones first
 */
public record Standing(Sentence words, String tone, String icon, int rank) {}
