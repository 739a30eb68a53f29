package org.huiyin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.huiyin.improvement.Exposure;
import org.huiyin.improvement.ExposureSource;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the parts of a complaint, or of all complaints that an 8D answers, since the measures (001/5.2.2.5, D18). */
@Component
class ComplaintExposure implements ExposureSource {

    private final ExposureStore store;
    private final EightDs eightDs;
    private final Calendars calendars;
    private final Clock clock;

    ComplaintExposure(ExposureStore store, EightDs eightDs, Calendars calendars, Clock clock) {
        this.store = store;
        this.eightDs = eightDs;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Exposure since(SubjectRef subject, Instant from) {
        var complaints = complaints(subject);
        if (complaints.isEmpty()) {
            return Exposure.NOTHING;
        }
        var calendar = calendars.inForce();
        return new Exposure(store.lots(complaints, calendar.dayOf(from), calendar.dayOf(clock.instant())), store.recurrences(complaints, from));
    }

    private List<ComplaintId> complaints(SubjectRef subject) {
        return switch (subject.type()) {
            case "complaint" -> List.of(new ComplaintId(subject.id()));
            case "eightd" -> eightDs.get(new EightDId(subject.id())).sources().stream().filter(s -> s.type().equals("complaint")).map(s -> new ComplaintId(s.id())).toList();
            default -> List.of();
        };
    }
}
