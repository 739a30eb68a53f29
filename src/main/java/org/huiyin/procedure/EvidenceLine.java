package org.huiyin.procedure;

import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What proves a clause, how many of it there are and where they are listed; or what is missing.
 *
 * @param path below /c/COMPANY/
 */
public record EvidenceLine(Sentence what, @Nullable String path, int count, boolean missing) {}
