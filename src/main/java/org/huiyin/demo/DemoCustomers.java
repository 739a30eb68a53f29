package org.huiyin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Forty customers with contacts and a year and a half of sales. */
@Component
class DemoCustomers {

    private static final int MONTHS = 18;

    private final Customers customers;
    private final Contacts contacts;
    private final Sales sales;

    DemoCustomers(Customers customers, Contacts contacts, Sales sales) {
        this.customers = customers;
        this.contacts = contacts;
        this.sales = sales;
    }

    /** Enters them as if they had been entered before the first round. */
    void enter(DemoCast cast, DemoDays days) {
        days.on(days.today().minusMonths(14), () -> lines().forEach(line -> enter(cast, days, line.split("\\|", -1))));
    }

    private void enter(DemoCast cast, DemoDays days, String[] f) {
        var head = cast.as("SALES_HEAD");
        boolean english = cast.company().language().equals("en");
        var details = new CustomerDetails(null, english ? f[1] : f[0], null, english ? "Manufacturer" : "制造商", english ? "Medium" : "中型",
                f[2], english ? "Plastic and metal parts" : "塑胶与五金件", f[2], f[3], null, null, cast.as("SALES_CLERK").id(),
                days.today().minusMonths(Integer.parseInt(f[8]) + 12L).withDayOfMonth(1), f[4], f[5], f[6], yes(f[9]), yes(f[10]), yes(f[11]), null);
        var customer = customers.create(head, details);
        for (String person : f[12].split(";", -1)) {
            var p = person.split(":", -1);
            contacts.add(head, customer, contact(p[0], p[1], p[2]));
        }
        sell(cast, days, customer, new BigDecimal(f[7]));
    }

    private static ContactDetails contact(String name, String role, String way) {
        var phone = "1390000" + (1000 + Math.abs(name.hashCode() % 9000));
        return new ContactDetails(name, role, BigDecimal.ONE, null, phone, way.equals("LETTER") ? "0755-8800" + phone.substring(7) : null,
                way.equals("WECHAT") ? "wx_" + Integer.toHexString(Math.abs(name.hashCode())) : null, "zh-CN");
    }

    private void sell(DemoCast cast, DemoDays days, CustomerId customer, BigDecimal monthly) {
        var chance = new Random(customer.value().getLeastSignificantBits());
        var first = YearMonth.from(days.today()).minusMonths(MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            var factor = BigDecimal.valueOf(85 + chance.nextInt(31), 2);
            sales.note(cast.as("SALES_HEAD"), new SaleLine(customer, first.plusMonths(month), monthly.multiply(factor), "CNY", null));
        }
    }

    private static Boolean yes(String field) {
        return field.equals("yes");
    }

    private static List<String> lines() {
        try (var file = new ClassPathResource("demo/customers.txt").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

}
