package org.huiyin.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;

/**
 * Whom a round asks, class by class: those whose last answer lies longest back come first, equals by chance from a stored
 * seed, so that the same seed and the same customers give the same proposal in whatever order they come
 * (001/5.4.2.1a; decisions D8–D10).
 */
public record SampleProposal(SamplingRule rule, long seed, List<Stratum> strata, List<Sentence> notes) {

    /** A class or kind, how many of it are asked, and all its customers in the order in which they are due. */
    public record Stratum(String code, Share share, int size, List<Pick> picks) {

        public Stratum {
            picks = List.copyOf(picks);
        }

        public int population() {
            return picks.size();
        }

        public boolean isExempt() {
            return share.isNone();
        }
    }

    /** A customer, whether he is asked, and why or why not. */
    public record Pick(Candidate candidate, boolean chosen, Sentence reason) {}

    /** A proposal after an exchange of two customers, and what must be said about it. */
    public record Swapped(SampleProposal proposal, List<Sentence> warnings) {}

    public SampleProposal {
        strata = List.copyOf(strata);
        notes = List.copyOf(notes);
    }

    /** Proposes a round; a customer given twice is refused. */
    public static SampleProposal of(SamplingRule rule, Collection<Candidate> candidates, long seed) {
        Set<UUID> seen = new HashSet<>();
        Map<String, List<Candidate>> byStratum = new TreeMap<>();
        for (Candidate candidate : candidates) {
            if (!seen.add(candidate.customer())) {
                throw new IllegalArgumentException("Customer given twice: " + candidate.customer());
            }
            byStratum.computeIfAbsent(stratumOf(rule, candidate), code -> new ArrayList<>()).add(candidate);
        }
        List<Stratum> strata = new ArrayList<>();
        byStratum.forEach((code, members) -> strata.add(stratum(rule, code, members, seed)));
        return new SampleProposal(rule, seed, strata, notes(rule, candidates));
    }

    private static String stratumOf(SamplingRule rule, Candidate candidate) {
        return rule.strategy() == SamplingRule.Strategy.CENSUS_BY_KIND ? candidate.kind() : candidate.grade().name();
    }

    private Object said(Candidate candidate) {
        return rule.strategy() == SamplingRule.Strategy.CENSUS_BY_KIND ? candidate.kind() : candidate.grade().sentence();
    }

    private static Stratum stratum(SamplingRule rule, String code, List<Candidate> members, long seed) {
        List<Candidate> due = members.stream().sorted(order(seed)).toList();
        return switch (rule.strategy()) {
            case CLASS_ROTATION -> rotation(rule, code, due);
            case CENSUS, CENSUS_BY_KIND -> new Stratum(code, Share.ALL, due.size(),
                    due.stream().map(c -> new Pick(c, true, new Sentence("campaign.pick.census"))).toList());
            case RECOMMEND_APPROVE -> recommended(code, due);
        };
    }

    private static Stratum rotation(SamplingRule rule, String code, List<Candidate> due) {
        int size = rule.sizeOf(due.getFirst().grade(), due.size());
        Share share = rule.shareOf(due.getFirst().grade());
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            picks.add(new Pick(due.get(i), i < size, reason(due.get(i), i < size, share)));
        }
        return new Stratum(code, share, size, picks);
    }

    private static Sentence reason(Candidate candidate, boolean chosen, Share share) {
        if (share.isNone()) {
            return new Sentence("campaign.pick.exempt", candidate.grade().sentence());
        }
        if (candidate.lastAnswered() == null) {
            return new Sentence(chosen ? "campaign.pick.neverAnswered" : "campaign.pick.neverAnsweredWaits");
        }
        return new Sentence(chosen ? "campaign.pick.longest" : "campaign.pick.later", candidate.lastAnswered());
    }

    private static Stratum recommended(String code, List<Candidate> due) {
        List<Pick> picks = new ArrayList<>();
        for (Candidate candidate : due) {
            Sentence reason = candidate.recommended()
                    ? new Sentence("campaign.pick.recommended")
                    : candidate.recentComplaints() > 0
                            ? new Sentence("campaign.pick.complainerNotRecommended", candidate.recentComplaints())
                            : new Sentence("campaign.pick.notRecommended");
            picks.add(new Pick(candidate, candidate.recommended(), reason));
        }
        int size = (int) due.stream().filter(Candidate::recommended).count();
        return new Stratum(code, Share.ALL, size, picks);
    }

    private static List<Sentence> notes(SamplingRule rule, Collection<Candidate> candidates) {
        long unclassified = candidates.stream().filter(c -> !c.grade().isClassified()).count();
        List<Sentence> notes = new ArrayList<>();
        if (unclassified > 0 && rule.strategy() == SamplingRule.Strategy.CLASS_ROTATION) {
            notes.add(new Sentence("campaign.sample.unclassified", unclassified, rule.unclassifiedAs().sentence()));
        }
        return notes;
    }

    /** The longest wait first; equals by a number drawn from seed and customer, whoever else stands in the list. */
    private static Comparator<Candidate> order(long seed) {
        Comparator<Candidate> byWait = (a, b) -> a.waitedLongerThan(b) ? -1 : b.waitedLongerThan(a) ? 1 : 0;
        return byWait.thenComparingLong(c -> drawn(seed, c.customer())).thenComparing(Candidate::customer);
    }

    /** The finalizer of SplitMix64, written out so that a stored seed means the same on every release of Java. */
    private static long drawn(long seed, UUID customer) {
        return mix(mix(mix(seed) ^ customer.getMostSignificantBits()) ^ customer.getLeastSignificantBits());
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public List<UUID> chosen() {
        return picks().filter(Pick::chosen).map(pick -> pick.candidate().customer()).toList();
    }

    /** The customers whom no one has classified; they are sampled by the rule and stay on the manager's list. */
    public List<UUID> unclassified() {
        return picks().map(Pick::candidate).filter(c -> !c.grade().isClassified()).map(Candidate::customer).toList();
    }

    /** Complainers whom no account manager recommended, for the eyes of the approver (003/4.2.1). */
    public List<UUID> complainersNotChosen() {
        return picks().filter(pick -> !pick.chosen() && pick.candidate().recentComplaints() > 0)
                .map(pick -> pick.candidate().customer()).toList();
    }

    private java.util.stream.Stream<Pick> picks() {
        return strata.stream().flatMap(stratum -> stratum.picks().stream());
    }

    /**
     * Exchanges a chosen customer for another with a reason; warns when the newcomer was surveyed more recently than
     * someone of his class who waits, or belongs to another class. Refuses who is not in the list, or already in place.
     */
    public Swapped swap(UUID out, UUID in, String reason) {
        Pick leaving = pick(out);
        Pick entering = pick(in);
        if (reason.isBlank()) {
            throw new BrokenRule("campaign.swap.reasonMissing");
        }
        if (!leaving.chosen()) {
            throw new BrokenRule("campaign.swap.notChosen");
        }
        if (entering.chosen()) {
            throw new BrokenRule("campaign.swap.alreadyChosen");
        }
        List<Sentence> warnings = warnings(leaving.candidate(), entering.candidate());
        Map<UUID, Pick> replaced = Map.of(
                out, new Pick(leaving.candidate(), false, new Sentence("campaign.pick.swappedOut", reason)),
                in, new Pick(entering.candidate(), true, new Sentence("campaign.pick.swappedIn", reason)));
        return new Swapped(with(replaced), warnings);
    }

    private SampleProposal with(Map<UUID, Pick> replaced) {
        List<Stratum> changed = strata.stream()
                .map(stratum -> new Stratum(stratum.code(), stratum.share(), stratum.size(), stratum.picks().stream()
                        .map(pick -> replaced.getOrDefault(pick.candidate().customer(), pick))
                        .toList()))
                .toList();
        return new SampleProposal(rule, seed, changed, notes);
    }

    private List<Sentence> warnings(Candidate out, Candidate in) {
        List<Sentence> warnings = new ArrayList<>();
        if (!stratumOf(rule, out).equals(stratumOf(rule, in))) {
            warnings.add(new Sentence("campaign.swap.otherClass", said(out), said(in)));
        }
        Set<UUID> waiting = picks()
                .filter(pick -> !pick.chosen() || pick.candidate().equals(out))
                .map(Pick::candidate)
                .filter(candidate -> stratumOf(rule, candidate).equals(stratumOf(rule, in)))
                .filter(candidate -> candidate.waitedLongerThan(in))
                .map(Candidate::customer)
                .collect(Collectors.toSet());
        if (!waiting.isEmpty() && in.lastAnswered() != null) {
            warnings.add(new Sentence("campaign.swap.justSurveyed", in.lastAnswered(), waiting.size()));
        }
        return warnings;
    }

    private Pick pick(UUID customer) {
        return picks().filter(pick -> pick.candidate().customer().equals(customer))
                .findFirst()
                .orElseThrow(() -> new BrokenRule("campaign.swap.unknown"));
    }
}
