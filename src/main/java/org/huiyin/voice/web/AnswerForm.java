package org.huiyin.voice.web;

import org.jspecify.annotations.Nullable;

/** An answer as it is typed. */
public record AnswerForm(@Nullable String how, @Nullable String text, @Nullable String at, @Nullable String by) {}
