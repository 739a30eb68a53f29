package org.huiyin.voice.web;

import java.util.UUID;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClockView;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** A clock agreed with a customer as it is typed. */
public record ClockForm(
        @Nullable String key,
        @Nullable String unit,
        @Nullable String amount,
        @Nullable String countStart,
        @Nullable String endOfDay,
        @Nullable String agreed,
        @Nullable String reason,
        @Nullable String before) {

    /** The form for a clock: what is agreed, else what the company promises everybody. */
    static ClockForm of(String key, @Nullable CustomerClockView held, ClockRule usual) {
        var rule = held == null ? usual : held.rule();
        return new ClockForm(key, rule.unit().name(), rule.unit() == ClockRule.Unit.SAME_DAY ? "" : String.valueOf(rule.amount()), String.valueOf(rule.countStart()),
                rule.endOfDay().name(), held == null ? "" : held.agreed(), "", held == null ? "" : held.id().toString());
    }

    ClockRule rule() {
        var counted = Typed.choice("unit", ClockRule.Unit.class, unit);
        var end = Typed.choice("endOfDay", ClockRule.EndOfDay.class, endOfDay);
        int number = 0;
        if (counted != ClockRule.Unit.SAME_DAY) {
            var text = Typed.text(amount);
            number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
            if (number < 1 || number > 3660) {
                throw new InvalidInput("amount", "voice.invalid.amount");
            }
        }
        return new ClockRule(counted, number, "true".equals(countStart) || counted == ClockRule.Unit.SAME_DAY, end, ClockRule.Roll.FORWARD);
    }

    @Nullable UUID held() {
        try {
            return Typed.blank(before) ? null : UUID.fromString(Typed.text(before));
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }
}
