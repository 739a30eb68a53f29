package org.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody takes down of a complaint (001/5.2.1.1).
 *
 * @param complainant who complains, where it is no customer of the list, or the person there
 * @param receivedBy who heard it first; nobody where the customer told it by his own link (001/5.2.1.2, D4)
 * @param customerNumber the customer's own number of it
 * @param source what it came from, such as a survey answer or a return; one complaint per source
 */
public record NewComplaint(
        @Nullable CustomerId customer,
        @Nullable Complainant complainant,
        FeedbackKind kind,
        Phase phase,
        @Nullable String segment,
        Channel channel,
        Instant receivedAt,
        @Nullable PersonId receivedBy,
        String text,
        @Nullable String customerNumber,
        @Nullable CustomerDate wish,
        boolean safety,
        List<NewLine> lines,
        @Nullable SubjectRef source) {

    public NewComplaint {
        lines = lines.stream().filter(line -> !line.empty()).toList();
        text = text.strip();
    }
}
