package org.huiyin.organization;

import java.time.DayOfWeek;
import java.util.Set;

/** What a company has set of its calendar: the region whose holidays it keeps, its weekend, its business hours. */
public record CalendarView(String region, Set<DayOfWeek> weekend, BusinessHours hours, int version) {}
