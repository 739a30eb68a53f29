package org.huiyin.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of defects, parts and lots; whoever takes a complaint in is told when a lot cannot be right, and may keep it. */
@Service
@Transactional
public class Catalogue {

    private static final int NEAR = 2;

    private final CatalogueStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Catalogue(CatalogueStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** A defect of the catalogue. */
    public record Defect(String code, String name, boolean active) {}

    /** A part with its usual unit. */
    public record Part(String part, String name, String unit) {}

    /** The complaint with the codes of the catalogue for the words of defects and the catalogue's names of parts. */
    NewComplaint tidy(NewComplaint k) {
        return new NewComplaint(k.customer(), k.complainant(), k.kind(), k.phase(), k.segment(), k.channel(), k.receivedAt(), k.receivedBy(), k.text(),
                k.customerNumber(), k.wish(), k.safety(), k.lines().stream().map(this::tidy).toList(), k.source());
    }

    NewLine tidy(NewLine line) {
        var part = part(line.part());
        var name = line.partName().isEmpty() && part.isPresent() ? part.get().name() : line.partName();
        var unit = line.unit().isEmpty() && line.quantity() != null && part.isPresent() ? part.get().unit() : line.unit();
        return new NewLine(part.map(Part::part).orElse(line.part()), name, line.lot(), line.serial(), line.quantity(), unit, code(line.defect()), line.foundAt(),
                line.mileage(), line.vin().toUpperCase(java.util.Locale.ROOT));
    }

    private String code(String words) {
        return words.isEmpty() ? words : store.defect(words).map(Defect::code).orElse(words);
    }

    /** What is doubtful about the lot of the line, in a sentence that names the right one where it can be guessed (mock 11-intake). */
    @Transactional(readOnly = true)
    public Optional<Sentence> doubt(NewLine line) {
        if (line.lot().isEmpty()) {
            return Optional.empty();
        }
        var partKey = Names.key(line.part());
        var lotKey = Names.key(line.lot());
        var parts = store.partsOf(lotKey);
        if (partKey.isEmpty() || parts.stream().anyMatch(p -> Names.key(p.part()).equals(partKey))) {
            return Optional.empty();
        }
        var near = nearest(lotKey, store.lots(partKey));
        if (!parts.isEmpty()) {
            var other = parts.getFirst().part();
            return Optional.of(near == null ? new Sentence("complaint.lot.other", line.lot(), other, line.part())
                    : new Sentence("complaint.lot.otherNear", line.lot(), other, near));
        }
        if (!store.hasLots(partKey)) {
            return Optional.empty();
        }
        return Optional.of(near == null ? new Sentence("complaint.lot.unknown", line.lot(), line.part()) : new Sentence("complaint.lot.near", line.lot(), near));
    }

    /** The lot that was probably meant; null where none is near. */
    @Transactional(readOnly = true)
    public @Nullable String meant(NewLine line) {
        return line.lot().isEmpty() ? null : nearest(Names.key(line.lot()), store.lots(Names.key(line.part())));
    }

    boolean doubtful(NewLine line) {
        return doubt(line).isPresent();
    }

    private static @Nullable String nearest(String wanted, List<String> lots) {
        String best = null;
        int least = NEAR + 1;
        for (String lot : lots) {
            int distance = Typo.distance(wanted, Names.key(lot), least);
            if (distance < least && distance > 0) {
                least = distance;
                best = lot;
            }
        }
        return best;
    }

    @Transactional(readOnly = true)
    public Optional<Part> part(String part) {
        return part.isEmpty() ? Optional.empty() : store.part(Names.key(part));
    }

    /** Parts whose number or name holds the words, for the form. */
    @Transactional(readOnly = true)
    public List<Part> parts(String q, int limit) {
        return store.parts(Names.key(q), limit);
    }

    /** Lots of the part that begin like that, the latest first, for the form. */
    @Transactional(readOnly = true)
    public List<String> lots(String part, String q, int limit) {
        var key = Names.key(q);
        return store.lots(Names.key(part)).stream().filter(lot -> Names.key(lot).startsWith(key)).limit(limit).toList();
    }

    /** The defects, those in use first. */
    @Transactional(readOnly = true)
    public List<Defect> defects() {
        return store.defects();
    }

    /** Names by code, for lists. */
    @Transactional(readOnly = true)
    public Map<String, String> defectNames() {
        return store.defects().stream().collect(Collectors.toMap(Defect::code, Defect::name));
    }

    /** Adds a defect or gives it another name. */
    public void name(Actor actor, String code, String name) {
        actor.mustHave("complaint.triage");
        if (code.isBlank() || code.strip().length() > 80) {
            throw new InvalidInput("code", "complaint.invalid.defectCode");
        }
        if (name.isBlank() || name.strip().length() > 120) {
            throw new InvalidInput("name", "complaint.invalid.defectName");
        }
        var twin = store.defects().stream().filter(d -> d.name().equals(name.strip()) && !d.code().equals(code.strip())).findFirst();
        if (twin.isPresent()) {
            throw new InvalidInput("name", "complaint.invalid.defectTwice", twin.get().code());
        }
        store.put(code.strip(), name.strip(), true, actor.id(), clock.instant());
        happen(actor, "name", code.strip(), name.strip());
    }

    /** Takes a defect out of use, or back into it. */
    public void use(Actor actor, String code, boolean active) {
        actor.mustHave("complaint.triage");
        var defect = store.defects().stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow(NotFound::new);
        store.put(code, defect.name(), active, actor.id(), clock.instant());
        happen(actor, active ? "use" : "retire", code, defect.name());
    }

    /** Learns a part and one of its lots, from a shipment or by hand. */
    public void learn(Actor actor, String part, String name, String unit, String lot) {
        actor.mustHave("complaint.import");
        store.learn(part.strip(), name.strip(), unit.strip(), lot.strip());
    }

    private void happen(Actor actor, String verb, String code, String name) {
        events.publishEvent(new Happening(new SubjectRef("defect", java.util.UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))), verb,
                actor.id(), Map.of(), Map.of("code", code, "name", name), clock.instant()));
    }
}
