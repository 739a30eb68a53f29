package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lot of a part as the search lists it, with how much is known of it. */
public record LotRow(String lot, String part, String partName, int complaints, int inspections, int failed, @Nullable BigDecimal shipped, @Nullable LocalDate firstShipped) {}
