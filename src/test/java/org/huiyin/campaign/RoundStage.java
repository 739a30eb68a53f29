package org.huiyin.campaign;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Accounts;
import org.huiyin.platform.BaseAddress;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the stage for rounds: customers of every class with contacts, approvals with signatures. Import it into a test. */
@Component
public class RoundStage {

    /** The address that links of tests carry. */
    public static final String BASE = "https://huiyin.test";

    private final Customers customers;
    private final Contacts contacts;
    private final Approvals approvals;
    private final Signatures signatures;
    private final Accounts accounts;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    RoundStage(Customers customers, Contacts contacts, Approvals approvals, Signatures signatures, Accounts accounts, JdbcClient sql,
            TransactionTemplate transaction, TestClock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.approvals = approvals;
        this.signatures = signatures;
        this.accounts = accounts;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        transaction.executeWithoutResult(status -> sql.sql("insert into platform.setting (name, value) values (?, ?) on conflict do nothing")
                .params(BaseAddress.SETTING, BASE).update());
    }

    /** As many customers as given of each class, each with one contact by mail; runs inside the company. */
    public Map<Grade, List<CustomerId>> customers(Cast.Troupe company, int a, int b, int c, int d) {
        var counts = new LinkedHashMap<Grade, Integer>();
        counts.put(Grade.A, a);
        counts.put(Grade.B, b);
        counts.put(Grade.C, c);
        counts.put(Grade.D, d);
        var all = new LinkedHashMap<Grade, List<CustomerId>>();
        counts.forEach((grade, n) -> {
            for (int i = 1; i <= n; i++) {
                all.computeIfAbsent(grade, g -> new ArrayList<>()).add(customer(company, grade, grade + "类客户" + i, true));
            }
        });
        return all;
    }

    /** A customer of the class with one contact by mail. */
    public CustomerId customer(Cast.Troupe company, Grade grade, String name, boolean fileComplete) {
        var head = company.salesHead();
        var blank = CustomerDetails.named(name);
        var details = new CustomerDetails(blank.code(), name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, fileComplete ? "老客户，档案在补" : null);
        var id = customers.create(head, details);
        grade(company, id, grade, LocalDate.of(2025, 1, 1));
        contact(company, id, "李" + name, "li." + id.value().toString().substring(28) + "@example.com");
        return id;
    }

    /** One more person at the customer. */
    public UUID contact(Cast.Troupe company, CustomerId customer, String name, @Nullable String email) {
        return contacts.add(company.salesHead(), customer,
                new ContactDetails(name, "QUALITY", BigDecimal.ONE, email, "13800000000", null, null, "zh-CN"));
    }

    /** Gives the customer a class from a day on. */
    public void grade(Cast.Troupe company, CustomerId id, Grade grade, LocalDate since) {
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into customer.grade_step (id, customer_id, grade, since, kind, decided_by, decided_at) values (?,?,?,?,'TAKEN_OVER',?,?)""")
                .params(Ids.next(), id.value(), grade.name(), since, company.salesHead().id().value(), Timestamp.from(clock.instant()))
                .update());
        transaction.executeWithoutResult(status -> sql.sql("update customer.customer set grade = ? where id = ?")
                .params(grade.name(), id.value()).update());
    }

    /** Signs and decides as that person. */
    public void decide(Cast.Troupe company, Actor actor, UUID approval, boolean approve) {
        var view = transaction.execute(status -> approvals.get(approval));
        var account = transaction.execute(status -> accounts.ofPerson(actor.id()).orElseThrow().id());
        var member = new Member(company.id(), company.slug(), "x", "Asia/Shanghai", actor, null, account, null, null);
        transaction.executeWithoutResult(status -> approvals.decide(actor, approval, approve, approve ? "" : "换一家",
                signatures.sign(member, Cast.PASSWORD, view.subject(), new Sentence("web.verbatim", "同意"), view.contentHash())));
    }
}
