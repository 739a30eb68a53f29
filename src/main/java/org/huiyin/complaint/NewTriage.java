package org.huiyin.complaint;

/** The class of a complaint and why (001/5.2.2.2–5.2.2.4). */
public record NewTriage(TriageClass triage, String reason) {

    public NewTriage {
        reason = reason.strip();
    }
}
