package org.huiyin.complaint;

import org.jspecify.annotations.Nullable;

/**
 * What the register says of a complaint beside its own fields (001/5.2.1.1).
 *
 * @param photos pictures that were not struck out
 * @param sample whether a sample was asked for or received, as the last assessment says
 */
public record Extra(int photos, NewAssessment.@Nullable Sample sample) {

    public static final Extra NONE = new Extra(0, null);
}
