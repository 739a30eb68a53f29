package org.huiyin.approval;

import java.util.UUID;

/** Identifies a signature. */
public record SignatureId(UUID value) {}
