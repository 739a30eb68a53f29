package org.huiyin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMatcherTest {

    private static final List<TargetColumn> TARGETS = List.of(
            TargetColumn.required("name", "客户名称", "客戶名稱", "客户", "顾客名称", "公司名称", "Customer", "Customer name"),
            TargetColumn.optional("code", "客户编码", "客户代码", "编号", "Customer code"),
            TargetColumn.optional("contact", "联系人", "聯絡人", "Contact"),
            TargetColumn.optional("phone", "电话", "联系电话", "手机", "電話", "Phone"),
            TargetColumn.optional("since", "合作起始日期", "Partner since"),
            TargetColumn.required("sales", "月均销售额", "销售额", "Sales"));

    @Test
    void findsTheHeaderBelowTitleRows() {
        ColumnMapping mapping = new ColumnMatcher(TARGETS).propose(rows(
                "屿衡精密 2026年上半年客户清单（客户名称以合同为准）",
                "",
                "制表：李|日期：2026-04-01",
                "序号|客 户 名 称|客戶代碼*|联系人电话|联系人|销售额（万元）|备注",
                "1|博衡车联|K01|0512|林|12|"));
        assertThat(mapping.firstDataRow()).isEqualTo(5);
        assertThat(mapping.byColumn()).isEqualTo(Map.of(1, "name", 2, "code", 3, "phone", 4, "contact", 5, "sales"));
        assertThat(mapping.missing()).isEmpty();
        assertThat(mapping.unmatched()).containsExactly(0, 6);
        assertThat(mapping.unit("sales").factor()).isEqualByComparingTo("10000");
    }

    @Test
    void readsAHeaderOfTwoLines() {
        ColumnMapping mapping = new ColumnMatcher(TARGETS).propose(rows("客户名称|联系方式||销售额", "|联系人|电话|", "博衡|林|0512|3"));
        assertThat(mapping.firstDataRow()).isEqualTo(3);
        assertThat(mapping.byColumn()).isEqualTo(Map.of(0, "name", 1, "contact", 2, "phone", 3, "sales"));
    }

    @Test
    void forgivesSlipsOfTheHand() {
        ColumnMapping mapping = new ColumnMatcher(TARGETS).propose(rows("Custmer name|Sales|合作启始日期"));
        assertThat(mapping.byColumn()).isEqualTo(Map.of(0, "name", 1, "sales", 2, "since"));
        assertThat(mapping.proposals()).extracting(ColumnMapping.Proposal::how)
                .containsExactly(ColumnMapping.How.SIMILAR, ColumnMapping.How.EXACT, ColumnMapping.How.SIMILAR);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(new ColumnMatcher(TARGETS).propose(rows("客户名称|电话")).missing()).containsExactly("sales");
        assertThat(new ColumnMatcher(TARGETS).propose(rows("甲|乙", "1|2")).missing()).containsExactly("name", "sales");
    }

    @Test
    void remembersWhatAPersonChose() {
        List<Row> file = rows("单位|往来|客户", "博衡|9|x");
        ColumnMatcher first = new ColumnMatcher(TARGETS);
        ColumnMapping chosen = first.choose(first.propose(file), Map.of(0, "name", 1, "sales", 2, ""));
        assertThat(chosen.byColumn()).isEqualTo(Map.of(0, "name", 1, "sales"));
        assertThat(chosen.missing()).isEmpty();
        ColumnMapping again = new ColumnMatcher(TARGETS, chosen.remembered()).propose(rows("客户|往来（元）|单位", "x|9|博衡"));
        assertThat(again.byColumn()).isEqualTo(Map.of(2, "name", 1, "sales"));
        assertThat(again.ignored()).containsExactly(0);
        assertThat(again.unmatched()).isEmpty();
    }

    @Test
    void knowsColumnsOfMonths() {
        ColumnMapping mapping = new ColumnMatcher(TARGETS).propose(rows("客户名称|2026年2月|202601|销售额2026-03(万元)|备注"));
        assertThat(mapping.months()).isEqualTo(Map.of(YearMonth.of(2026, 1), 2, YearMonth.of(2026, 2), 1, YearMonth.of(2026, 3), 3));
    }

    private static List<Row> rows(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            List<Cell> cells = Arrays.stream(line.split("\\|", -1)).map(t -> t.isEmpty() ? Cell.BLANK : new Cell.Text(t)).toList();
            rows.add(new Row(rows.size() + 1, cells));
        }
        return rows;
    }
}
