package org.huiyin.claims;

import org.huiyin.kernel.Sentence;

/** A measure against repetition behind a claim. @param verified whether its effect was verified */
public record MeasureLine(String number, Sentence title, String path, Sentence state, boolean verified) {}
