package org.huiyin.complaint;

/** The report as it goes to the customer, as a file. */
public record Report(String name, byte[] pdf) {}
