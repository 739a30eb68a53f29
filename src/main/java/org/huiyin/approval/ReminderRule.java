package org.huiyin.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.organization.Calendars;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;

/** After how many working days a step is said again, as the profile says (improvement.approvalReminderDays). */
@Component
class ReminderRule {

    private final Procedures procedures;
    private final Calendars calendars;

    ReminderRule(Procedures procedures, Calendars calendars) {
        this.procedures = procedures;
        this.calendars = calendars;
    }

    /** How many reminders have become due for a step that waits since the instant. */
    int due(UUID profileVersion, Instant since, Instant now) {
        var calendar = calendars.inForce();
        var today = calendar.dayOf(now);
        return (int) days(profileVersion).stream()
                .filter(days -> !today.isBefore(calendar.addWorkingDays(calendar.dayOf(since), days)))
                .count();
    }

    private List<Integer> days(UUID profileVersion) {
        var own = new ArrayList<Integer>();
        procedures.byId(profileVersion).section("improvement").path("approvalReminderDays").forEach(day -> own.add(day.asInt()));
        return own;
    }
}
