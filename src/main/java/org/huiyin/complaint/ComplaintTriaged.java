package org.huiyin.complaint;

/** The class of a complaint was decided, the first time or anew; a name of {@link TriageClass}. Heard inside the transaction. */
public record ComplaintTriaged(ComplaintId complaint, String triage) {}
