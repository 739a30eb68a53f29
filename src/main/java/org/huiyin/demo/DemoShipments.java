package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.Shipments;
import org.huiyin.customer.CustomerId;
import org.springframework.stereotype.Component;

/** Defects, parts and three lots of each part a month, so that rates and effects have something to be reckoned from. */
@Component
class DemoShipments {

    private static final int MONTHS = 12;
    private static final List<Integer> DAYS = List.of(6, 16, 26);

    private final Catalogue catalogue;
    private final Shipments shipments;

    DemoShipments(Catalogue catalogue, Shipments shipments) {
        this.catalogue = catalogue;
        this.shipments = shipments;
    }

    void enter(DemoCast cast, DemoDays days, List<CustomerId> customers, String parts, String defects) {
        days.on(days.today().minusMonths(MONTHS), () -> cast.words().under(defects).forEach((code, name) -> catalogue.name(cast.as("QUALITY_HEAD"), code, name)));
        days.on(days.today(), () -> shipments.note(cast.as("QUALITY_HEAD"), shipped(cast, days, customers, parts)));
    }

    private static List<Shipments.Shipment> shipped(DemoCast cast, DemoDays days, List<CustomerId> customers, String parts) {
        var all = new ArrayList<Shipments.Shipment>();
        var first = YearMonth.from(days.today()).minusMonths(MONTHS);
        for (String line : DemoWords.table(parts)) {
            var f = line.split("\\|", -1);
            var to = List.of(f[2].split(" "));
            for (int month = 0; month <= MONTHS; month++) {
                for (int i = 0; i < DAYS.size(); i++) {
                    var day = first.plusMonths(month).atDay(DAYS.get(i));
                    var customer = customers.get(Integer.parseInt(to.get((month + i) % to.size())) - 1);
                    if (day.isBefore(days.today())) {
                        all.add(new Shipments.Shipment(customer, f[0], cast.word("part." + f[0]), lot(f[0], day, i + 1), day,
                                new BigDecimal(f[1]).multiply(BigDecimal.valueOf(90 + (month * 7 + i * 11) % 21, 2)).setScale(0, java.math.RoundingMode.HALF_UP), cast.word("unit"), ""));
                    }
                }
            }
        }
        return all;
    }

    /** The first lot of a month before a day that was surely shipped by then. */
    static String lotBefore(String part, LocalDate day, int months) {
        return lot(part, day.getDayOfMonth() > DAYS.getFirst() ? day.minusMonths(months) : day.minusMonths(months + 1L), 1);
    }

    private static String lot(String part, LocalDate day, int number) {
        return part.substring(0, 2) + day.toString().substring(2, 7).replace("-", "") + "-" + number;
    }
}
