package org.huiyin.voice.web;

import java.util.Map;
import org.huiyin.kernel.PersonId;
import org.huiyin.voice.PromiseKind;
import org.jspecify.annotations.Nullable;

/** How much falls due at one owner, by kind. */
public record DueLoad(String owner, @Nullable PersonId id, Map<PromiseKind, Integer> kinds, int late, int all) {}
