package org.huiyin.complaint.web;

import java.util.UUID;

/** A list as somebody wants to see it again; shared ones are everybody's. */
public record SavedFilter(UUID id, String name, String query, boolean shared, boolean mine) {}
