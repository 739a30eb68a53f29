package org.huiyin.improvement.web;

/** A line of the tracking table as paper shows it. */
public record TrackingLine(String number, String customer, String problem, String department, String cause, String measures, String due, String verified,
        String told, String state) {}
