package org.huiyin.complaint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The complaints that a filter chooses and the actor may see, as conditions in SQL about the complaint k; each begins with "and".
 * For the stores of this module that count instead of listing.
 */
public record Population(String where, Map<String, @Nullable Object> parameters) {}
