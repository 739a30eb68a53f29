package org.huiyin.voice;

/**
 * How long an answer may take and how that is counted, as the procedure words it: "two working days, the day of receipt
 * not counted, until close of business" (001/5.2.2.6, decisions D1–D3). The amount counts days or hours by the unit; a
 * same-day clock takes none. A negative amount, or none where one is needed, is refused.
 */
public record ClockRule(Unit unit, int amount, boolean countStart, EndOfDay endOfDay, Roll roll) {

    /** What is counted. */
    public enum Unit {
        WORKING_DAY,
        CALENDAR_DAY,
        BUSINESS_HOUR,
        CLOCK_HOUR,
        SAME_DAY
    }

    /** When a counted day is over: at close of business or at 24:00. */
    public enum EndOfDay {
        BUSINESS_CLOSE,
        MIDNIGHT
    }

    /** What happens to a calendar day that nobody works: it moves to the next working day, or it stays (D2). */
    public enum Roll {
        FORWARD,
        NONE
    }

    public ClockRule {
        if (amount < 0 || amount > 3660 || amount == 0 && unit != Unit.SAME_DAY) {
            throw new IllegalArgumentException("A clock of " + unit + " cannot count " + amount);
        }
    }

    public static ClockRule workingDays(int days) {
        return new ClockRule(Unit.WORKING_DAY, days, false, EndOfDay.BUSINESS_CLOSE, Roll.FORWARD);
    }

    public static ClockRule calendarDays(int days) {
        return new ClockRule(Unit.CALENDAR_DAY, days, false, EndOfDay.MIDNIGHT, Roll.FORWARD);
    }

    public static ClockRule businessHours(int hours) {
        return new ClockRule(Unit.BUSINESS_HOUR, hours, false, EndOfDay.BUSINESS_CLOSE, Roll.FORWARD);
    }

    public static ClockRule sameDay() {
        return new ClockRule(Unit.SAME_DAY, 0, true, EndOfDay.BUSINESS_CLOSE, Roll.FORWARD);
    }
}
