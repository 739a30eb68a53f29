package org.huiyin.complaint;

/**
 * The first look of quality at a complaint (001/5.2.1.3): whether it is as the customer says, how grave it is, what must be
 * done at once, and whether a defect sample is asked for.
 */
public record NewAssessment(Confirmed confirmed, Severity severity, String risk, String words, Sample sample) {

    /** Whether what the customer says is so. */
    public enum Confirmed {
        YES,
        NO,
        PARTLY
    }

    /** How grave it would be. */
    public enum Severity {
        CRITICAL,
        MAJOR,
        MINOR
    }

    /** Where the defect sample is. */
    public enum Sample {
        NONE,
        ASKED,
        RECEIVED
    }

    public NewAssessment {
        risk = risk.strip();
        words = words.strip();
    }
}
