package org.huiyin.improvement.eightd;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiyin.improvement.ActionId;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.NewAction;
import org.huiyin.improvement.RecordActions;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries the causes and measures of an 8D into the tracking table, where they are followed like all others (001/5.2.2.5, 7.7). */
@Component
class MeasureLinks implements RecordActions {

    private final EightDStore store;
    private final TextStore texts;
    private final Actions actions;
    private final ActionWork work;

    MeasureLinks(EightDStore store, TextStore texts, Actions actions, ActionWork work) {
        this.store = store;
        this.texts = texts;
        this.actions = actions;
        this.work = work;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ActionId> of(SubjectRef subject) {
        return subject.type().equals("eightd") ? store.action(new EightDId(subject.id())).stream().toList() : List.of();
    }

    void carry(Actor actor, EightDView eightD, EightDContent content, UUID end) {
        ActionId action = store.action(eightD.id()).orElseGet(() -> propose(actor, eightD, content));
        var planned = content.measures().stream()
                .map(m -> new ActionWork.Planned(MeasureKind.CORRECTIVE, m.words(), Objects.requireNonNull(m.owner()), Objects.requireNonNull(m.due()))).toList();
        List<UUID> measures = work.adopt(actor, action, causes(content), planned, summary(content));
        for (int i = 0; i < measures.size(); i++) {
            texts.measure(end, Math.max(1, content.measures().get(i).row()), measures.get(i));
        }
    }

    private ActionId propose(Actor actor, EightDView eightD, EightDContent content) {
        SubjectRef source = eightD.sources().isEmpty() ? eightD.id().subject() : eightD.sources().getFirst();
        var due = content.measures().stream().map(m -> Objects.requireNonNull(m.due())).max(java.util.Comparator.naturalOrder()).orElseThrow();
        var owner = Objects.requireNonNullElseGet(eightD.leader(), () -> Objects.requireNonNull(content.measures().getFirst().owner()));
        var id = actions.propose(actor, new NewAction(Set.of(ActionOrigin.COMPLAINT), eightD.customer(), source,
                new Sentence("improvement.eightd.action", eightD.number(), eightD.title()), List.of(), null, owner, due, eightD.profileVersion(), eightD.clause()));
        store.action(eightD.id(), id);
        return id;
    }

    /** Each cell begins a tree of its own; a branch whose stem was left blank hangs at the nearest one above. */
    private static List<ActionWork.Because> causes(EightDContent content) {
        List<ActionWork.Because> causes = new ArrayList<>();
        for (Cell cell : Cell.values()) {
            content.whys(cell).forEach(why -> causes.add(new ActionWork.Because((cell.ordinal() + 1) + "." + why.path(), why.words())));
        }
        return causes;
    }

    private static String summary(EightDContent content) {
        var roots = content.roots().isEmpty() ? content.whys() : content.roots();
        return String.join("; ", roots.stream().map(EightDContent.Why::words).toList());
    }
}
