package org.huiyin.customer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Merges;
import org.huiyin.customer.Sales;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@Clause("001/5.1.3.2")
class ImportsTest {

    private static final String MESSY = """
            屿衡精密 2026 年客户一览,,,,,,,,,
            制表：林晓棠,,,,,,,,,
            序号,客户名称,客户代码,企业性质,规模,主要产品,合作日期,配合度,联系人,邮箱
            1,晨曜车载音响(深圳)有限公司,C001,民营,500人以上,车载功放,2020年2月1日,非常融洽,高屹,gao@chenyao.example
            2,明岳电子,C002,合资,１００人,连接器,2021/3/5,较好,陈可,chen@mingyue.example
            ,,,,,,,,,
            3,晨曜车载音响（深圳）有限公司,,,,,,,魏来,wei@chenyao.example
            4,坏日期公司,C004,民营,50,外壳,下辈子,好,甲,not-a-mail
            合计,,,,,,,,,
            """;

    @Autowired Cast cast;
    @Autowired Imports imports;
    @Autowired Customers customers;
    @Autowired Contacts contacts;
    @Autowired Sales sales;
    @Autowired Merges merges;
    @Autowired TakeJob taking;
    @Autowired Later later;
    @Autowired TestClock clock;

    private Cast.Troupe troupe;
    private Actor head;

    @BeforeEach
    void company() {
        troupe = cast.company("P001");
        head = troupe.salesHead();
    }

    private UUID read(ImportKind kind, String name, byte[] content) {
        var id = troupe.in(() -> imports.upload(head, kind, name, new ByteArrayInputStream(content)));
        troupe.run(() -> imports.map(head, id, 0, Map.of(), "CNY", null));
        later.runDueJobs();
        return id;
    }

    private UUID read(String list) {
        return read(ImportKind.CUSTOMERS, "表.csv", list.getBytes(StandardCharsets.UTF_8));
    }

    private ImportView view(UUID id) {
        return troupe.in(() -> imports.get(head, id));
    }

    private void take(UUID id) {
        troupe.run(() -> imports.take(head, id, true));
        later.runDueJobs();
    }

    @Test
    void a_messy_list_is_shown_with_a_sentence_per_bad_cell_before_anything_is_taken_over() {
        var id = read(ImportKind.CUSTOMERS, "客户.csv", MESSY.getBytes(Charset.forName("GBK")));
        assertThat(view(id).state()).isEqualTo(ImportState.READ);
        assertThat(view(id).counts()).extracting(c -> c.read(), c -> c.good(), c -> c.bad(), c -> c.doubles()).containsExactly(4, 2, 1, 1);
        assertThat(troupe.in(() -> imports.bad(head, id, 1, 50))).extracting(BadRow::place).containsExactlyInAnyOrder("G8", "J8");
        assertThat(troupe.in(() -> customers.list(head, CustomerFilter.all()).total())).isZero();
        assertThatThrownBy(() -> troupe.run(() -> imports.take(head, id, false))).isInstanceOf(BrokenRule.class);
        take(id);
        assertThat(view(id).state()).isEqualTo(ImportState.DONE);
        troupe.run(() -> {
            var rows = customers.list(head, CustomerFilter.all()).rows();
            assertThat(rows).extracting(CustomerRow::code).containsExactly("C001", "C002");
            var first = customers.get(rows.getFirst().id());
            assertThat(first.details().partnerSince()).isEqualTo(LocalDate.of(2020, 2, 1));
            assertThat(first.details().cooperation()).isEqualTo("VERY_HARMONIOUS");
            assertThat(contacts.of(first.id())).extracting(ContactView::name).containsExactlyInAnyOrder("高屹", "魏来");
        });
    }

    @Test
    void a_second_import_updates_and_never_doubles_and_both_can_be_taken_back() {
        var first = read(ImportKind.CUSTOMERS, "a.csv", "客户名称,区域,联系人,电话\n晨曜(深圳)音响,华南,高屹,123\n明岳,华东,,\n".getBytes(StandardCharsets.UTF_8));
        take(first);
        clock.pass(Duration.ofMinutes(1));
        var second = read(ImportKind.CUSTOMERS, "b.csv", "客户名称,区域,联系人,电话\n ＣＨＥＮ新客户,西南,,\n晨曜（深圳） 音響,华中,高屹,456\n明岳,华东,,\n".getBytes(StandardCharsets.UTF_8));
        take(second);
        assertThat(view(second).counts()).extracting(c -> c.created(), c -> c.updated(), c -> c.same()).containsExactly(1, 1, 1);
        var chenyao = troupe.in(() -> customers.search(head, "晨曜", 1)).getFirst();
        troupe.run(() -> {
            assertThat(customers.list(head, CustomerFilter.all()).total()).isEqualTo(3);
            assertThat(chenyao.region()).isEqualTo("华中");
            assertThat(contacts.of(chenyao.id())).singleElement().extracting(ContactView::phone).isEqualTo("456");
        });
        troupe.run(() -> imports.undo(head, second));
        later.runDueJobs();
        troupe.run(() -> {
            assertThat(imports.get(head, second).state()).isEqualTo(ImportState.UNDONE);
            assertThat(customers.list(head, CustomerFilter.all()).total()).isEqualTo(2);
            assertThat(customers.get(chenyao.id()).details().region()).isEqualTo("华南");
            assertThat(contacts.of(chenyao.id())).singleElement().extracting(ContactView::phone).isEqualTo("123");
            assertThat(customers.get(customers.create(head, CustomerDetails.named("后来者"))).code()).isEqualTo("KH-0004");
        });
    }

    @Test
    void what_somebody_has_worked_on_since_stays_and_is_said() {
        var id = read(ImportKind.CUSTOMERS, "a.csv", "客户名称,区域\n晨曜音响,华南\n明岳,华东\n".getBytes(StandardCharsets.UTF_8));
        take(id);
        clock.pass(Duration.ofMinutes(5));
        troupe.run(() -> {
            var touched = customers.search(head, "晨曜", 1).getFirst();
            contacts.add(head, touched.id(), ContactDetails.of("高屹", "QUALITY", null));
            imports.undo(head, id);
        });
        later.runDueJobs();
        assertThat(view(id).counts()).extracting(c -> c.undone(), c -> c.kept()).containsExactly(1, 1);
        assertThat(troupe.in(() -> imports.rows(head, id, "kept", 1, 10))).singleElement().extracting(RowView::note).isNotNull();
        assertThat(troupe.in(() -> customers.search(head, "晨曜", 1))).hasSize(1);
    }

    @Test
    void monthly_sales_come_long_or_wide_and_in_ten_thousands() {
        troupe.run(() -> customers.create(head, CustomerDetails.named("晨曜音响").numbered("C001")));
        var wide = read(ImportKind.SALES, "宽.csv", "客户代码,客户名称,2026年1月（万元）,2026年2月（万元）\nC001,,12.5,\n,晨曜 音响,,¥3万\nX9,没有的,1,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(troupe.in(() -> imports.bad(head, wide, 1, 10))).extracting(BadRow::place, b -> b.sentence().key()).containsExactly(org.assertj.core.groups.Tuple.tuple("4", "customer.import.unknownCustomer"), org.assertj.core.groups.Tuple.tuple("4", "customer.import.unknownCustomer"));
        take(wide);
        var chenyao = troupe.in(() -> customers.byCode(head, "C001")).id();
        assertThat(troupe.in(() -> sales.of(chenyao, YearMonth.of(2026, 1), YearMonth.of(2026, 12))))
                .extracting(s -> s.amount().compareTo(new BigDecimal(s.month().getMonthValue() == 1 ? "125000" : "30000"))).containsExactly(0, 0);
        var longer = read(ImportKind.SALES, "长.csv", "客户,月份,销售额,币种\n晨曜音响,2026-01,\"130,000.00\",人民币\n晨曜音响,202603,-500,美元\n晨曜音响,2026.03,1,USD\n".getBytes(StandardCharsets.UTF_8));
        assertThat(troupe.in(() -> imports.bad(head, longer, 1, 10))).singleElement().extracting(b -> b.sentence().key()).isEqualTo("customer.import.monthTwice");
        take(longer);
        troupe.run(() -> {
            assertThat(sales.of(chenyao, YearMonth.of(2026, 1), YearMonth.of(2026, 1)).getFirst().amount()).isEqualByComparingTo("130000");
            imports.undo(head, longer);
        });
        later.runDueJobs();
        troupe.run(() -> {
            assertThat(sales.of(chenyao, YearMonth.of(2026, 1), YearMonth.of(2026, 1)).getFirst().amount()).isEqualByComparingTo("125000");
            assertThat(sales.of(chenyao, YearMonth.of(2026, 3), YearMonth.of(2026, 3))).isEmpty();
        });
    }

    @Test
    void columns_as_corrected_are_remembered_for_lists_with_the_same_headers() {
        var content = "甲,乙\n晨曜音响,华南\n".getBytes(StandardCharsets.UTF_8);
        var id = troupe.in(() -> imports.upload(head, ImportKind.CUSTOMERS, "a.csv", new ByteArrayInputStream(content)));
        assertThatThrownBy(() -> troupe.run(() -> imports.map(head, id, 0, Map.of(), "CNY", null))).isInstanceOf(InvalidInput.class);
        var headed = "客户名称,分管大区\n晨曜音响,华南\n".getBytes(StandardCharsets.UTF_8);
        var corrected = troupe.in(() -> imports.upload(head, ImportKind.CUSTOMERS, "b.csv", new ByteArrayInputStream(headed)));
        troupe.run(() -> imports.map(head, corrected, 0, Map.of(1, "segment"), "CNY", null));
        var again = troupe.in(() -> imports.upload(head, ImportKind.CUSTOMERS, "c.csv", new ByteArrayInputStream(headed)));
        assertThat(troupe.in(() -> imports.proposal(head, again, 0)).columns().get(1).field()).isEqualTo("segment");
    }

    @Test
    void what_is_no_table_is_refused_with_the_reason() {
        var bytes = "%PDF-1.7 not a table".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> troupe.run(() -> imports.upload(head, ImportKind.CUSTOMERS, "客户.xlsx", new ByteArrayInputStream(bytes))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> troupe.run(() -> imports.upload(head, ImportKind.CUSTOMERS, "空.csv", new ByteArrayInputStream("\n\n".getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_clerk_imports_her_own_customers_and_changes_nobody_elses() {
        var clerk = troupe.salesClerk();
        troupe.run(() -> customers.create(head, CustomerDetails.named("明岳")));
        var id = troupe.in(() -> imports.upload(clerk, ImportKind.CUSTOMERS, "a.csv",
                new ByteArrayInputStream("客户名称,区域\n晨曜音响,华南\n明岳,华东\n".getBytes(StandardCharsets.UTF_8))));
        troupe.run(() -> imports.map(clerk, id, 0, Map.of(), "CNY", null));
        later.runDueJobs();
        assertThat(troupe.in(() -> imports.bad(clerk, id, 1, 10))).singleElement().extracting(b -> b.sentence().key()).isEqualTo("customer.import.notYours");
        troupe.run(() -> imports.take(clerk, id, true));
        later.runDueJobs();
        assertThat(troupe.in(() -> customers.list(clerk, CustomerFilter.all()).rows())).extracting(CustomerRow::name).containsExactly("晨曜音响");
        var other = cast.company("P001");
        var stranger = other.salesHead();
        assertThatThrownBy(() -> other.run(() -> imports.get(stranger, id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> troupe.run(() -> imports.history(troupe.auditor()))).isInstanceOf(BrokenRule.class);
    }

    @Test
    void thousands_of_rows_of_a_workbook_come_in_and_the_file_is_kept() {
        var out = new ByteArrayOutputStream();
        try (var writer = new SheetWriter(out)) {
            writer.sheet(new SheetPlan("客户", java.util.List.of("客户一览表"), java.util.List.of(SheetColumn.text("客户编号"), SheetColumn.text("客户名称"), SheetColumn.text("联系人"))));
            for (int i = 1; i <= 3_000; i++) {
                writer.row("E" + i, "第" + i + "号客户有限公司", "联系人" + i);
            }
        }
        var id = read(ImportKind.CUSTOMERS, "大.xlsx", out.toByteArray());
        assertThat(view(id).counts().good()).isEqualTo(3_000);
        take(id);
        assertThat(view(id).counts().created()).isEqualTo(3_000);
        var kept = new ByteArrayOutputStream();
        troupe.run(() -> imports.file(head, id, kept));
        assertThat(kept.toByteArray()).isEqualTo(out.toByteArray());
        troupe.run(() -> {
            assertThat(customers.search(head, "2999", 5)).extracting(CustomerRow::code).contains("E2999");
            imports.undo(head, id);
        });
        later.runDueJobs();
        assertThat(troupe.in(() -> customers.list(head, CustomerFilter.all()).total())).isZero();
    }

    @Test
    void two_people_who_bring_in_the_same_new_customers_at_once_do_not_double_them() {
        var mine = read("客户名称,区域\n晨曜音响,华南\n明岳,华东\n");
        var hers = read("客户编号,客户名称,区域\nE7,晨曜 音響,华中\n,明岳,华东\nE8,晨曜音响（上海）,华东\nE9,晨曜音响（上海）,华北\n");
        troupe.run(() -> {
            imports.take(head, mine, false);
            imports.take(head, hers, false);
        });
        later.runDueJobs();
        assertThat(view(mine).state()).isEqualTo(ImportState.DONE);
        assertThat(view(hers).counts()).extracting(c -> c.created(), c -> c.updated(), c -> c.same()).containsExactly(2, 1, 1);
        assertThat(troupe.in(() -> customers.list(head, CustomerFilter.all()).rows())).extracting(CustomerRow::name, CustomerRow::code)
                .as("a number of their own makes two customers of one name").contains(org.assertj.core.groups.Tuple.tuple("晨曜音响", "E7")).hasSize(4);
    }

    @Test
    void an_edit_made_while_the_import_still_runs_is_not_lost_when_it_is_taken_back() {
        var id = read("客户名称,区域,联系人\n晨曜音响,华南,高屹\n明岳,华东,陈可\n");
        take(id);
        troupe.run(() -> {
            var edited = customers.get(customers.search(head, "晨曜", 1).getFirst().id());
            customers.change(head, edited.id(), new CustomerDetails(edited.code(), edited.name(), "晨曜", null, null, null, null, null, "华南",
                    null, null, null, null, null, null, null, null, null, null, null), edited.version());
            imports.undo(head, id);
        });
        later.runDueJobs();
        assertThat(view(id).counts()).extracting(c -> c.undone(), c -> c.kept()).containsExactly(1, 1);
        troupe.run(() -> {
            var kept = customers.search(head, "晨曜", 5);
            assertThat(kept).singleElement().extracting(CustomerRow::shortName).isEqualTo("晨曜");
            assertThat(contacts.of(kept.getFirst().id())).as("with its contact").hasSize(1);
        });
    }

    @Test
    void a_list_that_still_has_the_number_of_a_merged_customer_updates_the_one_that_took_its_place() {
        troupe.run(() -> {
            var old = customers.create(head, CustomerDetails.named("晨曜旧名").numbered("C001"));
            var now = customers.create(head, CustomerDetails.named("晨曜音响").numbered("C002"));
            merges.merge(head, old, now, java.util.Set.of(), "同一家");
        });
        var id = read("客户编号,客户名称,区域\nC001,晨曜音响,华南\n");
        take(id);
        assertThat(view(id).state()).isEqualTo(ImportState.DONE);
        var one = troupe.in(() -> customers.byCode(head, "C002"));
        assertThat(one.details().region()).isEqualTo("华南");
        assertThat(one.code()).isEqualTo("C002");
    }

    @Test
    void contacts_and_sales_of_customers_who_have_gone_since_are_left_out_and_named() {
        var list = read("客户名称\n晨曜音响\n明岳\n");
        take(list);
        var people = read(ImportKind.CONTACTS, "人.csv", "客户,联系人\n晨曜音响,高屹\n明岳,陈可\n".getBytes(StandardCharsets.UTF_8));
        var sold = read(ImportKind.SALES, "额.csv", "客户,月份,销售额\n晨曜音响,2026-01,5\n明岳,2026-01,7\n".getBytes(StandardCharsets.UTF_8));
        troupe.run(() -> contacts.add(head, customers.search(head, "明岳", 1).getFirst().id(), ContactDetails.of("魏来", "QUALITY", null)));
        troupe.run(() -> imports.undo(head, list));
        later.runDueJobs();
        take(people);
        take(sold);
        for (var id : java.util.List.of(people, sold)) {
            assertThat(view(id).state()).isEqualTo(ImportState.DONE);
            assertThat(view(id).counts()).extracting(c -> c.created(), c -> c.leftOut()).containsExactly(1, 1);
            assertThat(troupe.in(() -> imports.rows(head, id, "left", 1, 10))).singleElement()
                    .satisfies(row -> assertThat(row.note()).isNotNull().extracting(n -> n.args()).isEqualTo(java.util.List.of("晨曜音响")));
        }
    }

    @Test
    void an_import_that_stopped_half_way_goes_on_or_is_taken_back() {
        var id = read("客户名称,区域\n晨曜音响,华南\n");
        troupe.run(() -> imports.take(head, id, false));
        troupe.run(() -> taking.givenUp(new ImportJob(id), new IllegalStateException("the disk was full")));
        assertThat(view(id).state()).isEqualTo(ImportState.STOPPED);
        assertThat(view(id).failure()).isNotNull();
        take(id);
        assertThat(view(id).state()).isEqualTo(ImportState.DONE);
        troupe.run(() -> imports.undo(head, id));
        later.runDueJobs();
        assertThat(view(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(troupe.in(() -> customers.list(head, CustomerFilter.all()).total())).isZero();
    }

    @Test
    void a_quote_mark_that_is_never_closed_swallows_no_rows() {
        assertThatThrownBy(() -> read("客户名称,区域\n\"晨曜音响,华南\n明岳,华东\n")).isInstanceOf(InvalidInput.class);
        var id = read("客户名称,区域\n" + "明岳,华东\n".repeat(100) + "\"晨曜音响,华南\n明岳,华东\n");
        assertThat(view(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(view(id).failure()).extracting(f -> f.key(), f -> f.args()).containsExactly("sheets.file.quote", java.util.List.of("102"));
    }

    @Test
    void a_comma_inside_a_cell_without_quotes_is_said_and_shifts_nothing() {
        var id = read("客户名称,简称,区域\n晨曜音响,深圳,晨曜,华南\n明岳,,华东,\n");
        assertThat(troupe.in(() -> imports.bad(head, id, 1, 10))).singleElement().extracting(BadRow::place, b -> b.sentence().key())
                .containsExactly("D2", "customer.import.moreCells");
        assertThat(view(id).counts().good()).isEqualTo(1);
    }

    @Test
    void a_list_with_headers_only_and_one_with_the_same_column_twice_lose_nothing() {
        var empty = read("客户名称,区域\n");
        assertThat(view(empty).counts().good()).isZero();
        assertThatThrownBy(() -> troupe.run(() -> imports.take(head, empty, false))).isInstanceOf(BrokenRule.class);
        var twice = troupe.in(() -> imports.upload(head, ImportKind.CUSTOMERS, "二.csv",
                new ByteArrayInputStream("客户名称,联系人,电话,电话\n晨曜音响,高屹,123,456\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(troupe.in(() -> imports.proposal(head, twice, 0)).columns()).extracting(Proposal.Column::field)
                .containsExactly("name", "contact.name", "contact.phone", "");
    }
}
