package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How returned goods are reworked: the instruction, the schedule, the quantities, the effect (001/3.4–3.6). */
@Service
@Transactional
public class Reworks {

    private static final String WORK = "return.work";

    private final StepWriter steps;
    private final Handling handling;

    Reworks(StepWriter steps, Handling handling) {
        this.steps = steps;
        this.handling = handling;
    }

    /** Writes how to rework; a later revision stands beside the earlier ones (001/3.4). */
    public void draft(Actor actor, ReturnId id, String words, String document, int version) {
        var r = working(actor, id, version);
        handling.mustDo(actor, r, ReturnsSection::drafts);
        int revision = r.instructions().size() + 1;
        steps.instruction(id, revision, Handling.filled("words", words, 8000), Handling.within("document", document, 120), actor.id());
        var after = handling.done(actor, r, "draft", document.strip(), Map.of("revision", revision, "document", document.strip()));
        handling.tell(handling.holders(handling.section(r).reworks()), actor, new Sentence("returns.note.instruction", r.number(), revision), after);
    }

    /** Puts the rework into the plan; later than the date of being back only with a reason, and then it is an alert (001/3.6). */
    public void schedule(Actor actor, ReturnId id, @Nullable LocalDate begin, @Nullable LocalDate ready, String words, int version) {
        var r = working(actor, id, version);
        handling.mustDo(actor, r, ReturnsSection::schedules);
        if (begin == null || ready == null) {
            throw new InvalidInput(begin == null ? "begin" : "ready", "returns.invalid.day");
        }
        if (begin.isBefore(handling.today())) {
            throw new InvalidInput("begin", "returns.invalid.past", begin);
        }
        if (ready.isBefore(begin)) {
            throw new InvalidInput("ready", "returns.invalid.ready", ready, begin);
        }
        LocalDate backBy = r.backBy();
        boolean late = backBy != null && ready.isAfter(backBy);
        if (backBy != null && late && words.isBlank()) {
            throw new InvalidInput("words", "returns.invalid.lateSchedule", ready, backBy);
        }
        steps.schedule(id, begin, ready, Handling.within("words", words, 2000), actor.id());
        var after = handling.done(actor, r, "schedule", words.strip(), Map.of("begin", begin.toString(), "ready", ready.toString()));
        var told = new HashSet<PersonId>(handling.holders(handling.section(r).reworks()));
        handling.tell(told, actor, new Sentence("returns.note.scheduled", r.number(), begin, ready), after);
        if (backBy != null && late) {
            handling.tell(handling.owners(r), actor, new Sentence("returns.note.scheduledLate", r.number(), ready, backBy), after);
        }
    }

    /** Records a portion: what was taken is good or scrap, and never more than was given to rework (001/3.5). */
    public void record(Actor actor, ReturnId id, NewRework typed, int version) {
        var r = working(actor, id, version);
        handling.mustDo(actor, r, ReturnsSection::reworks);
        var line = r.line(typed.line());
        if (r.instructions().isEmpty()) {
            throw new BrokenRule("returns.refused.noInstruction", r.number());
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        portion(line, typed, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var on = handling.past("day", typed.day());
        var count = line.count();
        if (count != null && on.isBefore(count.day())) {
            throw new InvalidInput("day", "returns.invalid.beforeCount", on, count.day());
        }
        Handling.within("words", typed.words(), 2000);
        steps.rework(id, typed, actor.id());
        var after = handling.done(actor, r, "rework", line.shown() + ": " + figures(typed, line.unit()), Map.of("line", line.shown(), "portion", figures(typed, line.unit())));
        if (!after.reworkOpen()) {
            var told = new HashSet<PersonId>(handling.holders(handling.section(r).counts()));
            told.addAll(handling.owners(r));
            handling.tell(told, actor, new Sentence("returns.note.reworked", r.number(), r.title()), after);
        }
    }

    private static String figures(NewRework p, String unit) {
        return p.taken() + " = " + p.good() + " + " + p.scrap() + " " + unit;
    }

    private static void portion(ReturnLine line, NewRework p, Map<String, Sentence> problems) {
        Goods.positive("taken", p.taken(), problems);
        Goods.counted("good", p.good(), problems);
        Goods.counted("scrap", p.scrap(), problems);
        BigDecimal taken = p.taken();
        BigDecimal good = p.good();
        BigDecimal scrap = p.scrap();
        if (!problems.isEmpty() || taken == null || good == null || scrap == null) {
            return;
        }
        if (taken.compareTo(good.add(scrap)) != 0) {
            problems.put("taken", new Sentence("returns.invalid.balance", taken, good, scrap, good.add(scrap), line.unit()));
        }
        var left = line.toRework().subtract(line.reworked());
        if (taken.compareTo(left) > 0) {
            problems.put("taken", new Sentence("returns.invalid.tooMuch", line.shown(), line.toRework(), line.reworked(), left, line.unit()));
        }
    }

    /** Notes how well the rework did: pieces looked at afterwards (001/3.4). */
    public void effect(Actor actor, ReturnId id, @Nullable BigDecimal checked, @Nullable BigDecimal bad, String words, int version) {
        var r = working(actor, id, version);
        handling.mustDo(actor, r, ReturnsSection::drafts);
        Map<String, Sentence> problems = new LinkedHashMap<>();
        Goods.positive("checked", checked, problems);
        Goods.counted("bad", bad, problems);
        if (problems.isEmpty() && checked != null && bad != null && bad.compareTo(checked) > 0) {
            problems.put("bad", new Sentence("returns.invalid.effect", bad, checked));
        }
        if (!problems.isEmpty() || checked == null || bad == null) {
            throw new InvalidInput(problems);
        }
        if (r.lines().stream().allMatch(l -> l.reworks().isEmpty())) {
            throw new BrokenRule("returns.refused.notReworked", r.number());
        }
        var said = Handling.filled("words", words, 2000);
        steps.effect(id, checked, bad, said, actor.id());
        handling.done(actor, r, "effect", said, Map.of("checked", checked.toPlainString(), "bad", bad.toPlainString()));
    }

    private ReturnView working(Actor actor, ReturnId id, int version) {
        var r = handling.openNow(actor, WORK, id, version);
        if (!r.anyRework()) {
            throw new BrokenRule("returns.refused.noRework", r.number());
        }
        return r;
    }
}
