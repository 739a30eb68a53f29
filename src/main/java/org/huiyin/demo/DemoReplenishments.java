package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.replenishment.NewItem;
import org.huiyin.replenishment.NewReplenishment;
import org.huiyin.replenishment.NewShipment;
import org.huiyin.replenishment.ReplenishmentId;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.returns.ReturnId;
import org.springframework.stereotype.Component;

/** Goods sent in exchange: small orders that two approve, and one of 1,000.00 that waits for the general manager (001/5.3.4). */
@Component
class DemoReplenishments {

    private static final BigDecimal PRICE = new BigDecimal("5.00");
    private static final Map<String, String> SMALL = Map.of("kb1", "1.80", "hs1", "12.50", "bt1", "5.60", "lg1", "3.20");

    private final Replenishments replenishments;
    private final DemoSignatures signatures;

    DemoReplenishments(Replenishments replenishments, DemoSignatures signatures) {
        this.replenishments = replenishments;
        this.signatures = signatures;
    }

    /** Orders for complaints that were settled by new parts. */
    void enter(DemoCast cast, WorkingCalendar calendar, Map<String, DemoCase> cases, DemoDiary diary) {
        SMALL.forEach((key, price) -> sent(cast, calendar, Objects.requireNonNull(cases.get(key)), new BigDecimal(price), diary));
    }

    private void sent(DemoCast cast, WorkingCalendar calendar, DemoCase of, BigDecimal price, DemoDiary diary) {
        var id = new ReplenishmentId(UUID.randomUUID());
        var day = of.begun();
        var left = calendar.addWorkingDays(day, 2);
        diary.enter(DemoStep.at(calendar, day, "16:00"), () -> replenishments.propose(cast.as("SALES_CLERK"), id.value(), order(cast, of.complaint().subject(), of.part(),
                new BigDecimal(of.quantity()), price, cast.word("replenish.few"), false, null)));
        for (String role : List.of("SALES_HEAD", "PRODUCTION_HEAD")) {
            diary.enter(DemoStep.at(calendar, day, role.equals("SALES_HEAD") ? "16:20" : "16:45"), () -> signatures.agree(cast, role, id.subject()));
        }
        diary.enter(DemoStep.at(calendar, calendar.addWorkingDays(day, 1), "09:00"), () -> replenishments.scheduled(cast.as("PLANNING"), id, left, version(id)));
        diary.enter(DemoStep.at(calendar, left, "11:00"), () -> replenishments.shipped(cast.as("WAREHOUSE"), id,
                new NewShipment(left, "SH-" + left.toString().replace("-", ""), ""), version(id)));
        diary.enter(DemoStep.at(calendar, calendar.addWorkingDays(left, 1), "14:00"), () -> replenishments.received(cast.as("SALES_CLERK"), id, calendar.addWorkingDays(left, 1), "",
                version(id)));
    }

    /** The order for the return that came unannounced: sales and production have approved, the general manager has not. */
    void waiting(DemoCast cast, WorkingCalendar calendar, LocalDate day, ReturnId of, String part, BigDecimal quantity, DemoDiary diary) {
        var id = new ReplenishmentId(UUID.randomUUID());
        diary.enter(DemoStep.at(calendar, day, "16:05"), () -> replenishments.propose(cast.as("SALES_CLERK"), id.value(), order(cast, of.subject(), part, quantity, PRICE,
                cast.word("return.wanted"), true, calendar.addWorkingDays(day, 3))));
        diary.enter(DemoStep.at(calendar, day, "16:40"), () -> signatures.agree(cast, "SALES_HEAD", id.subject()));
        diary.enter(DemoStep.at(calendar, day, "17:15"), () -> signatures.agree(cast, "PRODUCTION_HEAD", id.subject()));
    }

    private static NewReplenishment order(DemoCast cast, SubjectRef of, String part, BigDecimal quantity, BigDecimal price, String reason, boolean urgent,
            @org.jspecify.annotations.Nullable LocalDate wanted) {
        return new NewReplenishment(of, urgent, wanted, reason, List.of(new NewItem(part, cast.word("part." + part), quantity, cast.word("unit"), price)));
    }

    private int version(ReplenishmentId id) {
        return replenishments.get(id).row().version();
    }
}
