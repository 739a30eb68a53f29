package org.huiyin.customer;

import java.util.List;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the frame from which a sample is drawn (001/5.4.2.1 a).
 *
 * @param eligible whether the file is complete, or a note says why it need not be (001/5.4.1)
 * @param contacts who may be asked: neither left, opted out nor erased
 */
public record FrameCustomer(
        CustomerId id,
        String code,
        String name,
        Grade grade,
        @Nullable String segment,
        @Nullable String region,
        @Nullable PersonId owner,
        boolean eligible,
        List<ContactView> contacts) {

    public FrameCustomer {
        contacts = List.copyOf(contacts);
    }
}
