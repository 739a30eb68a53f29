package org.huiyin.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureView;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.MeetingView;
import org.huiyin.improvement.eightd.Meetings;
import org.huiyin.kernel.Actor;
import org.springframework.stereotype.Component;

/** Writes the 8Ds of the demo company: each step on its day, with its team, whys, containment, measures and meeting. */
@Component
class DemoEightDs {

    private static final int MINUTES_BEFORE = 40;
    private static final int WATCHED = 45;

    private final EightDs eightDs;
    private final EightDSteps steps;
    private final EightDApprovals approved;
    private final Meetings meetings;
    private final Actions actions;
    private final ActionWork work;
    private final DemoSignatures signatures;
    private final Clock clock;

    DemoEightDs(EightDs eightDs, EightDSteps steps, EightDApprovals approved, Meetings meetings, Actions actions, ActionWork work, DemoSignatures signatures,
            Clock clock) {
        this.eightDs = eightDs;
        this.steps = steps;
        this.approved = approved;
        this.meetings = meetings;
        this.actions = actions;
        this.work = work;
        this.signatures = signatures;
        this.clock = clock;
    }

    void take(DemoCast cast, DemoCase one, DemoStep step) {
        var id = one.eightD();
        switch (step.name()) {
            case "meeting" -> meet(cast, one, id);
            case "approve" -> approve(cast, id);
            case "ask" -> approved.ask(cast.as("QUALITY"), id);
            case "draft" -> write(cast.as("QUALITY"), id, EightDStep.valueOf(step.detail()), fields(cast, one, EightDStep.valueOf(step.detail())));
            case "again" -> again(cast, id);
            default -> end(cast, one, id, EightDStep.valueOf(step.name()));
        }
    }

    /** What came back is answered by the 8D that is open again, now for a problem that keeps coming back (001/3.4). */
    void join(DemoCast cast, DemoCase one, ComplaintView k, DemoCase earlier) {
        var id = earlier.eightD();
        eightDs.addSource(cast.as("QUALITY"), id, k.id().subject(), eightDs.get(id).version());
        eightDs.markStubborn(cast.as("QUALITY"), id, k.number());
        one.answeredBy(id);
    }

    private void end(DemoCast cast, DemoCase one, EightDId id, EightDStep step) {
        var quality = cast.as("QUALITY");
        write(quality, id, step, fields(cast, one, step));
        if (step == EightDStep.D6) {
            carryOut(cast, one, id);
        }
        steps.end(quality, id, step, version(id, step));
    }

    private int version(EightDId id, EightDStep step) {
        var now = steps.texts(id).get(step);
        return now == null ? 0 : now.version();
    }

    private void write(Actor writer, EightDId id, EightDStep step, Map<String, String> fields) {
        steps.save(writer, id, step, fields, version(id, step));
    }

    private void carryOut(DemoCast cast, DemoCase one, EightDId id) {
        Map<Integer, MeasureView> measures = steps.measures(eightDs.get(id));
        actions.about(one.complaint().subject()).forEach(action -> {
            measures.forEach((line, measure) -> work.measureDone(cast.as(measure.owner()), action.id(), measure.id(),
                    cast.word("8d." + one.key() + ".D5.measure." + line + ".proof")));
            work.moveDue(cast.as("QUALITY"), action.id(), LocalDate.ofInstant(clock.instant(), cast.company().zone()).plusDays(WATCHED), cast.word("effect.moved"));
        });
    }

    /** The manager approves it as it stands, where she has not yet. */
    void approve(DemoCast cast, EightDId id) {
        if (approved.approved(eightDs.get(id))) {
            return;
        }
        approved.ask(cast.as("QUALITY"), id).ifPresent(asked -> signatures.agree(cast, "QUALITY_HEAD", id.subject()));
    }

    private void again(DemoCast cast, EightDId id) {
        var fields = new LinkedHashMap<>(Objects.requireNonNull(steps.texts(id).get(EightDStep.D4)).values());
        fields.putAll(cast.words().under("8d.kb2.again"));
        write(cast.as("PROCESS"), id, EightDStep.D4, fields);
    }

    private void meet(DemoCast cast, DemoCase one, EightDId id) {
        var guests = List.of("QUALITY", "PROCESS", "PRODUCTION_HEAD", "SALES_CLERK").stream()
                .map(role -> new MeetingView.Guest(cast.as(role).id(), cast.as(role).name(), !role.equals("SALES_CLERK"))).toList();
        var decisions = cast.words().under("8d." + one.key() + ".meeting.decision").values().stream()
                .map(words -> new MeetingView.Resolution(UUID.randomUUID(), words, cast.as("PRODUCTION_HEAD").id(), one.begun().plusDays(7), null)).toList();
        meetings.hold(cast.as("QUALITY"), id, new Meetings.NewMeeting(clock.instant().minusSeconds(60L * MINUTES_BEFORE), cast.word("8d." + one.key() + ".meeting.place"),
                cast.word("8d." + one.key() + ".meeting.words"), guests, decisions));
    }

    /** What stands in the step: the words of the language and, from the table, figures, people and days. */
    private static Map<String, String> fields(DemoCast cast, DemoCase one, EightDStep step) {
        var fields = new LinkedHashMap<>(cast.words().under("8d." + one.key() + "." + step));
        var prefix = one.key() + "." + step + ".";
        DemoWords.table("eightds").stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()).split("=", 2))
                .forEach(pair -> put(cast, one, fields, pair[0], pair[1]));
        if (step == EightDStep.D4) {
            roots(fields);
        }
        return fields;
    }

    private static void put(DemoCast cast, DemoCase one, Map<String, String> fields, String field, String value) {
        var parts = value.split(" ");
        if (field.startsWith("place.")) {
            for (int i = 0; i < parts.length; i++) {
                fields.put(field + "." + List.of("quantity", "sorted", "defective", "decision").get(i), parts[i]);
            }
        } else if (field.startsWith("measure.")) {
            fields.put(field + ".cause", deepest(cast, one, parts[0]));
            fields.put(field + ".owner", cast.as(parts[1]).id().value().toString());
            fields.put(field + ".due", day(one, parts[2]));
        } else if (field.startsWith("document.")) {
            fields.put(field + ".kind", parts[0]);
            fields.put(field + ".from", parts[1]);
            fields.put(field + ".to", parts[2]);
            fields.put(field + ".on", day(one, parts[3]));
        } else {
            fields.put(field, said(cast, one, value));
        }
    }

    private static String said(DemoCast cast, DemoCase one, String value) {
        return switch (value.charAt(0)) {
            case '@' -> cast.as(value.substring(1)).id().value().toString();
            case '&' -> cast.as(value.substring(1)).name();
            case '+' -> day(one, value);
            default -> cast.words().has(value) ? cast.word(value) : value;
        };
    }

    private static String day(DemoCase one, String after) {
        LocalDate day = one.begun().plusDays(Integer.parseInt(after.substring(1)));
        return day.toString();
    }

    /** The last "because" of the cell, which the measure answers. */
    private static String deepest(DemoCast cast, DemoCase one, String cell) {
        var whys = cast.words().under("8d." + one.key() + ".D4.why." + cell).keySet();
        return cell + "." + whys.stream().max(java.util.Comparator.comparingInt(String::length)).orElseThrow();
    }

    private static void roots(Map<String, String> fields) {
        var whys = fields.keySet().stream().filter(f -> f.startsWith("why.")).toList();
        whys.stream().filter(f -> whys.stream().noneMatch(other -> other.startsWith(f + "."))).forEach(f -> fields.put("root." + f.substring(4), "true"));
    }
}
