package org.huiyin.campaign;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The section "survey" of the profile: when is asked, for how long, by which ways, with which questionnaire (001/5.4.2).
 *
 * @param returnDays days from opening to closing
 * @param reminderDays after how many days the silent are reminded
 * @param linkDays days from opening for which links open, late answers included
 */
public record SurveyRule(
        @Nullable List<String> owner,
        List<SurveyWindow> windows,
        int returnDays,
        List<Integer> reminderDays,
        @Nullable Integer linkDays,
        List<Channel> channels,
        String questionnaire,
        boolean confidential,
        boolean rolling,
        @Nullable Integer rollingEveryMonths) {

    static final String SECTION = "survey";

    public SurveyRule {
        owner = List.copyOf(Objects.requireNonNullElse(owner, List.of()));
        windows = List.copyOf(Objects.requireNonNullElse(windows, List.of()));
        reminderDays = Objects.requireNonNullElse(reminderDays, List.<Integer>of()).stream().sorted().toList();
        channels = List.copyOf(Objects.requireNonNullElse(channels, List.of()));
    }

    /** The roles that run the survey. */
    public List<String> owners() {
        return owner == null ? List.of() : owner;
    }

    public Optional<SurveyWindow> window(@Nullable String code) {
        return windows.stream().filter(window -> window.code().equals(code)).findFirst();
    }

    /** Days for which links open; never shorter than the days for return. */
    public int daysOfLinks() {
        return Math.max(returnDays, linkDays == null ? 2 * returnDays : linkDays);
    }
}
