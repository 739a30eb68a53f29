package org.huiyin.returns.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.records.FormFiles;
import org.huiyin.returns.Arrivals;
import org.huiyin.returns.CostKind;
import org.huiyin.returns.Disposition;
import org.huiyin.returns.Ground;
import org.huiyin.returns.Homecoming;
import org.huiyin.returns.Matter;
import org.huiyin.returns.NewCount;
import org.huiyin.returns.NewDecision;
import org.huiyin.returns.NewJudgement;
import org.huiyin.returns.NewReturn;
import org.huiyin.returns.NewRework;
import org.huiyin.returns.ReturnKind;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Reworks;
import org.huiyin.returns.Senders;
import org.huiyin.returns.Slips;
import org.huiyin.returns.Verdict;
import org.huiyin.returns.Verdicts;
import org.huiyin.voice.Channel;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Posted;
import org.huiyin.web.Step;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One return: its page, and the forms by which each step is taken. */
@Controller
class ReturnStepPages {

    private static final String ONE = "/c/{company}/returns/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}";

    private final Returns returns;
    private final Slips slips;
    private final Senders senders;
    private final Arrivals arrivals;
    private final Verdicts verdicts;
    private final Reworks reworks;
    private final Homecoming homecoming;
    private final Attachments attachments;
    private final FormFiles formFiles;
    private final People people;
    private final Procedures procedures;
    private final TransactionTemplate transaction;

    ReturnStepPages(Returns returns, Slips slips, Senders senders, Arrivals arrivals, Verdicts verdicts, Reworks reworks, Homecoming homecoming, Attachments attachments, FormFiles formFiles, People people,
            Procedures procedures, TransactionTemplate transaction) {
        this.returns = returns;
        this.slips = slips;
        this.senders = senders;
        this.arrivals = arrivals;
        this.verdicts = verdicts;
        this.reworks = reworks;
        this.homecoming = homecoming;
        this.attachments = attachments;
        this.formFiles = formFiles;
        this.people = people;
        this.procedures = procedures;
        this.transaction = transaction;
    }

    /** A step that may refuse what was typed. */
    private interface Taken {
        void by(ReturnView r, Map<String, String> typed, int version, Map<String, Sentence> problems);
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, Page page, @PathVariable String number, Model flashed) {
        var refused = flashed.getAttribute("refused") instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.<String>of();
        return new ModelAndView("returns/show", model(actor, page, returns.byNumber(actor, number), Posted.NOTHING, refused));
    }

    private Map<String, Object> model(Actor actor, Page page, ReturnView r, Posted posted, List<String> refused) {
        return new HashMap<>(Map.of("story", story(actor, page, r), "posted", posted, "refused", refused));
    }

    private Story story(Actor actor, Page page, ReturnView r) {
        return new Story(r, returns.may(actor, r), arrivals.ground(r), returns.alert(r), r.late(procedures.today()), procedures.today(), returns.events(r.id()),
                attachments.list(actor, r.id().subject()), people.names(), returns.area(page.locale()), steps(page, r),
                Arrays.stream(Channel.values()).map(c -> new Option(c.name(), page.label(c))).toList(),
                page.opens("replenishments"), slips.may(actor, r), senders.may(actor, r));
    }

    private static List<Step> steps(Page page, ReturnView r) {
        var steps = new ArrayList<Step>();
        if (r.stage() == ReturnStage.CANCELLED) {
            return List.of();
        }
        boolean over = r.stage() == ReturnStage.CLOSED;
        for (ReturnStage stage : ReturnStage.WAY) {
            boolean done = over || stage.compareTo(r.stage()) < 0;
            boolean skipped = stage.compareTo(ReturnStage.FETCHING) <= 0 && r.kind() == ReturnKind.UNANNOUNCED;
            if (!skipped) {
                steps.add(new Step(done ? Step.State.DONE : stage == r.stage() ? Step.State.NOW : Step.State.TODO,
                        page.t("returns.step." + stage.name().toLowerCase(Locale.ROOT)), "", null));
            }
        }
        return steps;
    }

    private Object step(Actor actor, Page page, String number, String form, String place, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        var r = returns.byNumber(actor, number);
        int version = Typed.version(typed.get("version"), r.version());
        return Posted.take(form, typed, () -> taken.by(r, typed, version, new LinkedHashMap<>()), () -> {
            Notice.done("returns.done." + form.replaceFirst(":.*", ""), number).on(redirect);
            return "redirect:" + page.to("returns", number) + "#" + place;
        }, "returns/show", posted -> model(actor, page, returns.get(r.id()), posted, List.of()));
    }

    private static void must(Map<String, Sentence> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    @PostMapping(ONE + "/ground")
    Object ground(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "ground", "fetching", typed, redirect,
                (r, t, v, p) -> arrivals.ground(actor, r.id(), Typed.choice("ground", Ground.class, t.get("ground")), Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/fetching")
    Object fetch(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "fetch", "fetching", typed, redirect,
                (r, t, v, p) -> arrivals.fetch(actor, r.id(), Typed.day("day", t.get("day")), Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/counts")
    Object count(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "count", "count", typed, redirect, (r, t, v, problems) -> {
            var found = new ArrayList<NewCount.Line>();
            for (ReturnLine line : r.lines()) {
                var amount = Amounts.read("line." + line.id(), t.get("line." + line.id()), problems);
                found.add(new NewCount.Line(line.id(), amount.value(), amount.unit(), Typed.text(t.get("part." + line.id())), Typed.text(t.get("lot." + line.id()))));
            }
            var more = new ArrayList<NewReturn.Line>();
            var rows = LineForm.read(t, "more");
            for (int i = 0; i < rows.size(); i++) {
                more.add(rows.get(i).line("more[" + i + "].", problems));
            }
            must(problems);
            arrivals.count(actor, r.id(), new NewCount(orToday(page, t), Typed.text(t.get("place")), Typed.text(t.get("words")), t.containsKey("keepLots"), found, more), v);
        });
    }

    private static LocalDate orToday(Page page, Map<String, String> typed) {
        return Objects.requireNonNullElse(Typed.day("day", typed.get("day")), page.today());
    }

    @PostMapping(ONE + "/tellings")
    Object tell(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "tell:" + Typed.text(typed.get("matter")), "told", typed, redirect,
                (r, t, v, p) -> arrivals.tell(actor, r.id(), Typed.choice("matter", Matter.class, t.get("matter")), orToday(page, t),
                        Typed.choice("way", Channel.class, t.get("way")), Typed.text(t.get("who")), Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/analyses")
    Object analyse(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, @RequestParam(required = false) List<MultipartFile> files,
            RedirectAttributes redirect) {
        return step(actor, page, number, "analyse:" + Typed.text(typed.get("line")), "verdict", typed, redirect, (r, t, v, p) -> together(actor, r, files,
                () -> verdicts.analyse(actor, r.id(), line(r, t), Typed.text(t.get("method")), Typed.text(t.get("finding")), v)));
    }

    @PostMapping(ONE + "/judgements")
    Object judge(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, @RequestParam(required = false) List<MultipartFile> files,
            RedirectAttributes redirect) {
        return step(actor, page, number, "judge:" + Typed.text(typed.get("line")), "verdict", typed, redirect, (r, t, v, problems) -> {
            Map<Verdict, BigDecimal> shares = new EnumMap<>(Verdict.class);
            for (Verdict verdict : Verdict.SINGLE) {
                put(shares, verdict, number("share." + verdict.name(), r.line(line(r, t)).unit(), t, problems));
            }
            must(problems);
            together(actor, r, files, () -> verdicts.judge(actor, r.id(), new NewJudgement(line(r, t), shares, Typed.text(t.get("words")), Typed.text(t.get("tested")),
                    Typed.text(t.get("agreement"))), v));
        });
    }

    /** Files and what they prove come in together or not at all. */
    private void together(Actor actor, ReturnView r, @Nullable List<MultipartFile> files, Runnable act) {
        transaction.executeWithoutResult(status -> {
            formFiles.keep(actor, r.id().subject(), files);
            act.run();
        });
    }

    private static UUID line(ReturnView r, Map<String, String> typed) {
        var text = Typed.text(typed.get("line"));
        return r.lines().stream().map(ReturnLine::id).filter(id -> id.toString().equals(text)).findFirst().orElseThrow(() -> new InvalidInput("line", "web.invalid.choice"));
    }

    /** A quantity in the unit of its line; nothing where nothing, or 0, was typed. */
    private static @Nullable BigDecimal number(String field, String unit, Map<String, String> typed, Map<String, Sentence> problems) {
        var amount = Amounts.read(field, typed.get(field), problems);
        if (!amount.unit().isEmpty() && !amount.unit().equals(unit)) {
            problems.put(field, new Sentence("returns.invalid.otherUnit", "", unit, amount.unit()));
        }
        return amount.value();
    }

    private static <K> void put(Map<K, BigDecimal> map, K key, @Nullable BigDecimal value) {
        if (value != null && value.signum() != 0) {
            map.put(key, value);
        }
    }

    @PostMapping(ONE + "/dispositions")
    Object dispose(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "dispose:" + Typed.text(typed.get("line")), "disposition", typed, redirect, (r, t, v, problems) -> {
            var line = r.line(line(r, t));
            var disposals = new ArrayList<ReturnLine.Disposal>();
            for (Verdict verdict : Verdict.SINGLE) {
                for (Disposition disposition : Disposition.values()) {
                    var amount = number("to." + verdict.name() + "." + disposition.name(), line.unit(), t, problems);
                    if (amount != null && amount.signum() != 0) {
                        disposals.add(new ReturnLine.Disposal(verdict, disposition, amount));
                    }
                }
            }
            must(problems);
            verdicts.dispose(actor, r.id(), new NewDecision(line.id(), disposals, Typed.text(t.get("words"))), v);
        });
    }

    @PostMapping(ONE + "/instructions")
    Object draft(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, @RequestParam(required = false) List<MultipartFile> files,
            RedirectAttributes redirect) {
        return step(actor, page, number, "draft", "rework", typed, redirect, (r, t, v, p) -> together(actor, r, files,
                () -> reworks.draft(actor, r.id(), Typed.text(t.get("words")), Typed.text(t.get("document")), v)));
    }

    @PostMapping(ONE + "/schedules")
    Object schedule(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "schedule", "rework", typed, redirect,
                (r, t, v, p) -> reworks.schedule(actor, r.id(), Typed.day("begin", t.get("begin")), Typed.day("ready", t.get("ready")), Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/reworks")
    Object rework(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "rework:" + Typed.text(typed.get("line")), "rework", typed, redirect, (r, t, v, problems) -> {
            var line = r.line(line(r, t));
            var portion = new NewRework(line.id(), orToday(page, t), number("taken", line.unit(), t, problems), number("good", line.unit(), t, problems),
                    number("scrap", line.unit(), t, problems), Typed.text(t.get("words")));
            must(problems);
            reworks.record(actor, r.id(), portion, v);
        });
    }

    @PostMapping(ONE + "/effects")
    Object effect(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "effect", "rework", typed, redirect, (r, t, v, problems) -> {
            var checked = Amounts.read("checked", t.get("checked"), problems).value();
            var bad = Amounts.read("bad", t.get("bad"), problems).value();
            must(problems);
            reworks.effect(actor, r.id(), checked, bad, Typed.text(t.get("words")), v);
        });
    }

    @PostMapping(ONE + "/deliveries")
    Object deliver(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "deliver", "back", typed, redirect, (r, t, v, problems) -> {
            Map<UUID, BigDecimal> quantities = new LinkedHashMap<>();
            r.lines().forEach(line -> put(quantities, line.id(), number("quantity." + line.id(), line.unit(), t, problems)));
            must(problems);
            homecoming.deliver(actor, r.id(), Typed.text(t.get("note")), orToday(page, t), quantities, v);
        });
    }

    @PostMapping(ONE + "/costs")
    Object cost(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "cost", "costs", typed, redirect, (r, t, v, problems) -> {
            var amount = Amounts.read("amount", t.get("amount"), problems).value();
            must(problems);
            homecoming.cost(actor, r.id(), Typed.choice("kind", CostKind.class, t.get("kind")), amount, orToday(page, t), Typed.text(t.get("words")), v);
        });
    }

    @PostMapping(ONE + "/promise")
    Object promise(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "promise", typed, redirect, (r, t, v, p) -> {
            var day = Typed.day("backBy", t.get("backBy"));
            if (day == null) {
                throw new InvalidInput("backBy", "returns.invalid.day");
            }
            returns.promise(actor, r.id(), day, Typed.text(t.get("reason")), v);
        });
    }

    @PostMapping(ONE + "/closing")
    Object close(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "close", typed, redirect, (r, t, v, p) -> returns.close(actor, r.id(), Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/cancelling")
    Object cancel(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "cancel", typed, redirect, (r, t, v, p) -> returns.cancel(actor, r.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/reopening")
    Object reopen(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "reopen", typed, redirect, (r, t, v, p) -> returns.reopen(actor, r.id(), Typed.text(t.get("reason")), v));
    }

    /** The panels of confirmation close when they are sent; what is wrong with them is said on a page of its own. */
    private Object strict(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        return step(actor, page, number, form, "story", typed, redirect, (r, t, v, p) -> Posted.aloud(() -> taken.by(r, t, v, p)));
    }
}
