package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final Messages messages = new Messages(Clock.fixed(WebOnly.MAY, SHANGHAI));
    private final Words zh = messages.in(Language.ZH_CN, SHANGHAI);
    private final Words en = messages.in(Language.EN, SHANGHAI);

    @Test
    void datesNameTheYearOnlyWhereItIsAnother() {
        assertThat(zh.date(LocalDate.of(2026, 5, 8))).isEqualTo("5月8日");
        assertThat(zh.date(LocalDate.of(2025, 5, 8))).isEqualTo("2025年5月8日");
        assertThat(en.date(LocalDate.of(2025, 5, 8))).isEqualTo("8 May 2025");
        assertThat(zh.day(LocalDate.of(2026, 5, 8))).isEqualTo("5月8日 周五");
        assertThat(en.day(LocalDate.of(2026, 5, 8))).isEqualTo("Fri 8 May");
        assertThat(zh.moment(Instant.parse("2026-05-08T09:30:00Z"))).isEqualTo("5月8日 17:30");
    }

    @Test
    void theEndOfADayIsSaidAloud() {
        assertThat(zh.deadline(Instant.parse("2026-05-08T16:00:00Z"))).isEqualTo("5月8日 24:00");
        assertThat(zh.deadline(Instant.parse("2026-05-06T16:00:00Z"))).isEqualTo("今天 24:00");
        assertThat(zh.deadline(Instant.parse("2026-05-06T09:30:00Z"))).isEqualTo("今天 17:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-06T09:30:00Z,,TODAY,剩 8:18", "2026-05-06T16:00:00Z,,TODAY,剩 14:48", "2026-05-07T16:00:00Z,,RUNNING,明天",
        "2026-05-14T09:30:00Z,,RUNNING,剩 8 日", "2026-05-05T09:30:00Z,,LATE,晚 1 日", "2026-05-06T01:00:00Z,,LATE,晚 0:12",
        "2026-05-05T16:00:00Z,,LATE,晚 1 日", "2026-05-06T01:12:00Z,,TODAY,剩 0:00",
        "2026-05-05T09:30:00Z,2026-05-05T09:30:00Z,KEPT,按时", "2026-05-04T09:30:00Z,2026-05-05T09:31:00Z,WAS_LATE,曾晚 1 日"})
    void aPromiseSaysHowItStands(Instant at, Instant done, Due.State state, String left) {
        Due due = zh.due(at, Instant.parse("2026-05-01T00:00:00Z"), done);
        assertThat(due.state()).isEqualTo(state);
        assertThat(due.left()).isEqualTo(left);
    }

    @Test
    void numbersAndMoney() {
        assertThat(zh.decimal(new BigDecimal("76.65"))).isEqualTo("76.7");
        assertThat(zh.percent(new BigDecimal("0.9193"))).isEqualTo("91.9%");
        assertThat(zh.money(new BigDecimal("1000"), Currency.getInstance("CNY"))).isEqualTo("1,000.00 元");
        assertThat(en.money(new BigDecimal("1000"), Currency.getInstance("CHF"))).isEqualTo("1,000.00 CHF");
    }

    @Test
    void sentencesTakeNumbersWordsAndSentences() {
        assertThat(en.t("web.due.days", 1)).isEqualTo("1 day");
        assertThat(en.t("web.due.days", 1200)).isEqualTo("1,200 days");
        assertThat(zh.say(new Sentence("web.due.left", new Sentence("web.due.days", 2)))).isEqualTo("剩 2 日");
        assertThat(en.t("web.failure.missing.text")).contains("There is nothing here");
        assertThat(zh.label(MenuEntry.Group.LISTEN)).isEqualTo("听客户说");
    }
}
