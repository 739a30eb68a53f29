package org.huiyin.complaint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a figure counts, so that the same words choose the complaints behind it: the eight measures of the annex of ISO 10002:2018
 * (GB/T 19012-2019), and what other figures need. What was withdrawn is in none of them.
 */
public enum Measure {
    /** Received and not withdrawn. */
    RECEIVED,
    /** Answered for good on the day of receipt by the very person who received it, and never opened again. */
    ON_THE_SPOT,
    /** Its class was decided and then changed within one round. */
    REPRIORITISED,
    /** The acknowledgement came after its promise, or is open past it. */
    ACKNOWLEDGED_LATE,
    /** The answer or the final report came after its promise, or is open past it; late stays late. */
    RESOLVED_LATE,
    /** Handed to somebody outside. */
    REFERRED,
    /** Linked to an earlier one as its repeat, classed as recurrent, or stubborn. */
    REPEATED,
    /** A measure was put in force because of it. */
    IMPROVED,

    /** Linked to an earlier one as its repeat. */
    REPEAT,
    /** Came back so often that another unit leads (001/3.4). */
    STUBBORN,
    /** Closed at least once. */
    CLOSED_ONCE,
    /** Closed, and then opened again. */
    REOPENED,
    /** Answered for good, or by an interim report, in the first round; no history. */
    ANSWERED,
    /** Closed now; no history. */
    CLOSED,
    /** Counts into the rate per shipment: of a kind that the procedure triages, ours, told once. */
    COUNTED,
    /** A line of it says no quantity. */
    NO_QUANTITY,
    /** Not found not to be ours. */
    OURS,
    NO_CUSTOMER,
    NO_SEGMENT,
    NO_PART,
    NO_DEFECT,
    CAUSE_OCCURRENCE_TECHNICAL,
    CAUSE_OCCURRENCE_SYSTEMIC,
    CAUSE_NON_DETECTION_TECHNICAL,
    CAUSE_NON_DETECTION_SYSTEMIC,
    /** A cause was written down, but on no axis: the light way (decision D24). */
    CAUSE_LIGHT,
    CAUSE_NONE;

    /** Those of the annex, in its order. */
    public static final Set<Measure> ANNEX = Collections.unmodifiableSet(EnumSet.range(RECEIVED, IMPROVED));
    /** Where the cause was found. */
    public static final Set<Measure> CAUSES = Collections.unmodifiableSet(EnumSet.range(CAUSE_OCCURRENCE_TECHNICAL, CAUSE_NONE));

    /** How the measure stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The measures of an address, parted by commas; what is none of them is left out. */
    public static Set<Measure> read(String text) {
        return java.util.Arrays.stream(values()).filter(m -> (',' + text + ',').contains(',' + m.code() + ',')).collect(Collectors.toUnmodifiableSet());
    }
}
