package org.huiyin.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects a slip: lines are changed, added and removed until quality has judged them. Once something was counted a correction has
 * a reason; what stood there before is kept, and the differences are found anew (001/5.3.3).
 */
@Service
@Transactional
public class Slips {

    private static final Set<ReturnStage> BEFORE_VERDICT = Set.of(ReturnStage.ANNOUNCED, ReturnStage.FETCHING, ReturnStage.COUNTED);

    private final ReturnStore store;
    private final StepWriter steps;
    private final Handling handling;
    private final Goods goods;

    Slips(ReturnStore store, StepWriter steps, Handling handling, Goods goods) {
        this.store = store;
        this.steps = steps;
        this.handling = handling;
        this.goods = goods;
    }

    /** Whether the actor may correct the slip as the return stands. */
    @Transactional(readOnly = true)
    public boolean may(Actor actor, ReturnView r) {
        return actor.may("return.record") && BEFORE_VERDICT.contains(r.stage()) && (handling.owns(actor, r) || handling.does(actor, r, ReturnsSection::counts));
    }

    /** Whether a correction must say why. */
    public static boolean needsReason(ReturnView r) {
        return r.lines().stream().anyMatch(l -> l.count() != null);
    }

    /** Makes the slip say what it should. */
    public void correct(Actor actor, ReturnId id, NewSlip typed, int version) {
        var r = handling.openNow(actor, "return.record", id, version);
        if (!handling.owns(actor, r)) {
            handling.mustDo(actor, r, ReturnsSection::counts);
        }
        if (!BEFORE_VERDICT.contains(r.stage())) {
            throw new BrokenRule("returns.refused.judgedSlip", r.number());
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var edits = edits(r, typed, problems);
        whole(r, typed, edits, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        if (edits.isEmpty()) {
            throw new BrokenRule("returns.refused.sameSlip", r.number());
        }
        var told = edits.stream().map(edit -> write(actor, r, edit, typed.reason())).collect(Collectors.joining("；"));
        finish(actor, r, told, typed.reason());
    }

    /** A line of the slip as it was and as it is to be; what is added was nothing. */
    private record Edit(int row, @Nullable ReturnLine was, NewReturn.Line is, boolean remove) {

        String at() {
            return "lines[" + row + "].";
        }

        boolean same() {
            return !remove && was != null && was.part().equals(is.part()) && was.partName().equals(is.partName()) && was.lot().equals(is.lot()) && was.serial().equals(is.serial())
                    && was.unit().equals(is.unit()) && (was.stated() == null ? is.quantity() == null : is.quantity() != null && was.stated().compareTo(is.quantity()) == 0);
        }
    }

    /** What is other than it was, each held against what can be true. */
    private List<Edit> edits(ReturnView r, NewSlip typed, Map<String, Sentence> problems) {
        var found = new ArrayList<Edit>();
        for (int row = 0; row < typed.lines().size(); row++) {
            var line = typed.lines().get(row);
            if (line.nothing()) {
                continue;
            }
            var was = line.line() == null ? null : r.line(line.line());
            Map<String, Sentence> its = new LinkedHashMap<>();
            var is = line.remove() ? line.says() : goods.checked(List.of(blankZero(was, line.says())), "lines", true, false, its).getFirst();
            var edit = new Edit(row, was, was != null && !was.onSlip() && is.quantity() == null ? stated(is, BigDecimal.ZERO) : is, line.remove());
            if (edit.same()) {
                continue;
            }
            its.forEach((field, wrong) -> problems.put(field.replaceFirst("lines\\[0]", "lines[" + edit.row() + "]"), wrong));
            check(r, edit, typed.keepLots(), problems);
            found.add(edit);
        }
        return found;
    }

    /** Of what came without standing on the slip, the slip says 0 until somebody says otherwise. */
    private static NewReturn.Line blankZero(@Nullable ReturnLine was, NewReturn.Line says) {
        return was != null && !was.onSlip() && says.quantity() != null && says.quantity().signum() == 0 ? stated(says, null) : says;
    }

    private static NewReturn.Line stated(NewReturn.Line l, @Nullable BigDecimal quantity) {
        return new NewReturn.Line(l.part(), l.partName(), l.lot(), l.serial(), quantity, l.unit());
    }

    private void check(ReturnView r, Edit edit, boolean keepLots, Map<String, Sentence> problems) {
        var was = edit.was();
        if (was != null && was.judgement() != null) {
            problems.put(edit.at() + "part", new Sentence("returns.invalid.judgedAlready", was.shown()));
        }
        if (edit.remove()) {
            if (was != null && was.counted().signum() > 0) {
                problems.put(edit.at() + "remove", new Sentence("returns.invalid.hereAlready", was.shown(), was.counted(), was.unit()));
            }
            return;
        }
        if (edit.is().quantity() == null && r.kind() == ReturnKind.AUTHORISED) {
            problems.putIfAbsent(edit.at() + "quantity", new Sentence("returns.invalid.quantity"));
        }
        if (was != null && was.count() != null && !was.unit().equals(edit.is().unit())) {
            problems.putIfAbsent(edit.at() + "unit", new Sentence("returns.invalid.countedUnit", was.shown(), was.unit()));
        }
        boolean otherGoods = was == null || !was.part().equals(edit.is().part()) || !was.lot().equals(edit.is().lot());
        if (otherGoods && !keepLots) {
            goods.doubt(edit.is().part(), edit.is().lot()).ifPresent(doubt -> problems.putIfAbsent(edit.at() + "lot", doubt));
        }
    }

    private static void whole(ReturnView r, NewSlip typed, List<Edit> edits, Map<String, Sentence> problems) {
        if (typed.reason().length() > 2000) {
            problems.put("reason", new Sentence("returns.invalid.long", 2000));
        } else if (typed.reason().isEmpty() && !edits.isEmpty() && (needsReason(r) || edits.stream().anyMatch(Edit::remove))) {
            problems.put("reason", new Sentence("returns.invalid.slipReason"));
        }
        long removed = edits.stream().filter(Edit::remove).count();
        long added = edits.stream().filter(edit -> edit.was() == null).count();
        if (r.lines().size() + added - removed < 1) {
            problems.putIfAbsent("lines[0].remove", new Sentence("returns.invalid.lastLine"));
        }
        if (r.lines().size() + r.removed().size() + added > Goods.MOST_LINES) {
            problems.putIfAbsent("lines[0].part", new Sentence("returns.invalid.lines", Goods.MOST_LINES));
        }
        units(r, edits, problems);
    }

    /** One part is counted in one unit on the whole slip. */
    private static void units(ReturnView r, List<Edit> edits, Map<String, Sentence> problems) {
        Map<String, String> units = new HashMap<>();
        r.lines().stream().filter(l -> edits.stream().noneMatch(edit -> edit.was() != null && edit.was().id().equals(l.id())))
                .forEach(l -> units.putIfAbsent(Names.key(l.part()), l.unit()));
        edits.stream().filter(edit -> !edit.remove() && !edit.is().unit().isEmpty()).forEach(edit -> {
            var other = units.putIfAbsent(Names.key(edit.is().part()), edit.is().unit());
            if (other != null && !other.equals(edit.is().unit())) {
                problems.putIfAbsent(edit.at() + "unit", new Sentence("returns.invalid.units", edit.is().part(), other, edit.is().unit()));
            }
        });
    }

    private String write(Actor actor, ReturnView r, Edit edit, String reason) {
        var was = edit.was();
        var is = edit.is();
        if (was == null) {
            int position = store.find(r.id()).orElseThrow(NotFound::new).nextPosition();
            store.insert(r.id(), new ReturnStore.FreshLine(Ids.next(), position, is, doubtful(is), true));
            return "+ " + says(is);
        }
        boolean onSlip = was.onSlip() || is.quantity() != null && is.quantity().signum() > 0;
        var kept = edit.remove() ? new NewReturn.Line(was.part(), was.partName(), was.lot(), was.serial(), was.stated(), was.unit()) : is;
        steps.amendment(r.id(), was.id(), kept, new StepWriter.Standing(edit.remove() ? was.lotDoubtful() : doubtful(is), onSlip, edit.remove()), reason, actor.id());
        if (!edit.remove()) {
            recount(r, was, is, reason);
        }
        return edit.remove() ? "− " + says(kept) : says(new NewReturn.Line(was.part(), was.partName(), was.lot(), was.serial(), was.stated(), was.unit())) + " → " + says(is);
    }

    private boolean doubtful(NewReturn.Line line) {
        return goods.doubt(line.part(), line.lot()).isPresent();
    }

    private static String says(NewReturn.Line l) {
        var quantity = l.quantity();
        return String.join(" ", Stream.of(l.part(), l.lot(), l.serial(), quantity == null ? "" : quantity.toPlainString() + " " + l.unit())
                .filter(text -> !text.isBlank()).toList());
    }

    /** What was counted is held against the corrected line; where the count found just what the slip said, it follows the slip. */
    private void recount(ReturnView r, ReturnLine was, NewReturn.Line is, String reason) {
        var count = was.count();
        if (count == null) {
            return;
        }
        var part = Names.key(count.part()).equals(Names.key(was.part())) ? is.part() : count.part();
        var lot = Names.key(count.lot()).equals(Names.key(was.lot())) ? is.lot() : count.lot();
        var found = new NewCount.Line(was.id(), count.quantity(), is.unit(), part, lot);
        var differences = Arrivals.differences(is.part(), is.lot(), is.quantity(), is.unit(), found);
        steps.count(r.id(), was.id(), found, count.day(), count.place(), reason, differences, count.by());
        steps.toldBefore(was.id());
    }

    private void finish(Actor actor, ReturnView r, String told, String reason) {
        var now = store.find(r.id()).orElseThrow(NotFound::new);
        store.seek(r.id(), Returns.sought(now));
        var words = (told + (reason.isEmpty() ? "" : "；" + reason)).strip();
        var after = handling.done(actor, r, "correct", words.length() <= 4000 ? words : words.substring(0, 3999) + "…", Map.of("lines", told, "reason", reason));
        if (needsReason(after)) {
            handling.tell(handling.owners(after), actor, new Sentence("returns.note.corrected", after.number(), after.title()), after);
        }
        if (after.stage() == ReturnStage.COUNTED && after.lines().stream().anyMatch(l -> l.count() == null)) {
            handling.tell(handling.holders(handling.section(after).counts()), actor, new Sentence("returns.note.toCount", after.number(), after.title()), after);
        }
    }
}
