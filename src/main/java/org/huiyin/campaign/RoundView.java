package org.huiyin.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A round of a survey.
 *
 * @param number the number that people cite, such as DC-2026-0001
 * @param window code of the procedure's window, such as APR; none for a rolling round
 * @param closesOn the last day for answers, until 24:00; later ones are kept and marked late
 * @param linksEndOn the last day on which links open
 * @param profileVersion the procedure profile under which the round was planned and will be scored
 * @param confidential whether names of respondents stay hidden from sales (D36)
 * @param seed the chance behind the sample, so that it can be drawn again (001/5.4.2.1a)
 */
public record RoundView(
        RoundId id,
        String number,
        String title,
        RoundKind kind,
        RoundState state,
        @Nullable String window,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate linksEndOn,
        UUID profileVersion,
        UUID questionnaireVersion,
        boolean confidential,
        long seed,
        PersonId plannedBy,
        Instant plannedAt,
        PersonId changedBy,
        Instant changedAt,
        int version) {

    /** The instant after which an answer is late: 24:00 of the closing day. */
    public Instant closesAt(ZoneId zone) {
        return closesOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The instant at which links stop to open. */
    public Instant linksEndAt(ZoneId zone) {
        return linksEndOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The round's page below the company's address. */
    public String path() {
        return "rounds/" + number;
    }
}
