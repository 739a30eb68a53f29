package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Phase;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The complaints of nine months, each taken in on its day and led as far as it has come by today. */
@Component
class DemoComplaints {

    private final Complaints complaints;
    private final Contacts contacts;
    private final DemoComplaintSteps steps;

    DemoComplaints(Complaints complaints, Contacts contacts, DemoComplaintSteps steps) {
        this.complaints = complaints;
        this.contacts = contacts;
        this.steps = steps;
    }

    /** Enters them all into the diary; by their keys. */
    Map<String, DemoCase> enter(DemoCast cast, DemoDays days, WorkingCalendar calendar, List<CustomerId> customers, String table, DemoDiary diary) {
        Map<String, DemoCase> cases = new LinkedHashMap<>();
        for (String line : DemoWords.table(table)) {
            var ago = Integer.parseInt(line.split("\\|", -1)[1]);
            var one = new DemoCase(line, ago == 0 ? days.today() : DemoStep.worked(days.today().minusDays(ago), calendar));
            cases.put(one.key(), one);
            var came = came(one, days, calendar);
            var customer = one.customer().equals("-") ? null : customers.get(Integer.parseInt(one.customer()) - 1);
            diary.enter(came, () -> one.became(complaints.take(by(cast, one), told(cast, one, customer, came))));
            var at = came;
            for (DemoStep step : one.steps()) {
                at = step.after(at, one.begun(), calendar);
                diary.enter(at, () -> steps.take(cast, cases, one, step));
            }
        }
        return cases;
    }

    private static Instant came(DemoCase one, DemoDays days, WorkingCalendar calendar) {
        return one.time().startsWith("-") ? days.now().plusSeconds(60L * Integer.parseInt(one.time()))
                : one.begun().atTime(LocalTime.parse(one.time())).atZone(calendar.zone()).toInstant();
    }

    private NewComplaint told(DemoCast cast, DemoCase one, @Nullable CustomerId customer, Instant came) {
        var wish = one.wish();
        return new NewComplaint(customer, who(cast, one, customer), FeedbackKind.valueOf(one.kind()), phase(one),
                one.given("segment").map(segment -> cast.word("segment." + segment)).orElse(null), Channel.valueOf(one.way()), came,
                by(cast, one).id(), cast.word("k." + one.key() + ".text"), one.is("number") ? "SC-" + one.begun().toString().substring(2).replace("-", "") : null,
                wish == null ? null : new CustomerDate(one.begun().plusDays(wish), null), one.is("safety"),
                one.part().isEmpty() ? List.of() : List.of(line(cast, one)), null);
    }

    private Complainant who(DemoCast cast, DemoCase one, @Nullable CustomerId customer) {
        if (customer == null) {
            return new Complainant(cast.word("k." + one.key() + ".who"), "", "13800001234", "");
        }
        var contact = contacts.of(customer).getFirst();
        return new Complainant(contact.name(), "", Objects.requireNonNullElse(contact.phone(), ""), "");
    }

    /** Sales takes complaints in, unless somebody else was called. */
    private static Actor by(DemoCast cast, DemoCase one) {
        return cast.as(one.given("by").orElse("SALES_CLERK"));
    }

    private static NewLine line(DemoCast cast, DemoCase one) {
        return new NewLine(one.part(), cast.word("part." + one.part()), DemoShipments.lotBefore(one.part(), one.begun(), one.lotAge()), "", new BigDecimal(one.quantity()),
                cast.word("unit"), one.defect(), cast.word("found." + one.found()),
                one.given("km").map(Integer::valueOf).orElse(null), one.given("vin").orElse(""));
    }

    private static Phase phase(DemoCase one) {
        return switch (one.found()) {
            case "line" -> Phase.DURING;
            case "field" -> Phase.AFTER;
            default -> Phase.BEFORE;
        };
    }
}
