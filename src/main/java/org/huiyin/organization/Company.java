package org.huiyin.organization;

import java.time.ZoneId;
import org.huiyin.kernel.CompanyId;

/** A legal entity or plant with its own procedure, people and calendar. */
public record Company(CompanyId id, String slug, String name, String language, ZoneId zone, boolean demo) {}
