package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.CustomerId;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.returns.Arrivals;
import org.huiyin.returns.CostKind;
import org.huiyin.returns.Disposition;
import org.huiyin.returns.Ground;
import org.huiyin.returns.Homecoming;
import org.huiyin.returns.Matter;
import org.huiyin.returns.NewArrival;
import org.huiyin.returns.NewCount;
import org.huiyin.returns.NewDecision;
import org.huiyin.returns.NewJudgement;
import org.huiyin.returns.NewReturn;
import org.huiyin.returns.NewRework;
import org.huiyin.returns.ReturnId;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Reworks;
import org.huiyin.returns.Verdict;
import org.huiyin.returns.Verdicts;
import org.huiyin.voice.Channel;
import org.springframework.stereotype.Component;

/** A return that was allowed, reworked and brought back; and the one that came unannounced, 200 on the slip and 195 counted, and still waits (001/5.3). */
@Component
class DemoReturns {

    private static final BigDecimal STATED = new BigDecimal("200");
    private static final BigDecimal COUNTED = new BigDecimal("195");
    private static final String PART = "SH-510";
    private static final int CUSTOMER = 9;

    private final Returns returns;
    private final Arrivals arrivals;
    private final Verdicts verdicts;
    private final Reworks reworks;
    private final Homecoming homecoming;
    private final Complaints complaints;
    private final DemoComplaintSteps steps;
    private final DemoReplenishments replenishments;

    DemoReturns(Returns returns, Arrivals arrivals, Verdicts verdicts, Reworks reworks, Homecoming homecoming, Complaints complaints, DemoComplaintSteps steps,
            DemoReplenishments replenishments) {
        this.returns = returns;
        this.arrivals = arrivals;
        this.verdicts = verdicts;
        this.reworks = reworks;
        this.homecoming = homecoming;
        this.complaints = complaints;
        this.steps = steps;
        this.replenishments = replenishments;
    }

    void enter(DemoCast cast, DemoDays days, WorkingCalendar calendar, List<CustomerId> customers, Map<String, DemoCase> cases, DemoDiary diary) {
        reworked(cast, calendar, Objects.requireNonNull(cases.get("hs2")), diary);
        unannounced(cast, days, calendar, customers.get(CUSTOMER), diary);
    }

    private void unannounced(DemoCast cast, DemoDays days, WorkingCalendar calendar, CustomerId customer, DemoDiary diary) {
        var day = DemoStep.worked(days.today().minusDays(2), calendar);
        var id = new ReturnId(UUID.randomUUID());
        diary.enter(DemoStep.at(calendar, day, "10:20"), () -> returns.arrived(cast.as("WAREHOUSE"), id.value(), new NewArrival(customer, "", day, cast.word("return.area"),
                cast.word("return.text"), false, List.of(new NewArrival.Line(PART, DemoShipments.lotBefore(PART, day, 1), "", STATED, COUNTED, cast.word("unit"))))));
        diary.enter(DemoStep.at(calendar, day, "11:05"), () -> arrivals.tell(cast.as("SALES_CLERK"), id, Matter.DIFFERENCE, day, Channel.PHONE, contact(id),
                cast.word("return.short"), now(id).version()));
        diary.enter(DemoStep.at(calendar, day, "11:10"), () -> steps.told(cast, now(id).complaint()));
        diary.enter(DemoStep.at(calendar, day, "13:50"), () -> steps.assessed(cast, now(id).complaint(), cast.word("return.assess")));
        diary.enter(DemoStep.at(calendar, day, "15:40"), () -> verdicts.judge(cast.as("QUALITY"), id, new NewJudgement(line(id).id(), Map.of(Verdict.OURS, COUNTED),
                cast.word("return.judged"), "", ""), now(id).version()));
        replenishments.waiting(cast, calendar, day, id, PART, STATED, diary);
    }

    private void reworked(DemoCast cast, WorkingCalendar calendar, DemoCase of, DemoDiary diary) {
        var id = new ReturnId(UUID.randomUUID());
        var day = of.begun();
        var fetched = calendar.addWorkingDays(day, 1);
        var here = calendar.addWorkingDays(day, 2);
        var ready = calendar.addWorkingDays(day, 4);
        var back = calendar.addWorkingDays(day, 5);
        diary.enter(DemoStep.at(calendar, day, "14:10"), () -> returns.authorize(cast.as("SALES_CLERK"), id.value(), allowed(cast, of, fetched, back)));
        diary.enter(DemoStep.at(calendar, day, "14:30"), () -> arrivals.ground(cast.as("QUALITY"), id, Ground.OURS, cast.word("return.ground"), now(id).version()));
        diary.enter(DemoStep.at(calendar, day, "15:00"), () -> arrivals.fetch(cast.as("PLANNING"), id, fetched, cast.word("return.fetch"), now(id).version()));
        diary.enter(DemoStep.at(calendar, here, "09:10"), () -> arrivals.count(cast.as("WAREHOUSE"), id, counted(cast, id, here), now(id).version()));
        diary.enter(DemoStep.at(calendar, here, "10:30"), () -> judge(cast, id));
        diary.enter(DemoStep.at(calendar, here, "11:20"), () -> plan(cast, id, calendar.addWorkingDays(here, 1), ready));
        diary.enter(DemoStep.at(calendar, ready, "15:30"), () -> work(cast, id, ready));
        diary.enter(DemoStep.at(calendar, back, "10:00"), () -> bringBack(cast, id, back));
    }

    private static NewReturn allowed(DemoCast cast, DemoCase of, LocalDate fetched, LocalDate back) {
        return new NewReturn(of.complaint(), null, "", fetched, back, cast.word("return.address"), cast.word("return.reason"), false, List.of(new NewReturn.Line(of.part(),
                cast.word("part." + of.part()), DemoShipments.lotBefore(of.part(), of.begun(), of.lotAge()), "", new BigDecimal(of.quantity()), cast.word("unit"))));
    }

    private NewCount counted(DemoCast cast, ReturnId id, LocalDate day) {
        var line = line(id);
        return new NewCount(day, cast.word("return.area"), "", false, List.of(new NewCount.Line(line.id(), line.stated(), line.unit(), "", "")), List.of());
    }

    private void judge(DemoCast cast, ReturnId id) {
        var all = line(id).counted();
        verdicts.judge(cast.as("QUALITY"), id, new NewJudgement(line(id).id(), Map.of(Verdict.OURS, all), cast.word("return.ground"), "", ""), now(id).version());
        verdicts.dispose(cast.as("QUALITY"), id, new NewDecision(line(id).id(), List.of(new ReturnLine.Disposal(Verdict.OURS, Disposition.REWORK, all)), ""), now(id).version());
    }

    private void plan(DemoCast cast, ReturnId id, LocalDate begin, LocalDate ready) {
        reworks.draft(cast.as("PROCESS"), id, cast.word("return.instruction"), "RW-118", now(id).version());
        reworks.schedule(cast.as("PLANNING"), id, begin, ready, "", now(id).version());
    }

    private void work(DemoCast cast, ReturnId id, LocalDate day) {
        var all = line(id).counted();
        reworks.record(cast.as("PRODUCTION"), id, new NewRework(line(id).id(), day, all, all.subtract(BigDecimal.ONE), BigDecimal.ONE, cast.word("return.reworked")),
                now(id).version());
        reworks.effect(cast.as("PROCESS"), id, all.subtract(BigDecimal.ONE), BigDecimal.ZERO, cast.word("return.effect"), now(id).version());
        homecoming.cost(cast.as("PROCESS"), id, CostKind.REWORK, new BigDecimal("360.00"), day, cast.word("return.cost"), now(id).version());
    }

    private void bringBack(DemoCast cast, ReturnId id, LocalDate day) {
        homecoming.deliver(cast.as("WAREHOUSE"), id, "SH-" + day.toString().replace("-", ""), day, Map.of(line(id).id(), line(id).ready()), now(id).version());
        arrivals.tell(cast.as("SALES_CLERK"), id, Matter.VERDICT, day, Channel.PHONE, contact(id), cast.word("return.told"), now(id).version());
        returns.close(cast.as("SALES_CLERK"), id, cast.word("return.closed"), now(id).version());
    }

    private ReturnView now(ReturnId id) {
        return returns.get(id);
    }

    private ReturnLine line(ReturnId id) {
        return now(id).lines().getFirst();
    }

    private String contact(ReturnId id) {
        return complaints.get(now(id).complaint()).who();
    }
}
