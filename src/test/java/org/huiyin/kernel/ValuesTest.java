package org.huiyin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ValuesTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void identifiersRiseAndNeverRepeat() {
        Set<UUID> seen = new HashSet<>();
        UUID last = Ids.next();
        for (int i = 0; i < 100_000; i++) {
            UUID next = Ids.next();
            assertThat(Long.compareUnsigned(next.getMostSignificantBits(), last.getMostSignificantBits())).isPositive();
            assertThat(next.version()).isEqualTo(7);
            assertThat(next.variant()).isEqualTo(2);
            assertThat(seen.add(next)).isTrue();
            last = next;
        }
    }

    @ParameterizedTest
    @CsvSource({"87.75, 87.8", "87.74999, 87.7", "0.05, 0.1", "100, 100.0", "0, 0.0", "74.95, 75.0"})
    void aScoreIsShownWithOneDecimalHalfUp(String exact, String shown) {
        assertThat(Score.of(exact).shown()).isEqualTo(shown);
    }

    @Test
    void aScoreIsComparedExactlyAndNotAsShown() {
        Score almost = Score.of("74.95");
        assertThat(almost.shown()).isEqualTo("75.0");
        assertThat(almost.below(new BigDecimal("75"))).isTrue();
        assertThat(Score.of("75").atLeast(new BigDecimal("75.000"))).isTrue();
    }

    @Test
    void theResidueOfADivisionDoesNotMoveAScoreOffItsEdge() {
        BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), Decimals.EXACT);
        assertThat(new Score(third.multiply(BigDecimal.valueOf(225)))).isEqualTo(Score.of(75));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.0001"})
    void aScoreOutOfRangeIsRefused(String value) {
        assertThatThrownBy(() -> Score.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moneyKeepsEveryDigitAndItsCurrency() {
        assertThat(Money.cny("299999.99").atLeast(Money.cny("300000"))).isFalse();
        assertThat(Money.cny("300000").atLeast(Money.cny("300000.00"))).isTrue();
        assertThat(Money.cny("1000").minus(Money.cny("1500.5"))).isEqualTo(Money.cny("-500.50"));
        assertThatThrownBy(() -> Money.cny("1").plus(Money.of("1", "USD"))).isInstanceOf(BrokenRule.class);
    }

    @Test
    void quantitiesOfDifferentUnitsDoNotAdd() {
        assertThat(Quantity.of(990, "pcs").minus(Quantity.of(700, "pcs"))).isEqualTo(Quantity.of(290, "pcs"));
        assertThatThrownBy(() -> Quantity.of(1, "pcs").plus(Quantity.of(1, "kg"))).isInstanceOf(BrokenRule.class);
    }

    @ParameterizedTest
    @CsvSource({"100, 6, 6", "50, 10, 5", "50, 7, 4", "20, 15, 3", "20, 16, 4", "0, 9, 0", "20, 1, 1"})
    void aShareOfAPopulationIsRoundedUp(String percent, int population, int count) {
        assertThat(Share.percent(percent).count(population, RoundingMode.CEILING)).isEqualTo(count);
    }

    @Test
    void documentNumbersReadAsPeopleTypeThem() {
        assertThat(new DocumentNumber("KS", 2026, 7)).hasToString("KS-2026-0007");
        assertThat(DocumentNumber.parse(" ks-2026-0007 ")).isEqualTo(new DocumentNumber("KS", 2026, 7));
        assertThat(DocumentNumber.parse("DC-2026-123456").sequence()).isEqualTo(123456);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KS-2026-007", "KS2026-0007", "-2026-0007", "KS-26-0007", "KS-2026-0000"})
    void whatIsNoDocumentNumberIsRefused(String text) {
        assertThatThrownBy(() -> DocumentNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clausesReadBothWays() {
        assertThat(ClauseRef.parse("ISO9001:2015/9.1.2")).isEqualTo(new ClauseRef("ISO9001:2015", "9.1.2"));
        assertThat(ClauseRef.parse("001/5.4.2.1a")).hasToString("001/5.4.2.1a");
        assertThatThrownBy(() -> ClauseRef.parse("5.4")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerAtTheDueInstantIsOnTime() {
        Instant due = Instant.parse("2026-02-24T09:30:00Z");
        Deadline deadline = new Deadline(due, List.of(), List.of());
        assertThat(deadline.metBy(due)).isTrue();
        assertThat(deadline.metBy(due.plusNanos(1))).isFalse();
        assertThat(deadline.isLate(due)).isFalse();
    }

    @Test
    void aLabelAnswersInTheReadersLanguage() {
        Label label = Label.of("满意", "滿意", "satisfied");
        assertThat(label.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("滿意");
        assertThat(label.in(Locale.ENGLISH)).isEqualTo("satisfied");
        assertThat(label.in(Locale.FRENCH)).isEqualTo("满意");
    }

    @Test
    void valuesAreWrittenAsPeopleWouldWriteThem() {
        assertThat(json.writeValueAsString(Score.of("87.50"))).isEqualTo("87.5");
        assertThat(json.readValue("87.5", Score.class)).isEqualTo(Score.of("87.5"));
        assertThat(json.readValue("0.2", Share.class)).isEqualTo(Share.percent(20));
        assertThat(json.readValue("\"KS-2026-0007\"", DocumentNumber.class).sequence()).isEqualTo(7);
        Label label = Label.of("满意", "滿意", "satisfied");
        assertThat(json.readValue(json.writeValueAsString(label), Label.class)).isEqualTo(label);
        assertThat(json.readValue(json.writeValueAsString(Money.cny("5.5")), Money.class)).isEqualTo(Money.cny("5.50"));
        Sentence sentence = new Sentence("a.b", "x", 2, LocalDate.of(2026, 2, 14), Instant.EPOCH, label,
                new Sentence("c.d", "2026-02-14"));
        assertThat(json.readValue(json.writeValueAsString(sentence), Sentence.class)).isEqualTo(sentence);
    }
}
