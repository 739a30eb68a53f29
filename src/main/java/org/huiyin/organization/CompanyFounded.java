package org.huiyin.organization;

import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;

/** A company has been founded; heard inside its transaction by the modules that furnish it. */
public record CompanyFounded(CompanyId company, String preset, String language, Actor founder, OwnNumbers numbers) {}
