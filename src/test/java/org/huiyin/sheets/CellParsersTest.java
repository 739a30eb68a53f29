package org.huiyin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellParsersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1234.5       | 1234.5
            １２３４     | 1234
            1,234,567.80 | 1234567.80
            1，234，567  | 1234567
            ¥1,200       | 1200
            ￥1200.00元  | 1200.00
            RMB 3,000    | 3000
            3000 CNY     | 3000
            $99          | 99
            人民币500元整 | 500
            12万         | 120000
            12.5 万元    | 125000.0
            1.2亿        | 120000000.0
            1亿2000万    | 120000000
            35千元       | 35000
            300萬        | 3000000
            (1,234)      | -1234
            （1,234.5）  | -1234.5
            ¥(500)       | -500
            1234-        | -1234
            －8          | -8
            −8           | -8
            ¥-8          | -8
            85%          | 0.85
            ８５．５％   | 0.855
            1 234 567    | 1234567
            1.2E+05      | 120000
            三千五百     | 3500
            壹万贰仟     | 12000
            十二         | 12
            二十         | 20
            两万三千     | 23000
            一百零五     | 105
            12万5千      | 125000
            0            | 0
            -0.5         | -0.5
            .5           | 0.5
            """)
    void readsFiguresAsPeopleWriteThem(String text, BigDecimal value) {
        assertThat(CellParsers.number(text(text)).found()).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1.234,56    | number.ambiguous
            1,23        | number.ambiguous
            1.234.567   | number.ambiguous
            12,34,567   | number.ambiguous
            12 34       | number.several
            12万5       | number.mixed
            约300       | number.mixed
            很多        | number.text
            abc         | number.text
            --5         | number.text
            1E999999999 | number.text
            0x1F        | number.text
            12/30       | number.text
            """)
    void refusesFiguresThatCouldBeTwo(String text, String key) {
        assertThat(key(CellParsers.number(text(text)))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"-", "—", "/", "无", "N/A", "' '", "暂无"})
    void takesPlaceholdersForNothing(String text) {
        assertThat(CellParsers.number(text(text))).isEqualTo(Parsed.empty());
        assertThat(CellParsers.date(text(text))).isEqualTo(Parsed.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            销售额（万元）       | 10000
            销售额(萬元)         | 10000
            金额【千元】         | 1000
            月销售额/万元        | 10000
            年销售额（单位：亿元） | 100000000
            单位:万元            | 10000
            Sales (k RMB)        | 1000
            销售额（元）         | 1
            万向节数量           | 1
            千斤顶（个）         | 1
            """)
    void knowsTheUnitOfAHeader(String header, BigDecimal factor) {
        assertThat(Unit.ofHeader(header).factor()).isEqualByComparingTo(factor);
    }

    @Test
    void aUnitInTheCellGoesBeforeTheOneInTheHeader() {
        Unit unit = Unit.ofHeader("销售额（万元）");
        assertThat(value(CellParsers.amount(text("12"), unit))).isEqualByComparingTo("120000");
        assertThat(value(CellParsers.amount(text("12亿"), unit))).isEqualByComparingTo("1200000000");
        assertThat(value(CellParsers.amount(number("1.5"), unit))).isEqualByComparingTo("15000");
    }

    @Test
    void keepsTheCurrency() {
        assertThat(CellParsers.amount(text("US$ 12"), Unit.ONE).found()).contains(new Amount(new BigDecimal(12), "USD"));
        assertThat(CellParsers.amount(text("￥12"), Unit.ONE).found()).contains(new Amount(new BigDecimal(12), "CNY"));
        assertThat(CellParsers.amount(text("12"), Unit.ONE).found()).contains(new Amount(new BigDecimal(12), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01", "2026/4/1", "2026.4.1", "2026年4月1日", "20260401", "1-Apr-2026", "2026-4-1 08:30:00", "2026-04-01T08:30:00Z",
        "２０２６－０４－０１", "２０２６年４月１号", "民國115年4月1日", "民国115.4.1", "115/4/1", "ROC 115/04/01", "01 April 2026", "'Apr 1, 2026'",
        "二〇二六年四月一日", "2026-04-01 星期三", "46113", "2026年 4月 1日"
    })
    void readsOneDayInManySpellings(String text) {
        assertThat(CellParsers.date(text(text)).found()).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void readsSerialNumbersOfBothSystems() {
        assertThat(CellParsers.date(number("46113")).found()).contains(LocalDate.of(2026, 4, 1));
        assertThat(CellParsers.date(new Cell.Number(new BigDecimal(44651), false, true)).found()).contains(LocalDate.of(2026, 4, 1));
        assertThat(CellParsers.date(number("20260401")).found()).contains(LocalDate.of(2026, 4, 1));
        assertThat(DateSerial.toDate(BigDecimal.ONE, false).toLocalDate()).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(DateSerial.toDate(new BigDecimal(61), false).toLocalDate()).isEqualTo(LocalDate.of(1900, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "04/01/2026, date.ambiguous", "13/13/2026, date.noSuchMonth", "2026-02-30, date.noSuchDay", "2026-13-01, date.noSuchMonth",
        "26-4-1, date.shortYear", "4月1日, date.noYear", "2026-04, date.monthOnly", "下周一, date.text", "1026-04-01, date.range",
        "2206-04-01, date.range", "2026-00-10, date.noSuchMonth", "20260231, date.noSuchDay", "99999999999, date.text"
    })
    void refusesDaysThatAreNone(String text, String key) {
        assertThat(key(CellParsers.date(text(text)))).isEqualTo(key);
    }

    @Test
    void readsTheOnlyPossibleOrder() {
        assertThat(CellParsers.date(text("25/04/2026")).found()).contains(LocalDate.of(2026, 4, 25));
        assertThat(CellParsers.date(text("04/25/2026")).found()).contains(LocalDate.of(2026, 4, 25));
        assertThat(CellParsers.date(text("04/04/2026")).found()).contains(LocalDate.of(2026, 4, 4));
    }

    @ParameterizedTest
    @CsvSource({"2026-04", "2026/4", "2026年4月", "2026年4月份", "202604", "2026.04", "民國115年4月", "115年4月", "Apr-2026", "04/2026", "2026-04-15", "二〇二六年四月"})
    void readsMonths(String text) {
        assertThat(CellParsers.month(text(text)).found()).map(Object::toString).contains("2026-04");
    }

    @Test
    void readsTruthIntegersAndShares() {
        assertThat(CellParsers.truth(text("√")).found()).contains(true);
        assertThat(CellParsers.truth(text("Ｙ")).found()).contains(true);
        assertThat(CellParsers.truth(text("否")).found()).contains(false);
        assertThat(key(CellParsers.truth(text("大概")))).isEqualTo("truth.text");
        assertThat(CellParsers.integer(text("５"), 1, 5).found()).contains(5);
        assertThat(key(CellParsers.integer(text("6"), 1, 5))).isEqualTo("integer.range");
        assertThat(key(CellParsers.integer(text("4.5"), 1, 5))).isEqualTo("integer.fraction");
        assertThat(CellParsers.percent(text("85"))).isEqualTo(CellParsers.percent(text("85%")));
        assertThat(key(CellParsers.percent(text("185%")))).isEqualTo("percent.range");
    }

    @Test
    void cleansTextAndKeepsItsPunctuation() {
        assertThat(CellParsers.text(text(" \u200B博衡　车联（苏州）\u0007有限公司\t"), 40).found()).contains("博衡 车联（苏州）有限公司");
        assertThat(CellParsers.text(text("ＡＢＣ１２３"), 40).found()).contains("ABC123");
        assertThat(CellParsers.text(text("\u2FAF"), 40).found()).contains("面");
        assertThat(CellParsers.text(number("13800138000"), 40).found()).contains("13800138000");
        assertThat(CellParsers.text(text("'=1+1"), 40).found()).contains("=1+1");
        assertThat(CellParsers.longText(text("一\r\n二 "), 40).found()).contains("一\n二");
        assertThat(key(CellParsers.text(text("一二三四"), 3))).isEqualTo("text.long");
        assertThat(key(CellParsers.text(number("6222020200112230000"), 40))).isEqualTo("text.digitsLost");
        assertThat(key(CellParsers.text(text("6.22202E+18"), 40))).isEqualTo("text.digitsLost");
        assertThat(key(CellParsers.text(new Cell.Fault("#REF!"), 40))).isEqualTo("cell.error");
    }

    @Test
    void namesPlacesAsExcelDoes() {
        assertThat(BadCell.columnName(0)).isEqualTo("A");
        assertThat(BadCell.columnName(25)).isEqualTo("Z");
        assertThat(BadCell.columnName(26)).isEqualTo("AA");
        assertThat(BadCell.columnName(701)).isEqualTo("ZZ");
        assertThat(BadCell.columnName(702)).isEqualTo("AAA");
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }

    private static Cell number(String digits) {
        return new Cell.Number(new BigDecimal(digits));
    }

    private static BigDecimal value(Parsed<Amount> amount) {
        return amount.found().orElseThrow().value();
    }

    private static String key(Parsed<?> parsed) {
        return parsed.problem().map(s -> s.key().replace("sheets.", "")).orElseGet(parsed::toString);
    }
}
