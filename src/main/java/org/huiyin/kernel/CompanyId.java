package org.huiyin.kernel;

import java.util.UUID;

/** Identifies a company (legal entity or plant) served by this installation. */
public record CompanyId(UUID value) {}
