package org.huiyin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class CustomersTest {

    @Autowired Cast cast;
    @Autowired Customers customers;
    @Autowired Contacts contacts;

    @ParameterizedTest
    @ValueSource(strings = {"轴承座", "轴", "承座", "zcz", "zhou", "zh", "z", "zhouchengzuo", "ZCZ", "军联", "jl", "KH-0001", "0001", "kh", "軸承座", "轴承座（上海）", "上海"})
    void a_customer_is_found_by_name_short_name_code_sound_and_initials(String q) {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            var details = CustomerDetails.named("轴承座(上海)有限公司");
            var wanted = customers.create(head, new CustomerDetails(null, details.name(), "军联", null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null, null));
            customers.create(head, CustomerDetails.named("明岳电子"));
            assertThat(customers.search(head, q, 10)).extracting(CustomerRow::id).as(q).contains(wanted);
            assertThat(customers.list(head, CustomerFilter.of(q)).rows()).extracting(CustomerRow::id).contains(wanted);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"轴承座", "zq", "%", "_", "", "  ", "上海有限公司轴"})
    void what_is_not_there_is_not_found(String q) {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            customers.create(head, CustomerDetails.named("明岳电子"));
            assertThat(customers.search(head, q, 10)).isEmpty();
        });
    }

    @Test
    void a_clerk_sees_and_changes_her_own_customers_only() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var head = troupe.salesHead();
        troupe.run(() -> {
            var own = customers.create(clerk, CustomerDetails.named("晨曜音响"));
            var other = customers.create(head, CustomerDetails.named("明岳电子"));
            assertThat(customers.list(clerk, CustomerFilter.all()).rows()).extracting(CustomerRow::id).containsExactly(own);
            assertThat(customers.search(clerk, "明岳", 5)).isEmpty();
            assertThatThrownBy(() -> customers.get(clerk, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> customers.change(clerk, other, CustomerDetails.named("明岳"), 1)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> contacts.add(clerk, other, ContactDetails.of("高屹", "QUALITY", null))).isInstanceOf(NotFound.class);
            assertThat(customers.list(head, CustomerFilter.all()).total()).isEqualTo(2);
        });
    }

    @Test
    void the_auditor_reads_and_changes_nothing() {
        var troupe = cast.company("P001");
        var auditor = troupe.auditor();
        var head = troupe.salesHead();
        troupe.run(() -> {
            var id = customers.create(head, CustomerDetails.named("晨曜音响"));
            assertThat(customers.get(auditor, id).name()).isEqualTo("晨曜音响");
            assertThatThrownBy(() -> customers.create(auditor, CustomerDetails.named("别的"))).isInstanceOf(BrokenRule.class);
        });
    }

    @Test
    void another_company_finds_nothing() {
        var ours = cast.company("P001");
        var theirs = cast.company("P001");
        var head = ours.salesHead();
        var id = ours.in(() -> customers.create(head, CustomerDetails.named("晨曜音响")));
        var stranger = theirs.salesHead();
        theirs.run(() -> {
            assertThat(customers.search(stranger, "晨曜", 5)).isEmpty();
            assertThat(customers.list(stranger, CustomerFilter.all()).rows()).isEmpty();
            assertThatThrownBy(() -> customers.get(stranger, id)).isInstanceOf(NotFound.class);
            assertThat(customers.frame(LocalDate.of(2026, 4, 1))).isEmpty();
        });
    }

    @Test
    void the_second_of_two_people_on_one_file_is_told() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            var id = customers.create(head, CustomerDetails.named("晨曜音响"));
            customers.change(head, id, CustomerDetails.named("晨曜车载音响"), 1);
            assertThatThrownBy(() -> customers.change(head, id, CustomerDetails.named("晨曜"), 1)).isInstanceOf(StaleRecord.class);
            assertThat(customers.get(id).name()).isEqualTo("晨曜车载音响");
            assertThat(customers.search(head, "车载", 5)).hasSize(1);
        });
    }

    @Test
    void a_double_is_refused_unless_it_is_wanted_and_a_number_is_given_once() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            customers.create(head, CustomerDetails.named("晨曜音响（深圳）"));
            assertThatThrownBy(() -> customers.create(head, CustomerDetails.named(" 晨曜 音響(深圳)"))).isInstanceOf(InvalidInput.class);
            var second = customers.create(head, CustomerDetails.named("晨曜音响(深圳)"), true);
            assertThat(customers.get(second).code()).isEqualTo("KH-0002");
            assertThatThrownBy(() -> customers.create(head, CustomerDetails.named("另一家").numbered("kh 0002")))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void the_frame_knows_who_may_be_asked() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            var id = customers.create(head, CustomerDetails.named("晨曜音响"));
            var asked = contacts.add(head, id, ContactDetails.of("高屹", "QUALITY", "gao@chenyao.example"));
            contacts.leave(head, contacts.add(head, id, ContactDetails.of("陈可", "PURCHASING", null)));
            contacts.optOut(contacts.add(head, id, ContactDetails.of("魏来", "OTHER", null)));
            contacts.erase(head, contacts.add(head, id, ContactDetails.of("路人", "OTHER", null)), "本人要求");
            var frame = customers.frame(LocalDate.of(2026, 4, 1));
            assertThat(frame).singleElement().satisfies(c -> {
                assertThat(c.grade()).isEqualTo(Grade.UNCLASSIFIED);
                assertThat(c.eligible()).isFalse();
                assertThat(c.contacts()).extracting(ContactView::id).containsExactly(asked);
            });
            var each = new ArrayList<CustomerRow>();
            customers.each(head, CustomerFilter.all().onlyIncomplete(), each::add);
            assertThat(each).hasSize(1);
        });
    }
}
