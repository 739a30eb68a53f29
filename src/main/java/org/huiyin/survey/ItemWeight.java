package org.huiyin.survey;

import java.math.BigDecimal;

/** The weight of an item in the total, relative to the sum of all weights. */
public record ItemWeight(String item, BigDecimal weight) {}
