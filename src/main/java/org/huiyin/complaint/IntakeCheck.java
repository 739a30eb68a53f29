package org.huiyin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.sheets.Names;
import org.springframework.stereotype.Component;

/** Holds what was typed against what can be true; each sentence stands at its field. */
@Component
class IntakeCheck {

    private static final int LONGEST_TEXT = 40_000;
    private static final int MOST_LINES = 200;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");
    private static final int SOON = 60;
    /** What lies further away than that is a slip of the keys. */
    private static final int MOST_YEARS_BACK = 20;
    private static final int MOST_YEARS_AHEAD = 5;

    private final Calendars calendars;
    private final Clock clock;

    IntakeCheck(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    NewComplaint checked(NewComplaint k) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (k.text().isBlank()) {
            problems.put("text", new Sentence("complaint.invalid.text"));
        } else if (k.text().length() > LONGEST_TEXT) {
            problems.put("text", new Sentence("complaint.invalid.long", LONGEST_TEXT));
        }
        if (k.receivedAt().isAfter(clock.instant().plusSeconds(SOON))) {
            problems.put("receivedAt", new Sentence("complaint.invalid.future"));
        }
        days(k, problems);
        if (k.segment() != null && k.segment().length() > 80) {
            problems.put("segment", new Sentence("complaint.invalid.longField", 80));
        }
        if (k.customerNumber() != null && k.customerNumber().length() > 80) {
            problems.put("customerNumber", new Sentence("complaint.invalid.longField", 80));
        }
        var who = k.complainant();
        if (who != null && !who.mail().isEmpty() && !MAIL.matcher(who.mail()).matches()) {
            problems.put("mail", new Sentence("complaint.invalid.mail"));
        }
        if (who != null && (who.name().length() > 120 || who.organisation().length() > 200 || who.phone().length() > 60 || who.mail().length() > 200)) {
            problems.put("who", new Sentence("complaint.invalid.longField", 120));
        }
        if (k.lines().size() > MOST_LINES) {
            problems.put("lines", new Sentence("complaint.invalid.lines", MOST_LINES));
        }
        Map<String, String> units = new HashMap<>();
        for (int i = 0; i < Math.min(k.lines().size(), MOST_LINES); i++) {
            line(k.lines().get(i), "lines[" + i + "].", units, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return k;
    }

    private void days(NewComplaint k, Map<String, Sentence> problems) {
        var received = calendars.inForce().dayOf(k.receivedAt());
        var today = calendars.inForce().dayOf(clock.instant());
        if (received.isBefore(today.minusYears(MOST_YEARS_BACK))) {
            problems.put("receivedAt", new Sentence("complaint.invalid.longAgo", MOST_YEARS_BACK));
        }
        if (k.wish() != null && k.wish().day().isBefore(received)) {
            problems.put("date", new Sentence("complaint.invalid.wishBefore", received));
        } else if (k.wish() != null && k.wish().day().isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            problems.put("date", new Sentence("complaint.invalid.wishFar", MOST_YEARS_AHEAD));
        }
    }

    /** A line that joins others of the same complaint. */
    NewLine line(Instant receivedAt, List<LineView> others, NewLine line) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        Map<String, String> units = new HashMap<>();
        others.stream().filter(l -> l.quantity() != null && !l.unit().isEmpty()).forEach(l -> units.putIfAbsent(key(l.part(), l.partName()), l.unit()));
        if (line.empty()) {
            problems.put("part", new Sentence("complaint.invalid.emptyLine"));
        }
        line(line, "", units, problems);
        if (others.size() >= MOST_LINES) {
            problems.put("part", new Sentence("complaint.invalid.lines", MOST_LINES));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return line;
    }

    private static void line(NewLine line, String at, Map<String, String> units, Map<String, Sentence> problems) {
        tooLong(problems, at + "part", line.part(), 80);
        tooLong(problems, at + "partName", line.partName(), 200);
        tooLong(problems, at + "lot", line.lot(), 80);
        tooLong(problems, at + "serial", line.serial(), 80);
        tooLong(problems, at + "unit", line.unit(), 20);
        tooLong(problems, at + "defect", line.defect(), 200);
        tooLong(problems, at + "foundAt", line.foundAt(), 120);
        if (line.quantity() != null && (line.quantity().signum() < 0 || line.quantity().precision() - line.quantity().scale() > 14)) {
            problems.put(at + "quantity", new Sentence("complaint.invalid.quantity"));
        }
        if (line.mileage() != null && (line.mileage() < 0 || line.mileage() > 5_000_000)) {
            problems.put(at + "mileage", new Sentence("complaint.invalid.mileage"));
        }
        if (!line.vin().isEmpty()) {
            Vin.problem(line.vin()).ifPresent(problem -> problems.put(at + "vin", problem));
        }
        if (line.quantity() != null && !line.unit().isEmpty()) {
            String other = units.putIfAbsent(key(line.part(), line.partName()), line.unit());
            if (other != null && !other.equals(line.unit())) {
                problems.put(at + "unit", new Sentence("complaint.invalid.units", line.part().isEmpty() ? line.partName() : line.part(), other, line.unit()));
            }
        }
    }

    private static void tooLong(Map<String, Sentence> problems, String field, String text, int most) {
        if (text.length() > most) {
            problems.put(field, new Sentence("complaint.invalid.longField", most));
        }
    }

    private static String key(String part, String partName) {
        return Names.key(part.isEmpty() ? partName : part);
    }
}
