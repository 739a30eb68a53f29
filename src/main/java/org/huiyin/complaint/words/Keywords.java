package org.huiyin.complaint.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.complaint.Alike;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintSection;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Calendars;
import org.huiyin.platform.jobs.Jobs;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keywords of complaints: kept for each, shown as a way into the register, and a help to find what came before. They suggest and
 * decide nothing; what repeats what is said by part and defect.
 */
@Service
@Transactional
public class Keywords {

    /** Below this weight two texts share only what many share. */
    private static final double LEAST = 0.2;
    private static final int SHARED = 2;
    private static final int MOST = 5;

    private final WordStore store;
    private final Segmenter segmenter;
    private final Complaints complaints;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Jobs jobs;

    Keywords(WordStore store, Segmenter segmenter, Complaints complaints, Procedures procedures, Calendars calendars, Jobs jobs) {
        this.store = store;
        this.segmenter = segmenter;
        this.complaints = complaints;
        this.procedures = procedures;
        this.calendars = calendars;
        this.jobs = jobs;
    }

    /** The keywords of the complaint; none until the job has read it. */
    @Transactional(readOnly = true)
    public List<String> of(ComplaintId complaint) {
        return store.of(complaint);
    }

    /** One spelling for all, as words are kept. */
    public static String key(String word) {
        return Segmenter.unified(word).strip();
    }

    /** How many complaints were not read for keywords yet. */
    @Transactional(readOnly = true)
    public long unread(Actor actor) {
        actor.mustHave("complaint.read");
        return store.unread();
    }

    /** Has every complaint read again, after the catalogue has new names; who decides about classes keeps the catalogue. */
    public void readAgain(Actor actor) {
        actor.mustHave("complaint.triage");
        jobs.soon(WordJobs.READ, new WordJobs.Order(null, true));
    }

    /** What the words of a text that is being typed recall: nothing while the dictionary is still being fetched. */
    @Transactional(readOnly = true)
    public List<Alike> like(Actor actor, @Nullable CustomerId customer, List<String> parts, String text, Instant receivedAt) {
        if (text.isBlank() || !segmenter.ready()) {
            return List.of();
        }
        return like(actor, customer, parts, segmenter.words(text, store.own()), receivedAt, null);
    }

    /** What the words of a complaint recall. */
    @Transactional(readOnly = true)
    public List<Alike> like(Actor actor, ComplaintView k) {
        return like(actor, k.customer(), k.lines().stream().map(l -> l.part()).toList(), store.of(k.id()), k.receivedAt(), k.id());
    }

    private List<Alike> like(Actor actor, @Nullable CustomerId customer, List<String> parts, List<String> words, Instant receivedAt, @Nullable ComplaintId self) {
        if (words.size() < SHARED) {
            return List.of();
        }
        var months = procedures.inForce().section("complaint", ComplaintSection.class).stubbornMonths();
        var since = receivedAt.atZone(calendars.inForce().zone()).minusMonths(months).toInstant();
        var weights = weights(words);
        var near = store.near(customer, parts, rarest(weights), since, receivedAt);
        double whole = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var scored = new ArrayList<Scored>();
        for (var other : near) {
            var shared = words.stream().filter(other.words()::contains).toList();
            double weight = shared.stream().mapToDouble(w -> weights.getOrDefault(w, 0.0)).sum() / whole * (other.close() ? 1.5 : 1);
            if (!other.complaint().equals(self) && shared.size() >= SHARED && weight >= LEAST) {
                scored.add(new Scored(other.complaint(), shared, weight));
            }
        }
        var best = scored.stream().sorted(Comparator.comparingDouble(Scored::weight).reversed()).limit(MOST).collect(Collectors.toMap(Scored::complaint, s -> s, (a, b) -> a, LinkedHashMap::new));
        var views = complaints.visible(actor, List.copyOf(best.keySet()));
        return best.values().stream().filter(s -> views.containsKey(s.complaint())).map(s -> alike(java.util.Objects.requireNonNull(views.get(s.complaint())), s.shared())).toList();
    }

    private record Scored(ComplaintId complaint, List<String> shared, double weight) {}

    private static Alike alike(ComplaintView k, List<String> shared) {
        return new Alike(k.id(), k.number(), k.title(), Alike.Kind.SAME_WORDS, k.receivedAt(), k.standing(), k.closedAt(), false, shared);
    }

    /** How much each word tells: the fewer complaints hold it, the more (inverse document frequency). */
    private Map<String, Double> weights(List<String> words) {
        int all = store.all();
        var known = store.complaints(words);
        Map<String, Double> weights = new LinkedHashMap<>();
        words.forEach(w -> weights.put(w, Math.log((all + 1.0) / (known.getOrDefault(w, 0) + 1.0)) + 0.1));
        return weights;
    }

    private static List<String> rarest(Map<String, Double> weights) {
        return weights.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(3).map(Map.Entry::getKey).toList();
    }
}
