package org.huiyin.analysis.web;

import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.analysis.RoundResult.ItemResult;

/** One item inside one slice. */
public record ItemSlice(Dimension dimension, String key, ItemResult item) {}
