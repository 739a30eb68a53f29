package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A return with its lines and everything that was done about it, the oldest first.
 *
 * @param customerName the name of the list, or what the sender called himself; empty where nobody knows
 * @param fetchOn when the goods are to be fetched
 * @param backBy when they must be back at the customer (001/3.6)
 * @param missed the first date of being back that passed unkept before a later one was set
 * @param removed lines that were taken off the slip again
 * @param backOn the day on which the last of them were back
 */
public record ReturnView(
        ReturnId id,
        String number,
        ReturnKind kind,
        ComplaintId complaint,
        String complaintNumber,
        @Nullable CustomerId customer,
        @Nullable String customerCode,
        String customerName,
        @Nullable LocalDate fetchOn,
        @Nullable LocalDate backBy,
        @Nullable LocalDate missed,
        String address,
        String reason,
        @Nullable PersonId salesOwner,
        PersonId registeredBy,
        Instant registeredAt,
        UUID profileVersion,
        ReturnStage stage,
        @Nullable LocalDate backOn,
        int version,
        List<ReturnLine> lines,
        List<ReturnLine> removed,
        List<GroundView> grounds,
        List<FetchView> fetchings,
        List<TellingView> tellings,
        List<InstructionView> instructions,
        List<ScheduleView> schedules,
        List<EffectView> effects,
        List<DeliveryView> deliveries,
        List<CostView> costs) {

    public ReturnView {
        lines = List.copyOf(lines);
        removed = List.copyOf(removed);
        grounds = List.copyOf(grounds);
        fetchings = List.copyOf(fetchings);
        tellings = List.copyOf(tellings);
        instructions = List.copyOf(instructions);
        schedules = List.copyOf(schedules);
        effects = List.copyOf(effects);
        deliveries = List.copyOf(deliveries);
        costs = List.copyOf(costs);
    }

    /** The ground on which the goods may be fetched, as it was said last. */
    public record GroundView(Ground ground, String words, PersonId by, Instant at) {}

    public record FetchView(LocalDate day, String words, PersonId by, Instant at) {}

    public record TellingView(Matter matter, LocalDate day, String way, String who, String words, PersonId by, Instant at) {}

    public record InstructionView(int revision, String words, String document, PersonId by, Instant at) {}

    public record ScheduleView(LocalDate begin, LocalDate ready, String words, PersonId by, Instant at) {}

    public record EffectView(BigDecimal checked, BigDecimal bad, String words, PersonId by, Instant at) {}

    public record DeliveryView(String note, LocalDate day, BigDecimal quantity, PersonId by, Instant at) {}

    public record CostView(CostKind kind, BigDecimal amount, LocalDate day, String words, PersonId by, Instant at) {}

    public ReturnLine line(UUID wanted) {
        return lines.stream().filter(l -> l.id().equals(wanted)).findFirst().orElseThrow(org.huiyin.kernel.NotFound::new);
    }

    /** The position of a line that is added. */
    int nextPosition() {
        return Stream.concat(lines.stream(), removed.stream()).mapToInt(ReturnLine::position).max().orElse(0) + 1;
    }

    public @Nullable GroundView ground() {
        return grounds.isEmpty() ? null : grounds.getLast();
    }

    public @Nullable ScheduleView schedule() {
        return schedules.isEmpty() ? null : schedules.getLast();
    }

    /** In a few words: the first line, and that there are more. */
    public String title() {
        return lines.isEmpty() ? "" : lines.getFirst().shown() + (lines.size() > 1 ? " +" + (lines.size() - 1) : "");
    }

    /** What quality said of all of it; nothing while a line waits. */
    public @Nullable Verdict verdict() {
        Set<Verdict> all = lines.stream().filter(l -> l.judgement() != null).flatMap(l -> l.judgement().shares().keySet().stream()).collect(Collectors.toSet());
        return all.isEmpty() || !lines.stream().allMatch(ReturnLine::judged) ? null : all.size() == 1 ? all.iterator().next() : Verdict.PARTLY;
    }

    /** The differences of the counts that hold, of which the customer does not know yet. */
    public List<ReturnLine.Difference> untold() {
        return lines.stream().flatMap(l -> l.differences().stream()).filter(d -> !d.told()).toList();
    }

    /** Whether the customer knows; a verdict that was changed since has to be told again. */
    public boolean told(Matter matter) {
        return tellings.stream().anyMatch(t -> t.matter() == matter && (matter != Matter.VERDICT || lines.stream().flatMap(l -> l.judgements().stream())
                .noneMatch(j -> j.at().isAfter(t.at()))));
    }

    public boolean reworkOpen() {
        return lines.stream().anyMatch(l -> l.toRework().compareTo(l.reworked()) > 0);
    }

    public boolean anyRework() {
        return lines.stream().anyMatch(l -> l.toRework().signum() > 0);
    }

    /** Whether something is ready to go back to the customer. */
    public boolean anyReady() {
        return lines.stream().anyMatch(l -> l.ready().signum() > 0);
    }

    /** The stage that follows from what was done. */
    ReturnStage reached() {
        if (lines.stream().allMatch(l -> l.count() != null)) {
            return !lines.stream().allMatch(ReturnLine::judged) ? ReturnStage.COUNTED
                    : !lines.stream().allMatch(ReturnLine::disposed) ? ReturnStage.JUDGED
                    : !lines.stream().allMatch(ReturnLine::handled) ? ReturnStage.DISPOSED : ReturnStage.HANDLED;
        }
        if (lines.stream().anyMatch(l -> l.count() != null)) {
            return ReturnStage.COUNTED;
        }
        return fetchings.isEmpty() ? ReturnStage.ANNOUNCED : ReturnStage.FETCHING;
    }

    /** The last day on which goods went back, once all of them have. */
    @Nullable LocalDate lastBack() {
        return reached() == ReturnStage.HANDLED ? deliveries.stream().map(DeliveryView::day).max(LocalDate::compareTo).orElse(null) : null;
    }

    /** Whether the date of being back was missed; once missed it stays so. */
    public boolean late(LocalDate today) {
        if (backBy == null || stage == ReturnStage.CANCELLED) {
            return false;
        }
        return missed != null || deliveries.stream().anyMatch(d -> d.day().isAfter(backBy)) || stage.open() && stage != ReturnStage.HANDLED && today.isAfter(backBy);
    }
}
