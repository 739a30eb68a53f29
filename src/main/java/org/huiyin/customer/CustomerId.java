package org.huiyin.customer;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a customer of the company. */
public record CustomerId(UUID value) {

    /** The customer as a subject of audit, files and notices. */
    public SubjectRef subject() {
        return new SubjectRef("customer", value);
    }
}
