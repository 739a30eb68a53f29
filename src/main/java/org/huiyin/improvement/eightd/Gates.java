package org.huiyin.improvement.eightd;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What each step needs before it can be ended: in the light form one cause, one measure and its end (D24), in the full form
 * everything that a customer asks for (001/5.2.2.4, 5.2.2.5, IATF 10.2.3). Each gap says what is missing and where.
 */
final class Gates {

    private final EightDView eightD;
    private final EightDRules rules;
    private final EightDContent content;
    private final Map<String, String> typed;
    private final Standing standing;
    private final List<Gap> gaps = new ArrayList<>();

    /** What stands outside the text: measures of the tracking table that are open, and whether the report is approved. */
    record Standing(List<String> openMeasures, boolean approved) {}

    private Gates(EightDView eightD, EightDRules rules, EightDContent content, Map<String, String> typed, Standing standing) {
        this.eightD = eightD;
        this.rules = rules;
        this.content = content;
        this.typed = typed;
        this.standing = standing;
    }

    static List<Gap> gaps(EightDView eightD, EightDRules rules, EightDContent content, EightDStep step, Map<String, String> typed, Standing standing) {
        var gates = new Gates(eightD, rules, content, typed, standing);
        gates.look(step);
        return gates.gaps;
    }

    private void look(EightDStep step) {
        switch (step) {
            case D0 -> emergency();
            case D1 -> team();
            case D2 -> problem();
            case D3 -> containment();
            case D4 -> causes();
            case D5 -> measures();
            case D6 -> carried();
            case D7 -> prevention();
            case D8 -> closing(step);
        }
    }

    private boolean full() {
        return eightD.depth() == EightDDepth.FULL;
    }

    private void need(boolean there, String field, String key, Object... args) {
        if (!there) {
            gaps.add(Gap.of(field, key, args));
        }
    }

    private void emergency() {
        if (full()) {
            need(content.emergency().needed() != null, "needed", "improvement.eightd.gate.needed");
        }
        if (Boolean.TRUE.equals(content.emergency().needed())) {
            need(!content.emergency().words().isEmpty(), "what", "improvement.eightd.gate.emergency");
        }
    }

    private void team() {
        if (full()) {
            need(eightD.leader() != null, "leader", "improvement.eightd.gate.leader");
            need(!content.members().isEmpty(), "member.1.person", "improvement.eightd.gate.members");
            content.members().forEach(m -> need(!m.function().isEmpty(), "member." + m.row() + ".function", "improvement.eightd.gate.function"));
        }
    }

    private void problem() {
        need(!content.problem().words().isEmpty(), "problem", "improvement.eightd.gate.problem");
        if (full()) {
            for (EightDContent.Problem.Line line : content.problem().lines()) {
                need(!line.is().isEmpty(), line.question() + ".is", "improvement.eightd.gate.is", question(line));
                need(!line.isNot().isEmpty(), line.question() + ".isNot", "improvement.eightd.gate.isNot", question(line));
            }
        }
    }

    private static Sentence question(EightDContent.Problem.Line line) {
        return new Sentence("improvement.eightd.question." + line.question());
    }

    private void containment() {
        var fields = new Fields(typed);
        for (EightDContent.Containment.Place place : content.containment().places()) {
            String at = "place." + place.place() + ".";
            var name = new Sentence("improvement.eightd.place." + place.place());
            for (String figure : List.of("quantity", "sorted", "defective")) {
                need(!fields.unreadableNumber(at + figure), at + figure, "improvement.eightd.gate.figure", name);
            }
            if (full()) {
                need(place.quantity() != null || !fields.blank(at + "quantity"), at + "quantity", "improvement.eightd.gate.quantity", name);
                need(place.decision() != null, at + "decision", "improvement.eightd.gate.decision", name);
            }
            notMore(place.sorted(), place.quantity(), at + "sorted", "improvement.eightd.gate.sorted", name);
            notMore(place.defective(), place.sorted(), at + "defective", "improvement.eightd.gate.defective", name);
            need(place.defective() == null || place.sorted() != null || place.defective().signum() == 0, at + "sorted", "improvement.eightd.gate.notSorted", name);
        }
        boolean any = content.containment().places().stream().anyMatch(p -> p.quantity() != null);
        need(!any && !full() || !content.containment().unit().isEmpty(), "unit", "improvement.eightd.gate.unit");
    }

    private void notMore(@Nullable BigDecimal part, @Nullable BigDecimal whole, String field, String key, Sentence place) {
        need(part == null || whole == null || part.compareTo(whole) <= 0, field, key, place);
    }

    private void causes() {
        if (!full()) {
            need(!content.whys().isEmpty(), "why.OT.1", "improvement.eightd.gate.oneCause");
            return;
        }
        for (Cell cell : Cell.values()) {
            var name = new Sentence(cell.key());
            int depth = content.depth(cell);
            need(depth >= rules.whyLevels(), "why." + cell + ".1", "improvement.eightd.gate.depth", name, rules.whyLevels(), depth);
            need(depth == 0 || content.whys(cell).stream().anyMatch(EightDContent.Why::root), "root." + cell, "improvement.eightd.gate.root", name);
            need(depth == 0 || !Objects.requireNonNullElse(content.verified().get(cell), "").isEmpty(), "verified." + cell, "improvement.eightd.gate.verified", name);
        }
    }

    private void measures() {
        need(!content.measures().isEmpty(), "measure.1.words", "improvement.eightd.gate.oneMeasure");
        for (EightDContent.Measure m : content.measures()) {
            need(m.owner() != null, "measure." + m.row() + ".owner", "improvement.eightd.gate.owner");
            need(m.due() != null, "measure." + m.row() + ".due", "improvement.eightd.gate.due");
            if (full()) {
                need(!m.proof().isEmpty(), "measure." + m.row() + ".proof", "improvement.eightd.gate.proof");
            }
        }
        if (full() && !content.measures().isEmpty()) {
            Set<String> answered = content.measures().stream().map(EightDContent.Measure::cause).collect(Collectors.toSet());
            content.roots().stream().filter(root -> !answered.contains(root.id())).forEach(root ->
                    gaps.add(Gap.of("measure." + content.measures().getFirst().row() + ".cause", "improvement.eightd.gate.rootWithoutMeasure", root.words())));
        }
    }

    private void carried() {
        standing.openMeasures().forEach(open -> gaps.add(Gap.of("done", "improvement.eightd.gate.measureOpen", open)));
        if (full()) {
            need(!content.carried().result().isEmpty(), "result", "improvement.eightd.gate.result");
            need(content.containment().interim().isEmpty() || content.carried().withdrawn() != null, "withdrawn", "improvement.eightd.gate.withdrawn");
        }
    }

    private void prevention() {
        var prevention = content.prevention();
        prevention.documents().forEach(d -> need(d.whole(), "document." + d.row() + ".to", "improvement.eightd.gate.document"));
        if (eightD.stubborn()) {
            need(prevention.documents().stream().anyMatch(d -> d.kind() == DocumentKind.WORK_STANDARD && d.whole()), "document.1.kind",
                    "improvement.eightd.gate.workStandard");
        }
        if (!full()) {
            return;
        }
        need(!prevention.across().isEmpty(), "across.1.what", "improvement.eightd.gate.across");
        prevention.across().forEach(a -> {
            need(a.checked() != null, "across." + a.row() + ".checked", "improvement.eightd.gate.checked");
            need(!a.result().isEmpty(), "across." + a.row() + ".result", "improvement.eightd.gate.acrossResult");
        });
        need(!prevention.documents().isEmpty() || !prevention.noDocument().isEmpty(), "noDocument", "improvement.eightd.gate.documents");
        need(!prevention.lessons().isEmpty(), "lessons", "improvement.eightd.gate.lessons");
    }

    private void closing(EightDStep last) {
        for (EightDStep step : EightDStep.values()) {
            if (step != last && eightD.depth().asks(step)) {
                need(eightD.done(step), "done", "improvement.eightd.gate.stepOpen", new Sentence(step.key()));
            }
        }
        if (eightD.stubborn()) {
            need(eightD.done(EightDStep.D7), "done", "improvement.eightd.gate.stubbornOpen");
        }
        if (full()) {
            need(standing.approved() || rules.route().isEmpty(), "approval", "improvement.eightd.gate.approval");
            need(!content.thanks().isEmpty(), "thanks", "improvement.eightd.gate.thanks");
        }
    }
}
