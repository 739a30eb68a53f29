package org.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.VoiceId;
import org.jspecify.annotations.Nullable;

/**
 * A complaint with its lines and its present standing.
 *
 * @param salesOwner who stands between the customer and us (001/5.2.1.2)
 * @param workOwner who leads the work; nobody yet means the roles of the profile
 * @param stubborn whether it came back so often that another unit leads (001/3.4)
 * @param imported whether it was brought in as history, without clocks
 * @param dueAt when the open answer is due
 * @param closedAt when it was closed the last time; nothing while it is open
 */
public record ComplaintView(
        ComplaintId id,
        String number,
        FeedbackKind kind,
        Phase phase,
        @Nullable String segment,
        Channel channel,
        @Nullable CustomerId customer,
        @Nullable String customerCode,
        @Nullable String customerName,
        Complainant complainant,
        Instant receivedAt,
        @Nullable PersonId receivedBy,
        Instant notedAt,
        String text,
        String customerNumber,
        @Nullable CustomerDate wish,
        boolean safety,
        @Nullable PersonId salesOwner,
        @Nullable PersonId workOwner,
        @Nullable SubjectRef source,
        @Nullable VoiceId voice,
        boolean imported,
        UUID profileVersion,
        String clause,
        int round,
        Standing standing,
        @Nullable TriageClass triage,
        boolean stubborn,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        int version,
        List<LineView> lines) {

    private static final int LONGEST = 30;

    public ComplaintView {
        lines = List.copyOf(lines);
    }

    public boolean open() {
        return standing.open();
    }

    /** Who complains, as lists call him; empty where nobody knows. */
    public String who() {
        return customerName != null ? customerName : complainant.shown();
    }

    /** What it is about in a few words: the first line, else how the customer began. */
    public String title() {
        var named = lines.isEmpty() ? "" : lines.getFirst().shown();
        if (!named.isEmpty() && !lines.getFirst().defect().isEmpty()) {
            return named;
        }
        var line = text.strip().replaceAll("\\s+", " ");
        var words = line.codePointCount(0, line.length()) <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return named.isEmpty() ? words : named + " " + words;
    }

    ComplaintView with(List<LineView> itsLines) {
        return new ComplaintView(id, number, kind, phase, segment, channel, customer, customerCode, customerName, complainant, receivedAt, receivedBy,
                notedAt, text, customerNumber, wish, safety, salesOwner, workOwner, source, voice, imported, profileVersion, clause, round, standing,
                triage, stubborn, dueAt, closedAt, version, itsLines);
    }
}
