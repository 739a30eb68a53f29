package org.huiyin.complaint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section "complaint" of the profile: who leads, who decides, which classes there are, what repeats, what is a matter of
 * safety. Versions older than a setting take what this edition ships.
 */
public record ComplaintSection(
        Set<String> owner,
        List<TriageClass> triage,
        String occasionalActions,
        int stubbornCount,
        int stubbornMonths,
        Set<String> decides,
        Set<String> sales,
        Set<String> stubbornOwner,
        Set<String> safetyTold,
        String safetyWords,
        Set<FeedbackKind> gated,
        Integer draftDays) {

    private static final int DRAFT_DAYS = 30;

    public ComplaintSection(
            Set<String> owner,
            List<TriageClass> triage,
            String occasionalActions,
            int stubbornCount,
            int stubbornMonths,
            @Nullable Set<String> decides,
            @Nullable Set<String> sales,
            @Nullable Set<String> stubbornOwner,
            @Nullable Set<String> safetyTold,
            @Nullable String safetyWords,
            @Nullable Set<FeedbackKind> gated,
            @Nullable Integer draftDays) {
        this.owner = owner;
        this.triage = triage;
        this.occasionalActions = occasionalActions;
        this.stubbornCount = stubbornCount;
        this.stubbornMonths = stubbornMonths;
        this.decides = Objects.requireNonNullElse(decides, owner);
        this.sales = Objects.requireNonNullElse(sales, Set.of("SALES_CLERK", "SALES_HEAD"));
        this.stubbornOwner = Objects.requireNonNullElse(stubbornOwner, Set.of("PROCESS"));
        this.safetyTold = Objects.requireNonNullElse(safetyTold, Set.of("TOP"));
        this.safetyWords = Objects.requireNonNullElse(safetyWords, "");
        this.gated = Objects.requireNonNullElse(gated, Set.of(FeedbackKind.COMPLAINT, FeedbackKind.RETURN));
        this.draftDays = Objects.requireNonNullElse(draftDays, DRAFT_DAYS);
    }

    /** The words of the text that hint at a matter of safety. */
    public List<String> hints(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(safetyWords.split("[,，、;；\\n]"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && lower.contains(word))
                .distinct()
                .toList();
    }
}
