package org.huiyin.complaint;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer finds behind his link. */
public sealed interface Reception {

    /** No such link. */
    record Unknown() implements Reception {}

    /** The link was closed. */
    record Closed(String company, String language, ZoneId zone) implements Reception {}

    /** The form by which he tells us. */
    record Tell(String company, String customer, String name, String phone, String mail, String language, ZoneId zone) implements Reception {}

    /**
     * How his complaint stands.
     *
     * @param waiting the final report to which he has not said anything yet
     */
    record Case(String company, ComplaintView complaint, List<FactView> facts, List<AnswerView> answers, @Nullable UUID waiting, String language, ZoneId zone)
            implements Reception {}
}
