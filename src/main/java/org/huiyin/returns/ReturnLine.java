package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a return, one lot or piece of it, with everything that was counted, judged, decided and reworked.
 *
 * @param stated what the slip says; 0 for what came without standing on it, nothing where no paper came
 * @param counts the counts, the last of which holds
 * @param differences what the count that holds found other than the slip says
 * @param delivered what is back at the customer
 * @param removed whether it was taken off the slip again
 * @param formers what stood there before each correction, the first one first
 */
public record ReturnLine(
        UUID id,
        int position,
        String part,
        String partName,
        String lot,
        boolean lotDoubtful,
        String serial,
        @Nullable BigDecimal stated,
        String unit,
        boolean onSlip,
        List<Count> counts,
        List<Difference> differences,
        List<Analysis> analyses,
        List<Judgement> judgements,
        List<Decision> decisions,
        List<Rework> reworks,
        BigDecimal delivered,
        boolean removed,
        List<Former> formers) {

    public ReturnLine {
        counts = List.copyOf(counts);
        differences = List.copyOf(differences);
        analyses = List.copyOf(analyses);
        judgements = List.copyOf(judgements);
        decisions = List.copyOf(decisions);
        reworks = List.copyOf(reworks);
        formers = List.copyOf(formers);
    }

    /** What the slip said until it was corrected, why, by whom and when. */
    public record Former(String part, String lot, String serial, @Nullable BigDecimal stated, String unit, String words, PersonId by, Instant at) {}

    /** A count: what was found and where it stands now. */
    public record Count(UUID id, BigDecimal quantity, String part, String lot, String place, LocalDate day, String words, PersonId by, Instant at) {}

    /** What is other than the slip says: the slip's word and the found one. */
    public record Difference(UUID id, UUID count, DifferenceKind kind, String stated, String found, boolean told) {}

    public record Analysis(String method, String finding, PersonId by, Instant at) {}

    /** A verdict by quantity. */
    public record Judgement(UUID id, Map<Verdict, BigDecimal> shares, String words, String tested, String agreement, PersonId by, Instant at) {

        public Judgement {
            shares = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(shares));
        }
    }

    /** What becomes of the goods, by verdict and quantity. */
    public record Decision(UUID id, UUID judgement, List<Disposal> disposals, String words, PersonId by, Instant at) {

        public Decision {
            disposals = List.copyOf(disposals);
        }
    }

    public record Disposal(Verdict verdict, Disposition disposition, BigDecimal quantity) {}

    /** A portion of rework: taken = good + scrap. */
    public record Rework(LocalDate day, BigDecimal taken, BigDecimal good, BigDecimal scrap, String words, PersonId by, Instant at) {}

    /** How lists call it. */
    public String shown() {
        return (partName.isEmpty() ? part : part + " " + partName) + (lot.isEmpty() ? "" : " / " + lot);
    }

    /** The count that holds. */
    public @Nullable Count count() {
        return counts.isEmpty() ? null : counts.getLast();
    }

    public BigDecimal counted() {
        return counts.isEmpty() ? BigDecimal.ZERO : counts.getLast().quantity();
    }

    /** The judgement that holds. */
    public @Nullable Judgement judgement() {
        return judgements.isEmpty() ? null : judgements.getLast();
    }

    /** The decision on the judgement that holds. */
    public @Nullable Decision decision() {
        Judgement holds = judgement();
        return holds == null || decisions.isEmpty() || !decisions.getLast().judgement().equals(holds.id()) ? null : decisions.getLast();
    }

    /** Whether quality has nothing more to say; of what did not come there is nothing to say. */
    public boolean judged() {
        return count() != null && (counted().signum() == 0 || judgement() != null);
    }

    public boolean disposed() {
        return judged() && (counted().signum() == 0 || decision() != null);
    }

    public BigDecimal disposed(Disposition wanted) {
        Decision holds = decision();
        return holds == null ? BigDecimal.ZERO
                : holds.disposals().stream().filter(d -> d.disposition() == wanted).map(Disposal::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was decided for this share of the verdict. */
    public @Nullable BigDecimal disposed(Verdict verdict, Disposition wanted) {
        Decision holds = decision();
        return holds == null ? null
                : holds.disposals().stream().filter(d -> d.verdict() == verdict && d.disposition() == wanted).map(Disposal::quantity).findFirst().orElse(null);
    }

    /** What production has to work on. */
    public BigDecimal toRework() {
        return disposed(Disposition.REWORK).add(disposed(Disposition.SORT));
    }

    public BigDecimal reworked() {
        return reworks.stream().map(Rework::taken).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal good() {
        return reworks.stream().map(Rework::good).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal scrapped() {
        return reworks.stream().map(Rework::scrap).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What can go back to the customer now. */
    public BigDecimal ready() {
        return good().add(disposed(Disposition.USE_AS_IS)).add(disposed(Disposition.BACK_UNCHANGED)).subtract(delivered);
    }

    /** Whether everything that was decided was done and what goes back is back. */
    public boolean handled() {
        return disposed() && toRework().compareTo(reworked()) == 0 && ready().signum() == 0;
    }

    /** Whether something was done with the goods already, so that verdict and decision stand. */
    public boolean begun() {
        return !reworks.isEmpty() || delivered.signum() > 0;
    }
}
