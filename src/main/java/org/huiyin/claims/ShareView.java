package org.huiyin.claims;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who bears how much of a loss, in percent; a unit of ours by its department. */
public record ShareView(PartyKind kind, String name, @Nullable UUID department, BigDecimal percent) {

    public static ShareView unit(UUID department, String percent) {
        return new ShareView(PartyKind.UNIT, "", department, new BigDecimal(percent));
    }

    public static ShareView other(PartyKind kind, String name, String percent) {
        return new ShareView(kind, name, null, new BigDecimal(percent));
    }
}
