package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.FrameCustomer;
import org.huiyin.kernel.Grade;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows that finally every customer of a class is covered, and nobody twice before that (001/5.4.2.1a). */
@Service
@Transactional(readOnly = true)
public class Coverages {

    private final SampleStore store;
    private final SampleDraw draw;
    private final AnswerMemory memory;
    private final InvitationStore invitations;
    private final RoundStore rounds;
    private final Procedures procedures;

    Coverages(SampleStore store, SampleDraw draw, AnswerMemory memory, InvitationStore invitations, RoundStore rounds, Procedures procedures) {
        this.store = store;
        this.draw = draw;
        this.memory = memory;
        this.invitations = invitations;
        this.rounds = rounds;
        this.procedures = procedures;
    }

    /** The classes as the round found them, with its own answers and those of the running cycle before it. */
    public List<ClassCoverage> of(RoundView round) {
        var profile = procedures.byId(round.profileVersion());
        var entries = store.entries(round.id()).stream().filter(e -> e.origin() != SampleRow.Origin.INELIGIBLE).toList();
        var classes = entries.isEmpty() ? ofFrame() : entries.stream().collect(Collectors.groupingBy(
                SampleStore.Entry::stratum, TreeMap::new, Collectors.mapping(SampleStore.Entry::customer, Collectors.toList())));
        var asked = invitations.of(round.id()).stream()
                .filter(i -> i.state() != InvitationState.REVOKED && i.state() != InvitationState.PREPARED)
                .map(InvitationView::customer).collect(Collectors.toSet());
        return tables(classes, profile, round, asked);
    }

    /** The classes as they stand today, over all rounds. */
    public List<ClassCoverage> now() {
        return tables(ofFrame(), procedures.inForce(), null, Set.of());
    }

    private Map<String, List<CustomerId>> ofFrame() {
        return draw.frame().stream().collect(Collectors.groupingBy(
                customer -> customer.grade().name(), TreeMap::new, Collectors.mapping(FrameCustomer::id, Collectors.toList())));
    }

    private List<ClassCoverage> tables(Map<String, List<CustomerId>> classes, ProfileVersion profile, @Nullable RoundView round, Set<CustomerId> asked) {
        var history = history(profile, round);
        var rule = SampleDraw.rule(profile);
        var tables = new ArrayList<ClassCoverage>();
        classes.forEach((code, members) -> {
            var share = grade(code) == null ? org.huiyin.kernel.Share.ALL : rule.shareOf(java.util.Objects.requireNonNull(grade(code)));
            var size = grade(code) == null ? members.size() : rule.sizeOf(java.util.Objects.requireNonNull(grade(code)), members.size());
            tables.add(table(code, share, size, Set.copyOf(members), history, round, asked));
        });
        return tables;
    }

    private static @Nullable Grade grade(String code) {
        return java.util.Arrays.stream(Grade.values()).filter(g -> g.name().equals(code)).findFirst().orElse(null);
    }

    /** A round with those whom it covered, as members of which class. */
    private record Past(RoundView round, Map<String, Set<CustomerId>> covered, boolean byClass) {

        /** Those who count for a class: by its list alone, or whoever they were then (D9). */
        Set<CustomerId> in(String code) {
            if (byClass && grade(code) != null) {
                return covered.getOrDefault(code, Set.of());
            }
            return covered.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        }
    }

    private List<Past> history(ProfileVersion profile, @Nullable RoundView until) {
        var options = SampleDraw.options(profile);
        var byRound = memory.coveredByRound(options.byInvitation());
        return rounds.all().reversed().stream()
                .filter(r -> r.state() != RoundState.CANCELLED)
                .filter(r -> until == null || !r.opensOn().isAfter(until.opensOn()))
                .map(r -> new Past(r, byRound.getOrDefault(r.id(), Map.of()), options.byClass()))
                .toList();
    }

    private static ClassCoverage table(String code, org.huiyin.kernel.Share share, int size, Set<CustomerId> members, List<Past> history,
            @Nullable RoundView round, Set<CustomerId> asked) {
        var earlier = history.stream().filter(past -> round == null || !past.round().id().equals(round.id())).toList();
        var here = history.stream().filter(past -> round != null && past.round().id().equals(round.id()))
                .flatMap(past -> past.in(code).stream()).filter(members::contains).collect(Collectors.toSet());
        var before = covered(code, members, earlier);
        LocalDate since = before.since();
        var rest = new HashSet<>(before.customers());
        if (rest.size() == members.size() && !here.isEmpty()) {
            rest.clear();
            since = null;
        }
        rest.removeAll(here);
        var invited = asked.stream().filter(members::contains).toList();
        var silent = invited.stream().filter(c -> !here.contains(c) && !rest.contains(c)).count();
        var all = new ArrayList<Collection<UUID>>();
        history.forEach(past -> all.add(past.in(code).stream().map(CustomerId::value).toList()));
        var cycles = Coverage.of(members.stream().map(CustomerId::value).toList(), all).completedCycles();
        return new ClassCoverage(code, share, members.size(), size, invited.size(), here.size(), rest.size(), (int) silent, cycles,
                since == null && round != null ? round.opensOn() : since);
    }

    /** Who is covered in the running cycle, and when it began. */
    private record Running(Set<CustomerId> customers, @Nullable LocalDate since) {}

    private static Running covered(String code, Set<CustomerId> members, List<Past> history) {
        var covered = new HashSet<CustomerId>();
        LocalDate since = null;
        for (var past : history) {
            if (covered.size() == members.size()) {
                covered.clear();
                since = null;
            }
            var hit = past.in(code).stream().filter(members::contains).toList();
            if (!hit.isEmpty() && since == null) {
                since = past.round().opensOn();
            }
            covered.addAll(hit);
        }
        return new Running(covered, since);
    }

    /** For each customer of a class the rounds that it answered, the oldest first. */
    public Map<CustomerId, List<String>> answeredRounds() {
        var numbers = rounds.all().stream().collect(Collectors.toMap(RoundView::id, RoundView::number));
        var answered = new LinkedHashMap<CustomerId, List<String>>();
        memory.coveredByRound(false).forEach((round, classes) -> classes.values().stream().flatMap(Set::stream).distinct().forEach(
                customer -> answered.computeIfAbsent(customer, c -> new ArrayList<>()).add(numbers.getOrDefault(round, ""))));
        return answered;
    }
}
