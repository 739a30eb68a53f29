package org.huiyin.campaign.web;

import java.util.Objects;
import org.huiyin.campaign.NewRound;
import org.huiyin.campaign.RoundKind;
import org.jspecify.annotations.Nullable;

/** The form by which a round is planned. */
public record PlanForm(
        @Nullable String kind, @Nullable String window, @Nullable String title, @Nullable String opensOn, @Nullable String closesOn,
        @Nullable String confidential, @Nullable String despiteWarnings, @Nullable Integer version) {

    NewRound values() {
        var central = !"ROLLING".equals(kind);
        return new NewRound(central ? RoundKind.CENTRAL : RoundKind.ROLLING, central ? window : null, Objects.requireNonNullElse(title, ""),
                Typed.day(opensOn, "opensOn"), Typed.optionalDay(closesOn, "closesOn").orElse(null), null, "true".equals(confidential),
                "true".equals(despiteWarnings));
    }
}
