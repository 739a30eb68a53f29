package org.huiyin.procedure;

import java.util.Map;
import org.huiyin.kernel.Label;

/** Knows the words of the scored items; a bean of the module that keeps questionnaires. */
public interface ItemNames {

    Map<String, Label> items();
}
