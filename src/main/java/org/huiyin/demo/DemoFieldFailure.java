package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.InspectionKind;
import org.huiyin.complaint.InspectionResult;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.NewInspection;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.returns.Arrivals;
import org.huiyin.returns.Disposition;
import org.huiyin.returns.Ground;
import org.huiyin.returns.Matter;
import org.huiyin.returns.NewCount;
import org.huiyin.returns.NewDecision;
import org.huiyin.returns.NewJudgement;
import org.huiyin.returns.NewReturn;
import org.huiyin.returns.ReturnId;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Verdict;
import org.huiyin.returns.Verdicts;
import org.huiyin.voice.Channel;
import org.springframework.stereotype.Component;

/** The part that failed in the field comes back and is examined: ours, and the supplier's part of it (004/5.2b). */
@Component
class DemoFieldFailure {

    private final Returns returns;
    private final Arrivals arrivals;
    private final Verdicts verdicts;
    private final Inspections inspections;

    DemoFieldFailure(Returns returns, Arrivals arrivals, Verdicts verdicts, Inspections inspections) {
        this.returns = returns;
        this.arrivals = arrivals;
        this.verdicts = verdicts;
        this.inspections = inspections;
    }

    void enter(DemoCast cast, WorkingCalendar calendar, DemoCase of, DemoDiary diary) {
        var id = new ReturnId(UUID.randomUUID());
        var day = of.begun();
        var fetched = calendar.addWorkingDays(day, 1);
        var here = calendar.addWorkingDays(day, 4);
        var examined = calendar.addWorkingDays(day, 5);
        diary.enter(DemoStep.at(calendar, day, "15:40"), () -> returns.authorize(cast.as("SALES_HEAD"), id.value(), allowed(cast, of, fetched)));
        diary.enter(DemoStep.at(calendar, day, "16:00"), () -> arrivals.ground(cast.as("QUALITY"), id, Ground.OURS, cast.word("field.ground"), now(id).version()));
        diary.enter(DemoStep.at(calendar, fetched, "10:00"), () -> arrivals.fetch(cast.as("PLANNING"), id, fetched, cast.word("field.fetch"), now(id).version()));
        diary.enter(DemoStep.at(calendar, here, "09:30"), () -> arrivals.count(cast.as("WAREHOUSE"), id, new NewCount(here, cast.word("field.place"), "", false,
                List.of(new NewCount.Line(line(id).id(), BigDecimal.ONE, line(id).unit(), "", "")), List.of()), now(id).version()));
        diary.enter(DemoStep.at(calendar, examined, "11:00"), () -> examine(cast, id));
        diary.enter(DemoStep.at(calendar, examined, "14:30"), () -> end(cast, id, examined));
    }

    private static NewReturn allowed(DemoCast cast, DemoCase of, LocalDate fetched) {
        return new NewReturn(of.complaint(), null, "", fetched, null, cast.word("field.address"), cast.word("field.reason"), false, List.of(new NewReturn.Line(of.part(),
                cast.word("part." + of.part()), DemoShipments.lotBefore(of.part(), of.begun(), of.lotAge()), "", BigDecimal.ONE, cast.word("unit"))));
    }

    /** What incoming inspection had found of the lot (004/5.5). */
    private void lookUp(DemoCast cast, ReturnId id) {
        var line = line(id);
        inspections.note(cast.as("QUALITY"), UUID.randomUUID(), new NewInspection(InspectionKind.PURCHASED, cast.word("supplier"), "", cast.word("part.LM-072"), line.lot(),
                LocalDate.parse("20" + line.lot().substring(2, 4) + "-" + line.lot().substring(4, 6) + "-02"), InspectionResult.PASSED, new BigDecimal("50"), BigDecimal.ZERO,
                "IQC-" + line.lot().substring(2, 6), cast.as("QUALITY").name(), cast.word("inspect.words")), null);
    }

    private void examine(DemoCast cast, ReturnId id) {
        lookUp(cast, id);
        var quality = cast.as("QUALITY");
        verdicts.analyse(quality, id, line(id).id(), cast.word("field.method"), cast.word("field.finding"), now(id).version());
        verdicts.judge(quality, id, new NewJudgement(line(id).id(), Map.of(Verdict.OURS_SUPPLIER_PART, BigDecimal.ONE), cast.word("field.judged"), "", ""), now(id).version());
        verdicts.dispose(quality, id, new NewDecision(line(id).id(), List.of(new ReturnLine.Disposal(Verdict.OURS_SUPPLIER_PART, Disposition.SCRAP, BigDecimal.ONE)), ""),
                now(id).version());
    }

    private void end(DemoCast cast, ReturnId id, LocalDate day) {
        arrivals.tell(cast.as("SALES_HEAD"), id, Matter.VERDICT, day, Channel.PHONE, now(id).customerName(), cast.word("field.told"), now(id).version());
        returns.close(cast.as("SALES_HEAD"), id, cast.word("field.closed"), now(id).version());
    }

    private ReturnView now(ReturnId id) {
        return returns.get(id);
    }

    private ReturnLine line(ReturnId id) {
        return now(id).lines().getFirst();
    }
}
