package org.huiyin.kernel;

import java.util.UUID;

/** A person of the company, by identity and never by name, so that the audit survives an erasure. */
public record PersonId(UUID value) {}
