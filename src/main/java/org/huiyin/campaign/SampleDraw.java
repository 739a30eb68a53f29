package org.huiyin.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.customer.FrameCustomer;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.voice.ComplaintTally;
import org.springframework.stereotype.Component;

/** Draws the sample of a round from the customers of the day, and rebuilds a stored one (001/5.4.2.1a). */
@Component
class SampleDraw {

    private static final int MONTHS_OF_COMPLAINTS = 12;

    private final Customers customers;
    private final AnswerMemory memory;
    private final ComplaintTally complaints;
    private final Rounds rounds;

    SampleDraw(Customers customers, AnswerMemory memory, ComplaintTally complaints, Rounds rounds) {
        this.customers = customers;
        this.memory = memory;
        this.complaints = complaints;
        this.rounds = rounds;
    }

    static SamplingRule rule(ProfileVersion profile) {
        return profile.section(SampleOptions.SECTION, SamplingRule.class);
    }

    static SampleOptions options(ProfileVersion profile) {
        return profile.section(SampleOptions.SECTION, SampleOptions.class);
    }

    /** The customers of the day with the class they have on it. */
    List<FrameCustomer> frame() {
        return customers.frame(rounds.today());
    }

    List<SampleStore.Entry> draw(RoundView round, ProfileVersion profile) {
        var frame = frame();
        var needsFile = options(profile).fileNeeded();
        var eligible = frame.stream().filter(customer -> !needsFile || customer.eligible()).toList();
        refuseEmpty(frame, eligible);
        var candidates = candidates(round, profile, eligible);
        var proposal = SampleProposal.of(rule(profile), candidates, round.seed());
        var contacts = frame.stream().collect(Collectors.toMap(FrameCustomer::id, customer -> customer.contacts().size()));
        var entries = entries(proposal, contacts);
        frame.stream().filter(customer -> needsFile && !customer.eligible()).forEach(customer -> entries.add(ineligible(customer)));
        return entries;
    }

    private static void refuseEmpty(List<FrameCustomer> frame, List<FrameCustomer> eligible) {
        if (frame.isEmpty()) {
            throw new BrokenRule("campaign.round.refused.noCustomers");
        }
        if (eligible.isEmpty()) {
            throw new BrokenRule("campaign.round.refused.noneEligible", frame.size());
        }
        if (eligible.stream().allMatch(customer -> customer.contacts().isEmpty())) {
            throw new BrokenRule("campaign.round.refused.noContacts", eligible.size());
        }
    }

    private List<Candidate> candidates(RoundView round, ProfileVersion profile, List<FrameCustomer> frame) {
        var last = memory.lastCovered(round.id(), options(profile), rounds.zone());
        var since = rounds.today().minusMonths(MONTHS_OF_COMPLAINTS);
        var counts = complaintsSince(since);
        return frame.stream()
                .map(customer -> new Candidate(customer.id().value(), customer.grade(), kind(customer), last.of(customer.id(), customer.grade()), false,
                        counts.getOrDefault(customer.id(), 0)))
                .toList();
    }

    Map<CustomerId, Integer> complaintsSince(java.time.LocalDate since) {
        return complaints.since(since.atStartOfDay(rounds.zone()).toInstant());
    }

    private static String kind(FrameCustomer customer) {
        return customer.segment() == null || customer.segment().isBlank() ? "-" : shortened(customer.segment());
    }

    private static String shortened(String segment) {
        return segment.length() <= 40 ? segment : segment.substring(0, 40);
    }

    private static List<SampleStore.Entry> entries(SampleProposal proposal, Map<CustomerId, Integer> contacts) {
        var entries = new ArrayList<SampleStore.Entry>();
        for (var stratum : proposal.strata()) {
            int position = 0;
            for (var pick : stratum.picks()) {
                var id = new CustomerId(pick.candidate().customer());
                entries.add(new SampleStore.Entry(id, stratum.code(), pick.candidate().grade(), ++position, pick.chosen(), pick.chosen(),
                        SampleRow.Origin.PROPOSED, pick.reason(), pick.candidate().lastAnswered(), pick.candidate().recentComplaints(),
                        contacts.getOrDefault(id, 0)));
            }
        }
        return entries;
    }

    private static SampleStore.Entry ineligible(FrameCustomer customer) {
        return new SampleStore.Entry(customer.id(), customer.grade().name(), customer.grade(), 0, false, false, SampleRow.Origin.INELIGIBLE,
                new Sentence("campaign.round.pick.noFile"), null, 0, customer.contacts().size());
    }

    /** The stored sample as the engine knows it, changes by hand included. */
    SampleProposal rebuilt(RoundView round, ProfileVersion profile, List<SampleStore.Entry> entries) {
        var rule = rule(profile);
        var drawable = entries.stream().filter(entry -> entry.origin() != SampleRow.Origin.INELIGIBLE).toList();
        var fresh = SampleProposal.of(rule, drawable.stream().map(SampleDraw::candidate).toList(), round.seed());
        var stored = drawable.stream().collect(Collectors.toMap(entry -> entry.customer().value(), Function.identity()));
        var strata = fresh.strata().stream()
                .map(stratum -> new SampleProposal.Stratum(stratum.code(), stratum.share(), stratum.size(), stratum.picks().stream()
                        .map(pick -> {
                            var entry = Objects.requireNonNull(stored.get(pick.candidate().customer()));
                            return new SampleProposal.Pick(pick.candidate(), entry.chosen(), entry.reason());
                        })
                        .toList()))
                .toList();
        return new SampleProposal(rule, round.seed(), strata, fresh.notes());
    }

    private static Candidate candidate(SampleStore.Entry entry) {
        return new Candidate(entry.customer().value(), entry.grade(), entry.stratum(), entry.lastAnswered(),
                entry.proposed() && entry.origin() == SampleRow.Origin.ADDED, entry.recentComplaints());
    }

    /** Customers in the sample whose class is another one by now, or who left: then the sample is out of date. */
    List<CustomerId> outdated(List<SampleStore.Entry> entries) {
        var now = frame().stream().collect(Collectors.toMap(FrameCustomer::id, FrameCustomer::grade));
        return entries.stream()
                .filter(SampleStore.Entry::chosen)
                .filter(entry -> now.get(entry.customer()) != entry.grade())
                .map(SampleStore.Entry::customer)
                .sorted(Comparator.comparing(CustomerId::value))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(HashSet::new), List::copyOf));
    }
}
