package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.Label;

/**
 * A window of the procedure in one year with the rounds planned in it.
 *
 * @param overdue whether the window is over without a round that was sent
 */
public record WindowView(String code, Label name, LocalDate from, LocalDate to, List<RoundView> rounds, boolean overdue, boolean open, String clause) {}
