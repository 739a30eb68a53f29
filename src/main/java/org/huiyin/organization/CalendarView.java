package org.huiyin.organization;

import java.time.DayOfWeek;
import java.util.Set;

/** What a company has set of its calendar: the region whose holidays it keeps, its weekend. */
public record CalendarView(String region, Set<DayOfWeek> weekend, int version) {}
