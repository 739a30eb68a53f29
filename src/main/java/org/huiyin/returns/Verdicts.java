package org.huiyin.returns;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.records.Attachments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What quality finds, says and decides of returned goods, by quantity (001/5.3.1, 004/5.2b). */
@Service
@Transactional
public class Verdicts {

    private static final String JUDGE = "return.judge";

    private final StepWriter steps;
    private final Handling handling;
    private final Attachments attachments;

    Verdicts(StepWriter steps, Handling handling, Attachments attachments) {
        this.steps = steps;
        this.handling = handling;
        this.attachments = attachments;
    }

    /** Notes how the goods were examined and what came of it; reports hang as files on the return. */
    public void analyse(Actor actor, ReturnId id, UUID line, String method, String finding, int version) {
        var r = judging(actor, id, version);
        var of = r.line(line);
        here(r, of);
        steps.analysis(id, line, Handling.filled("method", method, 2000), Handling.filled("finding", finding, 4000), actor.id());
        handling.done(actor, r, "analyse", of.shown() + ": " + finding.strip(), Map.of("line", of.shown(), "method", method.strip()));
    }

    /** Says whose fault it is; the quantities together are what was counted. */
    public void judge(Actor actor, ReturnId id, NewJudgement typed, int version) {
        var r = judging(actor, id, version);
        var line = r.line(typed.line());
        here(r, line);
        if (line.begun()) {
            throw new BrokenRule("returns.refused.begun", line.shown());
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        balanced(line, typed, problems);
        reasons(r, typed, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        steps.judgement(id, typed, actor.id());
        var words = words(typed.shares(), line.unit());
        var after = handling.done(actor, r, "judge", line.shown() + ": " + typed.words(), Map.of("line", line.shown(), "verdict", words));
        if (after.stage() == ReturnStage.JUDGED) {
            var verdict = new Sentence("returns.verdict." + java.util.Objects.requireNonNull(after.verdict()).name().toLowerCase(Locale.ROOT));
            var told = new HashSet<PersonId>(handling.owners(after));
            handling.tell(told, actor, new Sentence("returns.note.judged", after.number(), verdict), after);
        }
    }

    private static String words(Map<Verdict, BigDecimal> shares, String unit) {
        return String.join(", ", shares.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(s -> s.getKey().name() + " " + s.getValue().toPlainString() + " " + unit).toList());
    }

    private static void balanced(ReturnLine line, NewJudgement typed, Map<String, Sentence> problems) {
        typed.shares().forEach((verdict, quantity) -> {
            if (verdict == Verdict.PARTLY || quantity.signum() <= 0 || !Goods.sensible(quantity)) {
                problems.put("share." + verdict.name(), new Sentence("returns.invalid.quantity"));
            }
        });
        var sum = typed.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (problems.isEmpty() && sum.compareTo(line.counted()) != 0) {
            problems.put("share", new Sentence("returns.invalid.shares", line.shown(), line.counted(), sum, line.counted().subtract(sum).abs()));
        }
    }

    private void reasons(ReturnView r, NewJudgement typed, Map<String, Sentence> problems) {
        if (typed.words().isEmpty()) {
            problems.put("words", new Sentence("returns.invalid.empty"));
        }
        tooLong(problems, "words", typed.words(), 4000);
        tooLong(problems, "tested", typed.tested(), 2000);
        tooLong(problems, "agreement", typed.agreement(), 200);
        if (typed.shares().containsKey(Verdict.NOT_OURS) && attachments.of(r.id().subject()).stream().allMatch(f -> f.struck() != null)) {
            problems.put("files", new Sentence("returns.invalid.evidence"));
        }
        if (typed.shares().containsKey(Verdict.NO_TROUBLE_FOUND)) {
            if (typed.tested().isEmpty()) {
                problems.put("tested", new Sentence("returns.invalid.tested"));
            }
            if (typed.agreement().isEmpty()) {
                problems.put("agreement", new Sentence("returns.invalid.agreement"));
            }
        }
    }

    private static void tooLong(Map<String, Sentence> problems, String field, String text, int most) {
        if (text.length() > most) {
            problems.putIfAbsent(field, new Sentence("returns.invalid.long", most));
        }
    }

    /** Decides what becomes of the goods; for each verdict the quantities are those of the verdict. */
    public void dispose(Actor actor, ReturnId id, NewDecision typed, int version) {
        var r = judging(actor, id, version);
        var line = r.line(typed.line());
        var judgement = line.judgement();
        if (judgement == null) {
            throw new BrokenRule("returns.refused.notJudged", r.number());
        }
        if (line.begun()) {
            throw new BrokenRule("returns.refused.begun", line.shown());
        }
        if (line.analyses().isEmpty() && typed.disposals().stream().anyMatch(d -> d.disposition().settles())) {
            throw new BrokenRule("returns.refused.noAnalysis", line.shown());
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        divided(line, judgement, typed, problems);
        if (typed.words().isEmpty() && typed.disposals().stream().anyMatch(Verdicts::unusual)) {
            problems.put("words", new Sentence("returns.invalid.concession"));
        }
        tooLong(problems, "words", typed.words(), 4000);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        steps.decision(id, judgement.id(), typed, actor.id());
        var words = String.join(", ", typed.disposals().stream().map(d -> d.disposition().name() + " " + d.quantity().toPlainString() + " " + line.unit()).toList());
        var after = handling.done(actor, r, "dispose", line.shown() + (typed.words().isEmpty() ? "" : ": " + typed.words()), Map.of("line", line.shown(), "disposition", words));
        announce(actor, r, after);
    }

    /** Needs a word of why: goods that stay as they are, or something for goods that are not our fault. */
    private static boolean unusual(ReturnLine.Disposal d) {
        return d.disposition() == Disposition.USE_AS_IS || d.disposition().settles() && !d.verdict().ours();
    }

    private static void divided(ReturnLine line, ReturnLine.Judgement judgement, NewDecision typed, Map<String, Sentence> problems) {
        Map<Verdict, BigDecimal> sums = new EnumMap<>(Verdict.class);
        var twice = new HashMap<String, Integer>();
        for (ReturnLine.Disposal d : typed.disposals()) {
            var field = "to." + d.verdict().name() + "." + d.disposition().name();
            if (d.quantity().signum() <= 0 || !Goods.sensible(d.quantity()) || twice.merge(field, 1, Integer::sum) > 1) {
                problems.put(field, new Sentence("returns.invalid.quantity"));
            }
            sums.merge(d.verdict(), d.quantity(), BigDecimal::add);
        }
        for (Verdict verdict : Verdict.values()) {
            var wanted = judgement.shares().getOrDefault(verdict, BigDecimal.ZERO);
            var sum = sums.getOrDefault(verdict, BigDecimal.ZERO);
            if (problems.isEmpty() && sum.compareTo(wanted) != 0) {
                problems.put("to." + verdict.name(), new Sentence("returns.invalid.disposals", line.shown(),
                        new Sentence("returns.verdict." + verdict.name().toLowerCase(Locale.ROOT)), wanted, sum));
            }
        }
    }

    private void announce(Actor actor, ReturnView before, ReturnView after) {
        if (after.anyRework() && !before.anyRework()) {
            var section = handling.section(after);
            var told = new HashSet<>(handling.holders(section.drafts()));
            told.addAll(handling.holders(section.schedules()));
            handling.tell(told, actor, new Sentence("returns.note.rework", after.number(), after.title()), after);
        }
    }

    private ReturnView judging(Actor actor, ReturnId id, int version) {
        var r = handling.openNow(actor, JUDGE, id, version);
        handling.mustDo(actor, r, ReturnsSection::judges);
        return r;
    }

    private static void here(ReturnView r, ReturnLine line) {
        if (line.count() == null || line.counted().signum() == 0) {
            throw new BrokenRule("returns.refused.notCounted", r.number(), line.shown());
        }
    }
}
