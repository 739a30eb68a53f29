package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Another order near this one, as it stood when this one was proposed. */
public record Counted(ReplenishmentId id, String number, BigDecimal amount, LocalDate proposedOn) {}
