package org.huiyin.improvement.eightd;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' own report forms: checked when they are uploaded, filled without touching their layout. */
@Service
@Transactional
public class EightDTemplates {

    private static final String KEEP = "eightd.approve";

    private final TemplateStore store;
    private final EightDPapers papers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EightDTemplates(TemplateStore store, EightDPapers papers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.events = events;
        this.clock = clock;
    }

    /** A file as it is handed out. */
    public record Document(String name, String mediaType, byte[] content) {}

    /** Keeps a form; one with unknown placeholders is refused with each of them and its place, and nothing is kept. */
    public TemplateView upload(Actor actor, @Nullable CustomerId customer, String fileName, byte[] content) {
        actor.mustHave(KEEP);
        String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}<>\"]", "").strip();
        if (name.isEmpty() || name.length() > 200) {
            throw new InvalidInput("file", "improvement.eightd.template.name");
        }
        var found = TemplateCheck.look(name, content);
        if (!found.faults().isEmpty()) {
            throw new InvalidInput("file", "improvement.eightd.template.faults", name, found.faults().size(), listed(found.faults()));
        }
        UUID id = store.insert(customer, name, found.kind(), content, sha256(content), actor.id(), clock.instant());
        tell(actor, id, "uploadTemplate", Map.of("name", name, "placeholders", found.used().size()));
        return get(id);
    }

    /** The same without keeping anything: what is wrong with the file. */
    @Transactional(readOnly = true)
    public List<Sentence> check(String fileName, byte[] content) {
        return TemplateCheck.look(fileName, content).faults();
    }

    private static Sentence listed(List<Sentence> faults) {
        Sentence all = faults.getFirst();
        for (Sentence fault : faults.subList(1, Math.min(30, faults.size()))) {
            all = new Sentence("improvement.eightd.gate.both", all, fault);
        }
        return all;
    }

    /** Takes a form out of use, with the reason. */
    public void retire(Actor actor, UUID id, String reason) {
        actor.mustHave(KEEP);
        var one = get(id);
        store.end(id, EightDs.filled("reason", reason), actor.id(), clock.instant());
        tell(actor, id, "retireTemplate", Map.of("name", one.name(), "reason", reason.strip()));
    }

    /** The forms in use: those for everybody first. */
    @Transactional(readOnly = true)
    public List<TemplateView> list(Actor actor) {
        actor.mustHave(EightDs.READ);
        return store.all();
    }

    /** The forms that can be filled for an 8D: the customer's, and those for everybody. */
    @Transactional(readOnly = true)
    public List<TemplateView> usable(EightDView eightD) {
        return store.all().stream().filter(t -> t.customer() == null || Objects.equals(t.customer(), eightD.customer())).toList();
    }

    /** The form as it was uploaded. */
    @Transactional(readOnly = true)
    public Document original(Actor actor, UUID id) {
        actor.mustHave(EightDs.READ);
        return store.content(id).map(k -> new Document(k.name(), k.kind().mediaType(), k.content())).orElseThrow(NotFound::new);
    }

    /** The 8D in the customer's form. */
    @Transactional(readOnly = true)
    public Document fill(Actor actor, EightDView eightD, UUID id, Language language) {
        actor.mustHave(EightDs.READ);
        var usable = usable(eightD).stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        var kept = store.content(id).orElseThrow(NotFound::new);
        return new Document(eightD.number() + " " + usable.name(), kept.kind().mediaType(), papers.filled(eightD, kept, language));
    }

    /** A sample with every placeholder, made by the program. */
    @Transactional(readOnly = true)
    public Document sample(TemplateKind kind, Language language) {
        var words = papers.words(language);
        byte[] content = kind == TemplateKind.DOCX ? WordForm.make(words, false) : SheetForm.make(words);
        return new Document("8D-sample" + kind.extension(), kind.mediaType(), content);
    }

    private TemplateView get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    private void tell(Actor actor, UUID id, String verb, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("eightdTemplate", id), verb, actor.id(), Map.of(), after, clock.instant()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
