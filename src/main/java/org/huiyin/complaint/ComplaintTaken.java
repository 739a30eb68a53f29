package org.huiyin.complaint;

import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** A complaint was taken in. Heard inside the transaction. */
public record ComplaintTaken(ComplaintId complaint, @Nullable CustomerId customer, boolean safety) {}
