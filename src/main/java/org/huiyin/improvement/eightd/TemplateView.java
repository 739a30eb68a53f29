package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A customer's own report form; without a customer it serves all. */
public record TemplateView(UUID id, @Nullable CustomerId customer, @Nullable String customerName, String name, TemplateKind kind, String sha256, PersonId by, Instant at) {}
