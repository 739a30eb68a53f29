package org.huiyin.kernel;

import java.util.UUID;

/** The company whose rows a request or a job may see. */
public record CompanyId(UUID value) {}
