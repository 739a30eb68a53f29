package org.huiyin.organization;

/**
 * A year whose holidays are known, and where from.
 *
 * @param own true when the company imported it itself; it then wins over what ships with Huiyin
 */
public record ScheduleView(int year, String source, boolean own) {}
