package org.huiyin.complaint;

/** A list of complaints was taken over. Heard inside the transaction. */
public record ComplaintsBrought(int taken) {}
