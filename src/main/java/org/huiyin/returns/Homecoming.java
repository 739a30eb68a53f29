package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How goods get back to the customer, and what the return has cost (001/3.6). */
@Service
@Transactional
public class Homecoming {

    private static final String WORK = "return.work";
    private static final BigDecimal MOST = new BigDecimal("1e12");

    private final StepWriter steps;
    private final Handling handling;

    Homecoming(StepWriter steps, Handling handling) {
        this.steps = steps;
        this.handling = handling;
    }

    /** Notes a delivery to the customer, by the warehouse or by sales; no more than is ready. */
    public void deliver(Actor actor, ReturnId id, String note, @Nullable LocalDate day, Map<UUID, BigDecimal> quantities, int version) {
        var r = handling.openNow(actor, WORK, id, version);
        if (!handling.does(actor, r, ReturnsSection::counts)) {
            handling.mustOwn(actor, r);
        }
        Map<String, Sentence> problems = new LinkedHashMap<>();
        quantities.forEach((line, quantity) -> ready(r.line(line), quantity, problems));
        if (quantities.isEmpty()) {
            problems.put("quantity", new Sentence("returns.invalid.nothing"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var number = Handling.filled("note", note, 80);
        var on = handling.past("day", day);
        var first = r.lines().stream().filter(l -> quantities.containsKey(l.id())).flatMap(l -> l.counts().stream()).map(ReturnLine.Count::day).min(LocalDate::compareTo);
        if (first.isPresent() && on.isBefore(first.get())) {
            throw new InvalidInput("day", "returns.invalid.beforeCount", on, first.get());
        }
        steps.delivery(id, number, on, quantities, actor.id());
        var after = handling.done(actor, r, "deliver", number, Map.of("note", number, "day", on.toString()));
        handling.tell(handling.owners(r), actor, new Sentence("returns.note.delivered", r.number(), number, on), after);
    }

    private static void ready(ReturnLine line, BigDecimal quantity, Map<String, Sentence> problems) {
        Goods.positive("quantity." + line.id(), quantity, problems);
        if (quantity.compareTo(line.ready()) > 0) {
            problems.put("quantity." + line.id(), new Sentence("returns.invalid.notReady", line.shown(), line.ready(), line.unit()));
        }
    }

    /** Notes what the return has cost, in the company's currency; a negative amount takes a wrong one back. */
    public void cost(Actor actor, ReturnId id, CostKind kind, @Nullable BigDecimal amount, LocalDate day, String words, int version) {
        var r = handling.open(actor, WORK, id, version);
        if (amount == null || amount.signum() == 0 || amount.stripTrailingZeros().scale() > 2 || amount.abs().compareTo(MOST) > 0) {
            throw new InvalidInput("amount", "returns.invalid.amount");
        }
        handling.past("day", day);
        steps.cost(id, kind, amount, day, Handling.within("words", words, 400), actor.id());
        handling.become(actor, r, r, r.stage(), "cost", words.strip(), Map.of("kind", kind.name(), "amount", amount.toPlainString()));
    }
}
