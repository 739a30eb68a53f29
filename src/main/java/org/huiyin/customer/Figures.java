package org.huiyin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.huiyin.customer.grading.CustomerFigures;
import org.huiyin.customer.grading.GradingRules;
import org.jspecify.annotations.Nullable;

/** What a grading run knows of a customer, taken from its file and its sales; degrees that the rules do not know are unknown. */
record Figures(GradingRules rules, String currency, LocalDate day) {

    CustomerFigures of(CustomerDetails details, Map<String, BigDecimal> sales) {
        var figures = CustomerFigures.NONE.number(rules.salesFigure(), sales.getOrDefault(currency, BigDecimal.ZERO));
        if (details.partnerSince() != null) {
            int months = CustomerFigures.wholeMonths(details.partnerSince(), day);
            figures = figures.number(rules.partnerMonthsFigure(), BigDecimal.valueOf(Math.max(0, months)));
        }
        figures = degree(figures, "cooperation", details.cooperation());
        figures = degree(figures, "potential", details.potential());
        figures = degree(figures, "payment", details.payment());
        figures = flag(figures, "reputation", details.wellKnown());
        figures = flag(figures, "fittedInVehicles", details.coreIndustry());
        return flag(figures, "unstableOrders", details.unstableOrders());
    }

    private CustomerFigures degree(CustomerFigures figures, String figure, @Nullable String degree) {
        boolean known = degree != null && rules.ordinals().stream().anyMatch(o -> o.figure().equals(figure) && o.degrees().contains(degree));
        return known && degree != null ? figures.degree(figure, degree) : figures;
    }

    private static CustomerFigures flag(CustomerFigures figures, String figure, @Nullable Boolean value) {
        return value == null ? figures : figures.flag(figure, value);
    }
}
