package org.huiyin.customer.imports;

import java.util.UUID;

/** The import that a job works on. */
record ImportJob(UUID id) {}
