package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Samples;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What folding makes of answers in the database, computed a second time here from the same answers. */
@HuiyinTest
@Import(RoundStage.class)
class FoldedFiguresTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 8);
    private static final MathContext MANY = new MathContext(60);

    @Autowired ApplicationContext beans;
    @Autowired Results results;
    @Autowired Contacts contacts;
    @Autowired Invitations invitations;
    @Autowired Samples samples;
    @Autowired Sales sales;
    private ResultStage stage;

    @BeforeEach
    void stage() {
        stage = new ResultStage(beans);
    }

    private record Given(CustomerId customer, Grade grade, BigDecimal score, BigDecimal weight, boolean counted) {}

    private void contact(Cast.Troupe company, CustomerId customer, String name, String weight) {
        contacts.add(company.salesHead(), customer, new ContactDetails(name, "PURCHASING", new BigDecimal(weight), null, "13900000000", null, null, "zh-CN"));
    }

    @ParameterizedTest
    @CsvSource({"11, LOWER_INCLUSIVE, false, WEIGHTED", "12, UPPER_INCLUSIVE, true, EQUAL", "13, LOWER_INCLUSIVE, true, EQUAL", "14, UPPER_INCLUSIVE, false, WEIGHTED"})
    @Clause({"001/5.4.4", "001/5.4.5", "001/5.4.3.1"})
    void contacts_customers_bands_and_index_of_a_random_round(long seed, String edges, boolean inclusive, String weights) {
        var random = new Random(seed);
        var company = stage.company();
        stage.clock.set("2026-04-06T10:00");
        company.run(() -> {
            stage.procedure(LocalDate.of(2026, 4, 1), "bands.edges", "\"" + edges + "\"");
            stage.procedure(LocalDate.of(2026, 4, 1), "triggers.inclusive", String.valueOf(inclusive));
            stage.procedure(LocalDate.of(2026, 4, 1), "analysis.contactWeights", "\"" + weights + "\"");
        });
        var round = company.in(() -> {
            var all = stage.bean(RoundStage.class).customers(company, 3 + random.nextInt(3), 4 + random.nextInt(4), 6 + random.nextInt(5), 2);
            all.values().stream().flatMap(List::stream).filter(c -> random.nextInt(3) == 0)
                    .forEach(c -> contact(company, c, "钱" + c.value(), random.nextInt(4) == 0 ? "2.5" : "3"));
            return stage.ask(company, "APR", APRIL, false);
        });
        var given = company.in(() -> answers(company, round, random));
        stage.fold(company);
        compare(company, round, given, edges, inclusive, weights.equals("EQUAL"), "seed " + seed);
    }

    private List<Given> answers(Cast.Troupe company, RoundView round, Random random) {
        List<Given> given = new ArrayList<>();
        for (InvitationView invitation : invitations.of(round.id())) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            // On an edge now and then, or a rescaled figure without an end such as 60 of 90.
            var score = switch (random.nextInt(4)) {
                case 0 -> BigDecimal.valueOf(List.of(90, 75, 60, 35).get(random.nextInt(4)));
                case 1 -> BigDecimal.valueOf(100L * (30 + random.nextInt(60))).divide(BigDecimal.valueOf(90), MANY);
                default -> BigDecimal.valueOf(140 + random.nextInt(861), 1);
            };
            var exact = new Score(score).value();
            var id = stage.answer(round, invitation, exact.toPlainString(), Map.of(), Map.of(), null);
            int fate = random.nextInt(8);
            if (fate < 3) {
                stage.doubt(id, "TOO_FAST");
            }
            if (fate == 0 || fate == 1) {
                stage.judge(id, fate == 0 ? "INVALID" : "CONFIRMED", "电话问过", company.quality());
            }
            given.add(new Given(invitation.customer(), invitation.stratum(), exact, invitation.weight(), fate == 1 || fate > 2));
        }
        return given;
    }

    private void compare(Cast.Troupe company, RoundView round, List<Given> given, String edges, boolean inclusive, boolean equal, String where) {
        Map<UUID, List<Given>> byCustomer = new TreeMap<>();
        given.stream().filter(Given::counted).forEach(g -> byCustomer.computeIfAbsent(g.customer().value(), c -> new ArrayList<>()).add(g));
        Map<UUID, BigDecimal> means = new LinkedHashMap<>();
        Map<Grade, List<BigDecimal>> byClass = new TreeMap<>();
        byCustomer.forEach((customer, contactsOf) -> {
            var weights = contactsOf.stream().map(g -> equal ? BigDecimal.ONE : g.weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
            var sum = contactsOf.stream().map(g -> equal ? g.score() : g.score().multiply(g.weight())).reduce(BigDecimal.ZERO, BigDecimal::add);
            means.put(customer, sum.divide(weights, MANY));
            byClass.computeIfAbsent(contactsOf.getFirst().grade(), c -> new ArrayList<>()).add(means.get(customer));
        });
        Map<Grade, Integer> population = new TreeMap<>();
        company.run(() -> samples.of(round.id()).strata().forEach(s -> population.put(Grade.valueOf(s.code()), s.rows().size())));
        long heard = byClass.keySet().stream().mapToLong(population::get).sum();
        var index = byClass.entrySet().stream()
                .map(e -> mean(e.getValue()).multiply(BigDecimal.valueOf(population.get(e.getKey()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(heard), MANY);
        var view = stage.result(company, company.quality(), round);
        var result = view.result();
        assertThat(Objects.requireNonNull(result.index().mean()).value()).as(where).isCloseTo(index, within(new BigDecimal("1e-14")));
        assertThat(result.index().answered()).as(where).isEqualTo(means.size());
        assertThat(result.validity().received()).as(where).isEqualTo(given.size());
        assertThat(result.validity().valid()).as(where).isEqualTo((int) given.stream().filter(Given::counted).count());
        assertThat(Objects.requireNonNull(result.index().plainMean()).value()).as(where).isCloseTo(mean(List.copyOf(means.values())), within(new BigDecimal("1e-14")));
        Map<String, Integer> bands = new LinkedHashMap<>(Map.of("A", 0, "B", 0, "C", 0, "D", 0, "E", 0));
        means.values().forEach(m -> bands.merge(band(m, edges.startsWith("LOWER")), 1, Integer::sum));
        assertThat(result.bands()).as(where).containsExactlyInAnyOrderEntriesOf(bands);
        long under = means.values().stream().map(FoldedFiguresTest::settled)
                .filter(m -> m.compareTo(new BigDecimal(75)) < 0 || inclusive && m.compareTo(new BigDecimal(75)) == 0).count();
        assertThat(company.in(() -> results.underLimit(company.salesHead(), view))).as(where).isEqualTo((int) under);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(values.size()), MANY);
    }

    private static BigDecimal settled(BigDecimal value) {
        return value.setScale(20, RoundingMode.HALF_UP);
    }

    private static String band(BigDecimal mean, boolean lower) {
        var edges = List.of(90, 75, 60, 35);
        for (int i = 0; i < 4; i++) {
            int side = settled(mean).compareTo(BigDecimal.valueOf(edges.get(i)));
            if (side > 0 || lower && side == 0) {
                return "ABCD".substring(i, i + 1);
            }
        }
        return "E";
    }

    @ParameterizedTest
    @CsvSource({"LOWER_INCLUSIVE, false, B, 0", "LOWER_INCLUSIVE, true, B, 1", "UPPER_INCLUSIVE, false, C, 0", "UPPER_INCLUSIVE, true, C, 1"})
    @Clause("001/5.4.5")
    void three_rescaled_contacts_that_make_exactly_75_lie_on_the_edge(String edges, boolean inclusive, String band, int under) {
        var company = stage.company();
        stage.clock.set("2026-04-06T10:00");
        company.run(() -> {
            stage.procedure(LocalDate.of(2026, 4, 1), "bands.edges", "\"" + edges + "\"");
            stage.procedure(LocalDate.of(2026, 4, 1), "triggers.inclusive", String.valueOf(inclusive));
        });
        var round = company.in(() -> {
            var one = stage.bean(RoundStage.class).customers(company, 1, 0, 0, 0).get(Grade.A).getFirst();
            contact(company, one, "乙", "1");
            contact(company, one, "丙", "1");
            var asked = stage.ask(company, "APR", APRIL, false);
            var people = stage.asked(asked.id(), Grade.A);
            // 60 of 90, 60 of 90 and 82.5 of 90: thirds that never end, whose mean is 75 and nothing else.
            List<String> points = List.of("6000", "6000", "8250");
            for (int i = 0; i < 3; i++) {
                var score = new Score(new BigDecimal(points.get(i)).divide(BigDecimal.valueOf(90), MANY));
                stage.answer(asked, people.get(i), score.value().toPlainString(), Map.of("price", "DISSATISFIED"), Map.of(), null);
            }
            return asked;
        });
        stage.freeze(company, round);
        var view = stage.result(company, company.salesHead(), round);
        company.run(() -> {
            var row = results.customers(company.salesHead(), round, CustomerScoreFilter.WORST).getFirst();
            assertThat(row.score()).isEqualByComparingTo("75");
            assertThat(row.band()).isEqualTo(band);
            assertThat(row.onEdge()).isTrue();
            assertThat(results.underLimit(company.salesHead(), view)).isEqualTo(under);
            var kinds = results.consequences(company.salesHead(), round, 10).stream().map(ConsequenceRow::kind).toList();
            assertThat(kinds).containsExactly(under == 1 ? Consequence.Kind.CORRECTIVE : Consequence.Kind.FOLLOW_UP);
        });
    }

    @Test
    @Clause("001/5.4.4")
    void a_contact_who_weighs_nothing_stops_no_round_and_counts_only_where_nobody_else_does() {
        var company = stage.company();
        stage.clock.set("2026-04-06T10:00");
        var round = company.in(() -> {
            var two = stage.bean(RoundStage.class).customers(company, 2, 0, 0, 0).get(Grade.A);
            var asked = stage.ask(company, "APR", APRIL, false);
            stage.sql("update campaign.invitation set weight = 0 where customer_id = ?", two.getFirst().value());
            for (InvitationView invitation : stage.asked(asked.id(), Grade.A)) {
                stage.answer(asked, invitation, "70", Map.of("price", "OPPOSED"), Map.of(), null);
            }
            return asked;
        });
        stage.freeze(company, round);
        company.run(() -> assertThat(results.consequences(company.salesHead(), round, 10)).hasSize(2)
                .allMatch(row -> row.kind() == Consequence.Kind.CORRECTIVE));
        assertThat(Objects.requireNonNull(stage.result(company, company.salesHead(), round).result().index().mean()).shown()).isEqualTo("70.0");
    }

    @Test
    @Clause("001/5.4.4")
    void the_mean_by_sales_stands_beside_the_index_where_the_procedure_asks_for_it() {
        var company = stage.company();
        stage.clock.set("2026-04-06T10:00");
        company.run(() -> stage.procedure(LocalDate.of(2026, 4, 1), "analysis.index", "\"SALES_WEIGHTED\""));
        var round = company.in(() -> {
            var four = stage.bean(RoundStage.class).customers(company, 4, 0, 0, 0).get(Grade.A);
            bought(company, four.get(0), YearMonth.of(2026, 3), "300000");
            bought(company, four.get(0), YearMonth.of(2025, 9), "5000000");
            bought(company, four.get(1), YearMonth.of(2025, 10), "100000");
            bought(company, four.get(2), YearMonth.of(2026, 4), "900000");
            var asked = stage.ask(company, "APR", APRIL, false);
            Map<CustomerId, String> scores = Map.of(four.get(0), "90", four.get(1), "50", four.get(2), "20", four.get(3), "80");
            stage.asked(asked.id(), Grade.A).forEach(i -> stage.answer(asked, i, scores.get(i.customer()), Map.of(), Map.of(), null));
            return asked;
        });
        stage.fold(company);
        var result = stage.result(company, company.salesHead(), round).result();
        assertThat(Objects.requireNonNull(result.index().mean()).shown()).isEqualTo("60.0");
        var bySales = Objects.requireNonNull(result.bySales());
        assertThat(Objects.requireNonNull(bySales.mean()).value()).isEqualByComparingTo("80");
        assertThat(bySales.customers()).isEqualTo(2);
        assertThat(bySales.without()).isEqualTo(2);
    }

    private void bought(Cast.Troupe company, CustomerId customer, YearMonth month, String amount) {
        sales.note(company.salesHead(), new SaleLine(customer, month, new BigDecimal(amount), "CNY", "INVOICED_NET"));
    }
}
