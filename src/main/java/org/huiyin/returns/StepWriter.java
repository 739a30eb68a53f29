package org.huiyin.returns;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was done about a return: a row for each act, none ever changed. */
@Component
class StepWriter {

    private final JdbcClient sql;
    private final Clock clock;

    StepWriter(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    void ground(ReturnId id, Ground ground, String words, PersonId by) {
        sql.sql("insert into returns.ground (id, return_id, ground, words, by_id, at) values (?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), ground.name(), words, by.value(), now()).update();
    }

    void fetching(ReturnId id, LocalDate day, String words, PersonId by) {
        sql.sql("insert into returns.fetching (id, return_id, day, words, by_id, at) values (?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), day, words, by.value(), now()).update();
    }

    /** How a corrected line stands. */
    record Standing(boolean doubtful, boolean onSlip, boolean removed) {}

    void amendment(ReturnId id, UUID line, NewReturn.Line is, Standing standing, String words, PersonId by) {
        sql.sql("insert into returns.amendment (id, return_id, line_id, part, part_name, lot, lot_doubtful, serial, stated, unit, on_slip, removed, words, by_id, at)"
                + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(Ids.next(), id.value(), line, is.part(), is.partName(), is.lot(), standing.doubtful(), is.serial(), is.quantity(), is.unit(),
                        standing.onSlip(), standing.removed(), words, by.value(), now())).update();
    }

    void identification(ReturnId id, CustomerId customer, String words, PersonId by) {
        sql.sql("insert into returns.identification (id, return_id, customer_id, words, by_id, at) values (?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), customer.value(), words, by.value(), now()).update();
    }

    /** A difference of which the customer knew before the slip was corrected is not told again. */
    void toldBefore(UUID line) {
        sql.sql("""
                insert into returns.difference_told (difference_id, telling_id)
                select distinct on (n.id) n.id, t.telling_id from returns.difference n
                join returns.difference o on o.company_id = n.company_id and o.line_id = n.line_id and o.id <> n.id and o.kind = n.kind and o.stated = n.stated and o.found = n.found
                join returns.difference_told t on t.company_id = o.company_id and t.difference_id = o.id
                where n.line_id = :line and not exists (select 1 from returns.difference_told k where k.company_id = n.company_id and k.difference_id = n.id)
                order by n.id, t.telling_id desc""").param("line", line).update();
    }

    /** A count with the differences that it found. */
    void count(ReturnId id, UUID line, NewCount.Line found, LocalDate day, String place, String words, List<Found> differences, PersonId by) {
        UUID count = Ids.next();
        sql.sql("insert into returns.count (id, return_id, line_id, quantity, part, lot, place, day, words, by_id, at) values (?,?,?,?,?,?,?,?,?,?,?)")
                .params(count, id.value(), line, Objects.requireNonNull(found.quantity()), found.part(), found.lot(), place, day, words, by.value(), now()).update();
        for (Found d : differences) {
            sql.sql("insert into returns.difference (id, return_id, line_id, count_id, kind, stated, found) values (?,?,?,?,?,?,?)")
                    .params(Ids.next(), id.value(), line, count, d.kind().name(), d.stated(), d.found()).update();
        }
    }

    /** A difference as it was found. */
    record Found(DifferenceKind kind, String stated, String found) {}

    void telling(ReturnId id, Matter matter, LocalDate day, String way, String who, String words, List<ReturnLine.Difference> of, PersonId by) {
        UUID telling = Ids.next();
        sql.sql("insert into returns.telling (id, return_id, matter, day, way, who, words, by_id, at) values (?,?,?,?,?,?,?,?,?)")
                .params(telling, id.value(), matter.name(), day, way, who, words, by.value(), now()).update();
        for (ReturnLine.Difference d : of) {
            sql.sql("insert into returns.difference_told (difference_id, telling_id) values (?,?)").params(d.id(), telling).update();
        }
    }

    void analysis(ReturnId id, UUID line, String method, String finding, PersonId by) {
        sql.sql("insert into returns.analysis (id, return_id, line_id, method, finding, by_id, at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), line, method, finding, by.value(), now()).update();
    }

    void judgement(ReturnId id, NewJudgement j, PersonId by) {
        UUID judgement = Ids.next();
        sql.sql("insert into returns.judgement (id, return_id, line_id, words, tested, agreement, by_id, at) values (?,?,?,?,?,?,?,?)")
                .params(judgement, id.value(), j.line(), j.words(), j.tested(), j.agreement(), by.value(), now()).update();
        j.shares().forEach((verdict, quantity) -> sql.sql("insert into returns.share (judgement_id, verdict, quantity) values (?,?,?)")
                .params(judgement, verdict.name(), quantity).update());
    }

    void decision(ReturnId id, UUID judgement, NewDecision d, PersonId by) {
        UUID decision = Ids.next();
        sql.sql("insert into returns.decision (id, return_id, line_id, judgement_id, words, by_id, at) values (?,?,?,?,?,?,?)")
                .params(decision, id.value(), d.line(), judgement, d.words(), by.value(), now()).update();
        for (ReturnLine.Disposal one : d.disposals()) {
            sql.sql("insert into returns.disposal (decision_id, verdict, disposition, quantity) values (?,?,?,?)")
                    .params(decision, one.verdict().name(), one.disposition().name(), one.quantity()).update();
        }
    }

    void instruction(ReturnId id, int revision, String words, String document, PersonId by) {
        sql.sql("insert into returns.instruction (id, return_id, revision, words, document, by_id, at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), revision, words, document, by.value(), now()).update();
    }

    void schedule(ReturnId id, LocalDate begin, LocalDate ready, String words, PersonId by) {
        sql.sql("insert into returns.schedule (id, return_id, begin_on, ready_on, words, by_id, at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), begin, ready, words, by.value(), now()).update();
    }

    void rework(ReturnId id, NewRework r, PersonId by) {
        sql.sql("insert into returns.rework (id, return_id, line_id, day, taken, good, scrap, words, by_id, at) values (?,?,?,?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), r.line(), r.day(), Objects.requireNonNull(r.taken()), Objects.requireNonNull(r.good()),
                        Objects.requireNonNull(r.scrap()), r.words(), by.value(), now()).update();
    }

    void effect(ReturnId id, BigDecimal checked, BigDecimal bad, String words, PersonId by) {
        sql.sql("insert into returns.effect (id, return_id, checked, bad, words, by_id, at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), checked, bad, words, by.value(), now()).update();
    }

    void delivery(ReturnId id, String note, LocalDate day, Map<UUID, BigDecimal> quantities, PersonId by) {
        UUID delivery = Ids.next();
        sql.sql("insert into returns.delivery (id, return_id, note, day, by_id, at) values (?,?,?,?,?,?)")
                .params(delivery, id.value(), note, day, by.value(), now()).update();
        quantities.forEach((line, quantity) -> sql.sql("insert into returns.delivered (delivery_id, line_id, quantity) values (?,?,?)")
                .params(delivery, line, quantity).update());
    }

    void cost(ReturnId id, CostKind kind, BigDecimal amount, LocalDate day, String words, PersonId by) {
        sql.sql("insert into returns.cost (id, return_id, kind, amount, day, words, by_id, at) values (?,?,?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), kind.name(), amount, day, words, by.value(), now()).update();
    }
}
