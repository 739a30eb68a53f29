package org.huiyin.voice;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads from words to where they were said: the complaint, the answer, the visit. */
@Service
@Transactional(readOnly = true)
public class VoiceOrigins {

    private final ObjectProvider<VoiceOrigin> origins;

    VoiceOrigins(ObjectProvider<VoiceOrigin> origins) {
        this.origins = origins;
    }

    /** The places of the subjects on which the work itself is done, such as complaints; words said elsewhere are answered in the inbox. */
    public Map<SubjectRef, VoiceOrigin.Place> worked(Collection<SubjectRef> subjects) {
        return of(subjects.stream().filter(this::askElsewhere).toList());
    }

    /** Those of the places that the person may open. */
    public Map<SubjectRef, VoiceOrigin.Place> worked(Actor actor, Collection<SubjectRef> subjects) {
        return worked(subjects.stream().filter(subject -> opens(actor, subject)).toList());
    }

    private boolean opens(Actor actor, SubjectRef subject) {
        return origins.stream().allMatch(origin -> !origin.subjectType().equals(subject.type()) || origin.opens(actor, subject.id()));
    }

    /** The places of the subjects, as far as some module knows them. */
    public Map<SubjectRef, VoiceOrigin.Place> of(Collection<SubjectRef> subjects) {
        Map<String, java.util.List<UUID>> byType = subjects.stream()
                .collect(Collectors.groupingBy(SubjectRef::type, Collectors.mapping(SubjectRef::id, Collectors.toList())));
        var places = new HashMap<SubjectRef, VoiceOrigin.Place>();
        origins.orderedStream().filter(origin -> byType.containsKey(origin.subjectType())).forEach(origin ->
                origin.places(byType.getOrDefault(origin.subjectType(), java.util.List.of()))
                        .forEach((id, place) -> places.put(new SubjectRef(origin.subjectType(), id), place)));
        return places;
    }

    /** Whether the module of the subject asks for the work by itself. */
    boolean askElsewhere(@Nullable SubjectRef subject) {
        return subject != null && origins.stream().anyMatch(origin -> origin.asksItself() && origin.subjectType().equals(subject.type()));
    }

    /** The place of one subject; none where the person may not open it. */
    public VoiceOrigin.@Nullable Place of(Actor actor, @Nullable SubjectRef subject) {
        return subject == null || !opens(actor, subject) ? null : of(java.util.List.of(subject)).get(subject);
    }
}
