package org.huiyin.customer;

import java.time.Instant;
import java.util.List;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A customer with its file.
 *
 * @param missing names of the fields that the file lacks (001/5.4.1)
 * @param mergedInto the customer that took this one's place
 */
public record CustomerView(
        CustomerId id,
        String code,
        CustomerDetails details,
        Grade grade,
        boolean active,
        @Nullable CustomerId mergedInto,
        List<String> missing,
        Instant changedAt,
        PersonId changedBy,
        int version) {

    public String name() {
        return details.name();
    }

    /** What stands in the customer's address: its number, or its identity where the number cannot stand there. */
    public String address() {
        return CustomerRow.address(code, id);
    }

    /** Whether the customer may be drawn into a sample: the file is complete or a note says why not. */
    public boolean eligible() {
        return missing.isEmpty() || details.fileNote() != null;
    }
}
