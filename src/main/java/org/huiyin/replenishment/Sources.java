package org.huiyin.replenishment;

import java.util.Optional;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.SubjectRef;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Finds the returns and complaints for which goods are replaced, whichever module keeps them. */
@Service
public class Sources {

    private final ObjectProvider<ReplenishmentSource> sources;

    Sources(ObjectProvider<ReplenishmentSource> sources) {
        this.sources = sources;
    }

    /** The record, if the actor may see it. */
    public Optional<ReplenishmentSource.Line> find(Actor actor, SubjectRef subject) {
        return sources.stream().filter(source -> source.subjectType().equals(subject.type())).findFirst()
                .flatMap(source -> source.find(actor, subject.id()));
    }

    /** The record of the kind with the number; of any kind where none is named. */
    public Optional<SubjectRef> byNumber(Actor actor, String type, String number) {
        return number.isBlank() ? Optional.empty()
                : sources.orderedStream().filter(source -> type.isBlank() || source.subjectType().equals(type))
                        .flatMap(source -> source.byNumber(actor, number.strip()).map(id -> new SubjectRef(source.subjectType(), id)).stream())
                        .findFirst();
    }
}
