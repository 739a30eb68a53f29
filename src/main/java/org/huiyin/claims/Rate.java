package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.LocalDate;

/** How much of the company's currency one unit of a foreign one was on a day, and who says so. */
public record Rate(String currency, BigDecimal rate, LocalDate day, String source) {}
