package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** A meeting on the spot: when, where, who came, what was decided (001/5.2.2.4). */
public record MeetingView(UUID id, EightDId eightD, Instant at, String place, String words, List<Guest> guests, List<Resolution> decisions, PersonId by, Instant notedAt) {

    /** Somebody who came, or was excused. */
    public record Guest(@Nullable PersonId person, String name, boolean present) {}

    /** What was decided, by whom it is done and until when; with the number of the action it became. */
    public record Resolution(UUID id, String words, @Nullable PersonId owner, @Nullable LocalDate due, @Nullable String action) {}

    public MeetingView {
        guests = List.copyOf(guests);
        decisions = List.copyOf(decisions);
    }

    /** The meeting as the subject of its minutes. */
    public SubjectRef subject() {
        return new SubjectRef("eightdMeeting", id);
    }
}
