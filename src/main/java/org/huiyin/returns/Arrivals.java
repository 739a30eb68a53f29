package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.TriageClass;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Names;
import org.huiyin.voice.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How goods come to us: the ground for fetching them, the fetching, the count against the slip, and what the customer is told (001/5.3.1–5.3.3). */
@Service
@Transactional
public class Arrivals {

    private final ReturnStore store;
    private final StepWriter steps;
    private final Handling handling;
    private final Goods goods;
    private final Complaints complaints;

    Arrivals(ReturnStore store, StepWriter steps, Handling handling, Goods goods, Complaints complaints) {
        this.store = store;
        this.steps = steps;
        this.handling = handling;
        this.goods = goods;
        this.complaints = complaints;
    }

    /** Quality says before the goods are fetched whether it is ours; sales may take them as goodwill and says why (001/5.3.1). */
    public void ground(Actor actor, ReturnId id, Ground ground, String words, int version) {
        var r = handling.openNow(actor, ground == Ground.GOODWILL ? "return.work" : "return.judge", id, version);
        if (ground == Ground.GOODWILL) {
            handling.mustOwn(actor, r);
        } else {
            handling.mustDo(actor, r, ReturnsSection::judges);
        }
        if (r.stage().here()) {
            throw new BrokenRule("returns.refused.hereAlready", r.number());
        }
        var said = Handling.filled("words", words, 2000);
        steps.ground(id, ground, said, actor.id());
        var after = handling.done(actor, r, "ground", said, Map.of("ground", ground.name()));
        var label = new Sentence("returns.ground." + ground.name().toLowerCase(java.util.Locale.ROOT));
        handling.tell(handling.owners(r), actor, new Sentence("returns.note.ground", r.number(), label), after);
        if (ground != Ground.NOT_OURS) {
            handling.tell(handling.holders(handling.section(r).fetches()), actor, new Sentence("returns.note.toFetch", r.number(), r.title()), after);
        }
    }

    /** On what ground the goods may be fetched: what was said of the return, else the class of its complaint. */
    @Transactional(readOnly = true)
    public @Nullable Ground ground(ReturnView r) {
        var said = r.ground();
        if (said != null) {
            return said.ground();
        }
        ComplaintView complaint = complaints.get(r.complaint());
        return complaint.triage() == null ? null : complaint.triage() == TriageClass.NOT_OURS ? Ground.NOT_OURS : Ground.OURS;
    }

    /** Has the goods fetched: not before it is clear that it is ours, or that we take them as goodwill (001/5.3.1). */
    public void fetch(Actor actor, ReturnId id, @Nullable LocalDate day, String words, int version) {
        var r = handling.openNow(actor, "return.work", id, version);
        handling.mustDo(actor, r, ReturnsSection::fetches);
        if (r.stage().here()) {
            throw new BrokenRule("returns.refused.hereAlready", r.number());
        }
        var ground = ground(r);
        if (ground == null) {
            throw new BrokenRule("returns.refused.unconfirmed", r.number());
        }
        if (ground == Ground.NOT_OURS) {
            throw new BrokenRule("returns.refused.notOurs", r.number());
        }
        if (day == null) {
            throw new InvalidInput("day", "returns.invalid.day");
        }
        if (r.backBy() != null && day.isAfter(r.backBy())) {
            throw new InvalidInput("day", "returns.invalid.order", r.backBy(), day);
        }
        steps.fetching(id, day, Handling.within("words", words, 2000), actor.id());
        var after = handling.done(actor, r, "fetch", words.strip(), Map.of("day", day.toString(), "ground", ground.name()));
        handling.tell(handling.holders(handling.section(r).counts()), actor, new Sentence("returns.note.coming", r.number(), r.title(), day), after);
    }

    /** Counts against the slip; what is other than it says is a difference that sales tells the customer (001/5.3.3). */
    public void count(Actor actor, ReturnId id, NewCount typed, int version) {
        var r = handling.openNow(actor, "return.record", id, version);
        handling.mustDo(actor, r, ReturnsSection::counts);
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var more = goods.checked(typed.more(), "more", typed.keepLots(), true, problems);
        var changed = changed(r, typed, problems);
        units(r, more, problems);
        if (typed.place().isEmpty()) {
            problems.put("place", new Sentence("returns.invalid.place"));
        } else if (typed.place().length() > 120) {
            problems.put("place", new Sentence("returns.invalid.long", 120));
        }
        if (typed.day().isAfter(handling.today())) {
            problems.put("day", new Sentence("returns.invalid.future", typed.day()));
        }
        if (typed.words().length() > 2000) {
            problems.put("words", new Sentence("returns.invalid.long", 2000));
        }
        boolean again = changed.stream().anyMatch(c -> r.line(c.line()).count() != null);
        if (again && typed.words().isEmpty()) {
            problems.put("words", new Sentence("returns.invalid.recount"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        for (NewCount.Line found : changed) {
            steps.count(id, found.line(), found, typed.day(), typed.place(), typed.words(), differences(r.line(found.line()), found), actor.id());
        }
        unlisted(actor, r, more, typed);
        finish(actor, r);
    }

    private void finish(Actor actor, ReturnView r) {
        var now = store.find(r.id()).orElseThrow(NotFound::new);
        store.seek(r.id(), Returns.sought(now));
        var after = handling.done(actor, r, "count", summary(now), Map.of("counted", summary(now), "differences", now.untold().size()));
        if (!after.untold().isEmpty()) {
            handling.tell(handling.owners(after), actor, new Sentence("returns.note.difference", after.number(), summary(after)), after);
        }
        if (after.stage() == ReturnStage.COUNTED) {
            handling.tell(handling.holders(handling.section(after).judges()), actor, new Sentence("returns.note.toJudge", after.number(), after.title()), after);
        }
    }

    /** The counts that say something new; a line that was judged stands. */
    private static List<NewCount.Line> changed(ReturnView r, NewCount typed, Map<String, Sentence> problems) {
        var changed = new ArrayList<NewCount.Line>();
        for (ReturnLine line : r.lines()) {
            var at = "line." + line.id();
            var given = typed.lines().stream().filter(l -> l.line().equals(line.id())).findFirst().orElse(null);
            if (given == null || given.quantity() == null) {
                if (line.count() == null || given != null) {
                    problems.put(at, new Sentence("returns.invalid.blank"));
                }
                continue;
            }
            Goods.counted(at, given.quantity(), problems);
            if (!given.unit().isEmpty() && !given.unit().equals(line.unit())) {
                problems.put(at, new Sentence("returns.invalid.otherUnit", line.shown(), line.unit(), given.unit()));
            }
            if (given.part().length() > 80 || given.lot().length() > 80) {
                problems.put(at, new Sentence("returns.invalid.long", 80));
            }
            var whole = new NewCount.Line(line.id(), given.quantity(), line.unit(), given.part().isEmpty() ? line.part() : given.part(),
                    given.lot().isEmpty() ? line.lot() : given.lot());
            if (!same(line, whole)) {
                if (line.judgement() != null) {
                    problems.put(at, new Sentence("returns.invalid.judgedAlready", line.shown()));
                }
                changed.add(whole);
            }
        }
        return changed;
    }

    private static boolean same(ReturnLine line, NewCount.Line given) {
        var count = line.count();
        return count != null && given.quantity() != null && count.quantity().compareTo(given.quantity()) == 0 && count.part().equals(given.part()) && count.lot().equals(given.lot());
    }

    private static void units(ReturnView r, List<NewReturn.Line> more, Map<String, Sentence> problems) {
        for (int i = 0; i < more.size(); i++) {
            var added = more.get(i);
            var at = "more[" + i + "].unit";
            r.lines().stream().filter(l -> Names.key(l.part()).equals(Names.key(added.part())) && !l.unit().equals(added.unit())).findFirst()
                    .ifPresent(l -> problems.putIfAbsent(at, new Sentence("returns.invalid.units", l.part(), l.unit(), added.unit())));
        }
        if (r.lines().size() + more.size() > Goods.MOST_LINES) {
            problems.put("more[0].part", new Sentence("returns.invalid.lines", Goods.MOST_LINES));
        }
    }

    /** What came without standing on the slip: a line of which the slip says nothing, and so all of it is over. */
    private void unlisted(Actor actor, ReturnView r, List<NewReturn.Line> more, NewCount typed) {
        int position = r.nextPosition();
        for (NewReturn.Line added : more) {
            var line = Ids.next();
            var stated = new NewReturn.Line(added.part(), added.partName(), added.lot(), added.serial(), BigDecimal.ZERO, added.unit());
            store.insert(r.id(), new ReturnStore.FreshLine(line, position++, stated, goods.doubt(added.part(), added.lot()).isPresent(), false));
            var found = new NewCount.Line(line, added.quantity(), added.unit(), added.part(), added.lot());
            var difference = new StepWriter.Found(DifferenceKind.OVER, "0 " + added.unit(), shown(found.quantity(), added.unit()));
            steps.count(r.id(), line, found, typed.day(), typed.place(), typed.words(), List.of(difference), actor.id());
        }
    }

    /** What is other than the slip says. */
    static List<StepWriter.Found> differences(ReturnLine line, NewCount.Line found) {
        return differences(line.part(), line.lot(), line.stated(), line.unit(), found);
    }

    static List<StepWriter.Found> differences(String part, String lot, @Nullable BigDecimal stated, String unit, NewCount.Line found) {
        var differences = new ArrayList<StepWriter.Found>();
        var quantity = found.quantity();
        if (stated != null && quantity != null && stated.compareTo(quantity) != 0) {
            differences.add(new StepWriter.Found(quantity.compareTo(stated) < 0 ? DifferenceKind.SHORT : DifferenceKind.OVER, shown(stated, unit), shown(quantity, unit)));
        }
        if (!Names.key(found.part()).equals(Names.key(part))) {
            differences.add(new StepWriter.Found(DifferenceKind.OTHER_PART, part, found.part()));
        }
        if (!lot.isEmpty() && !Names.key(found.lot()).equals(Names.key(lot))) {
            differences.add(new StepWriter.Found(DifferenceKind.OTHER_LOT, lot, found.lot()));
        }
        return differences;
    }

    private static String shown(@Nullable BigDecimal quantity, String unit) {
        return (quantity == null ? "" : quantity.toPlainString()) + " " + unit;
    }

    private static String summary(ReturnView r) {
        var text = String.join("；", r.lines().stream().map(l -> l.shown() + ": " + (l.stated() == null ? "" : l.stated().toPlainString() + " → ")
                + l.counted().toPlainString() + " " + l.unit()).toList());
        return text.length() <= 1000 ? text : text.substring(0, 999) + "…";
    }

    /** Notes that the customer was told of the differences or of the verdict (001/5.3.3, 5.3.5). */
    public void tell(Actor actor, ReturnId id, Matter matter, LocalDate day, Channel way, String who, String words, int version) {
        var r = handling.openNow(actor, "return.work", id, version);
        handling.mustOwn(actor, r);
        var differences = matter == Matter.DIFFERENCE ? r.untold() : List.<ReturnLine.Difference>of();
        if (matter == Matter.DIFFERENCE && differences.isEmpty()) {
            throw new BrokenRule("returns.refused.noDifference", r.number());
        }
        if (matter == Matter.VERDICT && r.verdict() == null) {
            throw new BrokenRule("returns.refused.notJudged", r.number());
        }
        handling.past("day", day);
        steps.telling(id, matter, day, way.name(), Handling.within("who", who, 120), Handling.within("words", words, 4000), differences, actor.id());
        handling.done(actor, r, matter == Matter.DIFFERENCE ? "tellDifference" : "tellVerdict", words.strip(),
                Map.of("day", day.toString(), "way", way.name(), "who", who.strip()));
    }
}
