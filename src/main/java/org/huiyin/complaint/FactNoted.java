package org.huiyin.complaint;

/** A fact of a complaint was noted. Heard inside the transaction. */
public record FactNoted(ComplaintId complaint, Fact fact) {}
