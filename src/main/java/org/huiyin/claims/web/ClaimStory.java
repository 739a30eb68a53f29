package org.huiyin.claims.web;

import java.util.List;
import java.util.Map;
import org.huiyin.claims.ClaimEvent;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.MeasureLine;
import org.huiyin.claims.PaymentKind;
import org.huiyin.claims.PaymentView;
import org.huiyin.claims.ReplyView;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.records.AttachmentList;
import org.huiyin.web.Option;
import org.jspecify.annotations.Nullable;

/** All that the page of one claim shows, and what its reader may do. */
public record ClaimStory(
        ClaimView claim,
        List<ReplyView> replies,
        List<PaymentView> payments,
        List<MeasureLine> measures,
        boolean measuresNeeded,
        List<Sentence> gaps,
        List<ClaimEvent> events,
        @Nullable DecisionView decision,
        AttachmentList files,
        Map<PersonId, String> names,
        List<Option> currencies,
        List<Option> departments,
        String customerPath,
        String clause,
        boolean works) {

    public String name(PersonId person) {
        return names.getOrDefault(person, "");
    }

    public List<PaymentView> payments(PaymentKind kind) {
        return payments.stream().filter(p -> p.kind() == kind).toList();
    }
}
