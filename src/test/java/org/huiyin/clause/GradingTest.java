package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.Approvals;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerFields;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.customer.GradeStep;
import org.huiyin.customer.Gradings;
import org.huiyin.customer.Merges;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.huiyin.customer.Upgrades;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Grading of customers over the closed window (T-GRADE and further rows). */
@HuiyinTest
@Clause({"001/5.4.2.1b", "001/5.4.2.1c–d", "001/5.4.2.1e"})
class GradingTest {

    @Autowired java.util.List<org.huiyin.approval.ApprovalContent> contents;
    @Autowired Cast cast;
    @Autowired Customers customers;
    @Autowired Contacts contacts;
    @Autowired Sales sales;
    @Autowired Gradings gradings;
    @Autowired Upgrades upgrades;
    @Autowired Approvals approvals;
    @Autowired Merges merges;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    private Cast.Troupe troupe;
    private Actor head;

    @BeforeEach
    void firstOfApril() {
        troupe = cast.company("P001");
        head = troupe.salesHead();
        clock.set("2026-04-01T09:00");
    }

    private CustomerId customer(String name, String cooperation, String potential, String payment, String since) {
        return customers.create(head, new CustomerDetails(null, name, null, null, null, null, null, null, null, null, null, null,
                since == null ? null : LocalDate.parse(since), cooperation, potential, payment, null, null, null, null));
    }

    private void sold(CustomerId id, String month, String amount, String currency) {
        sales.note(head, new SaleLine(id, YearMonth.parse(month), new BigDecimal(amount), currency, null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "300000,    VERY_HARMONIOUS,   LARGE,    -,                 -,          A",
        "299999.99, VERY_HARMONIOUS,   LARGE,    -,                 -,          B",
        "300000,    VERY_HARMONIOUS,   LARGE,    EXTREMELY_BAD,     -,          A/D",
        "100000,    RATHER_HARMONIOUS, -,        -,                 2025-10-01, C",
        "50000,     -,                 ORDINARY, SEVERAL_REMINDERS, 2026-02-01, -",
        "-400000,   VERY_HARMONIOUS,   LARGE,    ON_TIME,           -,          A",
        "0,         -,                 NONE,     -,                 -,          D",
    })
    void the_figures_of_the_window_propose_a_class(String amount, String cooperation, String potential, String payment, String since, String expected) {
        troupe.run(() -> {
            var id = customer("晨曜音响", cooperation, potential, payment, since);
            sold(id, "2025-10", amount, "CNY");
            sold(id, "2026-04", "999999", "CNY");
            sold(id, "2025-09", "999999", "CNY");
            sold(id, "2026-03", "999999", "USD");
            var number = gradings.run(head);
            var line = gradings.line(head, number, id);
            assertThat(String.join("/", line.classes().stream().map(Enum::name).toList())).isEqualTo(expected == null ? "" : expected);
            assertThat(line.sales()).isEqualByComparingTo(amount);
            assertThat(line.notes()).extracting(s -> s.key()).contains("customer.grading.otherCurrency");
            assertThat(line.proof()).hasSize(20);
        });
    }

    @Test
    void a_run_is_decided_confirmed_and_kept_with_its_proof() {
        var clerk = troupe.salesClerk();
        troupe.run(() -> {
            var good = customer("晨曜音响", "VERY_HARMONIOUS", "LARGE", "ON_TIME", null);
            var conflict = customer("北辰实业", "VERY_HARMONIOUS", "LARGE", "EXTREMELY_BAD", "2019-03-03");
            var number = gradings.run(head);
            assertThatThrownBy(() -> gradings.run(head)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> gradings.run(clerk)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> gradings.confirm(head, number)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> gradings.decide(head, number, conflict, Grade.D, " ")).isInstanceOf(InvalidInput.class);
            gradings.decide(head, number, conflict, Grade.D, "长期拖欠");
            assertThat(gradings.confirm(head, number)).isEqualTo(2);
            assertThatThrownBy(() -> gradings.decide(head, number, conflict, Grade.B, "晚了")).isInstanceOf(BrokenRule.class);
            assertThat(gradings.current(good)).isEqualTo(Grade.A);
            assertThat(gradings.history(conflict)).singleElement().satisfies(step -> {
                assertThat(step.kind()).isEqualTo("DECISION");
                assertThat(step.since()).isEqualTo("2026-04-01");
                assertThat(step.run()).isEqualTo(number);
            });
            assertThat(gradings.proof(good).orElseThrow().met(Grade.A)).isEqualTo(3);
            assertThat(customers.frame(LocalDate.of(2026, 3, 31))).extracting(c -> c.grade()).containsOnly(Grade.UNCLASSIFIED);
            assertThat(customers.frame(LocalDate.of(2026, 4, 1))).extracting(c -> c.grade()).containsExactly(Grade.A, Grade.D);
        });
    }

    @Test
    void a_better_class_needs_an_application_and_an_approval() {
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var id = customers.create(clerk, CustomerDetails.named("远山五金"));
            assertThatThrownBy(() -> upgrades.apply(clerk, id, Grade.UNCLASSIFIED, "不变")).isInstanceOf(InvalidInput.class);
            var upgrade = upgrades.apply(clerk, id, Grade.C, "新项目已定点");
            assertThatThrownBy(() -> upgrades.apply(clerk, id, Grade.B, "再来")).isInstanceOf(BrokenRule.class);
            assertThat(approvals.of(new SubjectRef("customerUpgrade", upgrade))).hasSize(1);
            var shown = contents.stream().filter(c -> c.subjectType().equals("customerUpgrade")).findFirst().orElseThrow().lines(head, upgrade);
            assertThat(shown).extracting(line -> line.label().key()).startsWith("customer.upgrade.line.customer", "customer.upgrade.line.classes", "customer.upgrade.line.reason");
            assertThat(shown.get(2).value().args()).containsExactly("新项目已定点");
            assertThat(gradings.current(id)).isEqualTo(Grade.UNCLASSIFIED);
            transaction.executeWithoutResult(s -> events.publishEvent(
                    new ApprovalDecided(upgrade, new SubjectRef("customerUpgrade", upgrade), true, head.id(), "同意")));
            assertThat(gradings.current(id)).isEqualTo(Grade.C);
            assertThat(gradings.history(id)).extracting(GradeStep::kind).containsExactly("APPLICATION");
        });
    }

    @Test
    void two_customers_become_one_and_two_again() {
        troupe.run(() -> {
            var first = customer("晨曜音响有限公司", "POOR", null, null, null);
            var second = customer("晨曜音响", null, "LARGE", null, null);
            var contact = contacts.add(head, first, ContactDetails.of("高屹", "QUALITY", null));
            sold(first, "2026-01", "10", "CNY");
            sold(first, "2026-02", "20", "CNY");
            sold(second, "2026-02", "99", "CNY");
            assertThat(merges.proposals(head)).hasSize(1);
            var merger = merges.merge(head, first, second, Set.of("name"), "同一家");
            assertThat(customers.get(second).name()).isEqualTo("晨曜音响有限公司");
            assertThat(customers.get(second).details().cooperation()).isEqualTo("POOR");
            assertThat(contacts.get(contact).customer()).isEqualTo(second);
            assertThat(sales.of(second, YearMonth.of(2026, 1), YearMonth.of(2026, 12))).hasSize(2);
            assertThat(customers.frame(LocalDate.of(2026, 4, 1))).hasSize(1);
            assertThatThrownBy(() -> customers.change(head, first, CustomerDetails.named("别的"), 2)).isInstanceOf(BrokenRule.class);
            merges.undo(head, merger, "其实是两家");
            assertThat(customers.get(second).name()).isEqualTo("晨曜音响");
            assertThat(customers.get(second).details().cooperation()).isNull();
            assertThat(contacts.get(contact).customer()).isEqualTo(first);
            assertThat(sales.of(first, YearMonth.of(2026, 1), YearMonth.of(2026, 12))).hasSize(2);
        });
    }

    @Test
    void taking_a_merger_back_keeps_what_somebody_has_changed_since_and_names_it() {
        troupe.run(() -> {
            var first = customer("晨曜音响有限公司", "POOR", null, null, null);
            var second = customer("晨曜音响", null, "LARGE", null, null);
            var merger = merges.merge(head, first, second, Set.of("name"), "同一家");
            var merged = customers.get(second);
            customers.change(head, second, CustomerFields.from(with(merged.details(), "region", "华南")), merged.version());
            assertThat(merges.undo(head, merger, "其实是两家")).containsExactly("region");
            assertThat(customers.get(second).details().region()).isEqualTo("华南");
            assertThat(customers.get(second).name()).isEqualTo("晨曜音响");
            assertThat(customers.get(second).details().cooperation()).isNull();
        });
    }

    @Test
    void a_merger_in_the_middle_of_two_is_not_torn_out() {
        troupe.run(() -> {
            var first = customer("晨曜音响有限公司", null, null, null, null);
            var second = customer("晨曜音响", null, null, null, null);
            var third = customer("晨曜电子", null, null, null, null);
            var earlier = merges.merge(head, first, second, Set.of(), "同一家");
            var later = merges.merge(head, second, third, Set.of(), "也是同一家");
            assertThatThrownBy(() -> merges.undo(head, earlier, "不是")).isInstanceOf(BrokenRule.class)
                    .extracting(refused -> ((BrokenRule) refused).sentence().key()).isEqualTo("customer.merge.later");
            merges.undo(head, later, "不是");
            merges.undo(head, earlier, "不是");
            assertThat(customers.get(first).mergedInto()).isNull();
        });
    }

    private static java.util.Map<String, Object> with(CustomerDetails details, String field, Object value) {
        var values = new java.util.LinkedHashMap<>(CustomerFields.all(details));
        values.put(field, value);
        return values;
    }
}
