package org.huiyin.improvement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What approvers of a plan agree to: its words, its actions, and who does which measure by when. That a measure has been
 * carried out meanwhile changes nothing; another date, owner or measure does (001/5.4.6.3).
 */
public record PlanContent(String title, String opinion, List<Item> actions) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public PlanContent {
        actions = List.copyOf(actions);
    }

    /** An action as the plan promises it. */
    public record Item(String number, @Nullable UUID department, @Nullable UUID owner, LocalDate due, List<Promise> measures) {

        public Item {
            measures = List.copyOf(measures);
        }
    }

    /** A measure as the plan promises it. */
    public record Promise(UUID id, MeasureKind kind, String words, UUID owner, LocalDate due) {}

    static PlanContent of(String title, String opinion, Collection<ActionView> actions, Map<ActionId, List<MeasureView>> measures) {
        return new PlanContent(title, opinion, actions.stream().map(a -> item(a, measures.getOrDefault(a.id(), List.of()))).toList());
    }

    private static Item item(ActionView a, List<MeasureView> measures) {
        var owner = a.owner();
        return new Item(a.number(), a.department(), owner == null ? null : owner.value(), a.due(), measures.stream()
                .filter(m -> m.open() || m.done())
                .map(m -> new Promise(m.id(), m.kind(), m.words(), m.owner().value(), m.due())).toList());
    }

    static PlanContent read(String text) {
        return JSON.readValue(text, PlanContent.class);
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is other than it was, a sentence for each. */
    List<Sentence> since(PlanContent before) {
        var found = new ArrayList<Sentence>();
        if (!title.equals(before.title)) {
            found.add(new Sentence("improvement.plan.since.title", before.title, title));
        }
        if (!opinion.equals(before.opinion)) {
            found.add(new Sentence("improvement.plan.since.opinion"));
        }
        var then = keyed(before.actions, Item::number);
        var now = keyed(actions, Item::number);
        before.actions.stream().filter(a -> !now.containsKey(a.number())).forEach(a -> found.add(new Sentence("improvement.plan.since.left", a.number())));
        actions.forEach(a -> compare(found, then.get(a.number()), a));
        return found;
    }

    private static void compare(List<Sentence> found, @Nullable Item before, Item now) {
        if (before == null) {
            found.add(new Sentence("improvement.plan.since.added", now.number()));
            return;
        }
        if (!Objects.equals(before.owner(), now.owner()) || !Objects.equals(before.department(), now.department())) {
            found.add(new Sentence("improvement.plan.since.owner", now.number()));
        }
        if (!before.due().equals(now.due())) {
            found.add(new Sentence("improvement.plan.since.due", now.number(), before.due(), now.due()));
        }
        var then = keyed(before.measures(), Promise::id);
        var left = keyed(now.measures(), Promise::id);
        now.measures().stream().filter(m -> !then.containsKey(m.id()))
                .forEach(m -> found.add(new Sentence("improvement.plan.since.measure", now.number(), m.words())));
        before.measures().stream().filter(m -> !left.containsKey(m.id()))
                .forEach(m -> found.add(new Sentence("improvement.plan.since.dropped", now.number(), m.words())));
    }

    private static <K, V> Map<K, V> keyed(List<V> list, Function<V, K> key) {
        return list.stream().collect(Collectors.toMap(key, v -> v, (a, b) -> a));
    }
}
