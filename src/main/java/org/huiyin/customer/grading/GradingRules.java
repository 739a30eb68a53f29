package org.huiyin.customer.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;

/**
 * The grade table of the procedure: the classes from best to worst with the number of criteria that must be met, the
 * vetoes of which any one puts the customer into the lowest class, and the degrees of each ordinal figure, best first.
 * Window and youth are counted in months (001/5.4.2.1b, e; decision D11).
 */
public record GradingRules(
        int windowMonths,
        String salesFigure,
        String partnerMonthsFigure,
        List<Ordinal> ordinals,
        List<ClassRule> classes,
        Grade vetoClass,
        List<Criterion> vetoes) {

    /** An ordinal figure with its degrees, best first. */
    public record Ordinal(String figure, List<String> degrees) {

        public Ordinal {
            degrees = List.copyOf(degrees);
        }
    }

    /** A class and how many of its criteria must be met. */
    public record ClassRule(Grade grade, int minimumMet, List<Criterion> criteria) {

        public ClassRule {
            criteria = List.copyOf(criteria);
        }
    }

    public GradingRules {
        ordinals = List.copyOf(ordinals);
        classes = List.copyOf(classes);
        vetoes = List.copyOf(vetoes);
    }

    /** Grades one customer; the best class whose minimum is met is proposed, and a veto against it asks for a decision. */
    public GradeProposal grade(CustomerFigures figures) {
        List<ProofRow> proof = new ArrayList<>();
        List<Grade> found = new ArrayList<>();
        for (ClassRule rule : classes) {
            List<ProofRow> rows = rows(rule.grade(), rule.criteria(), figures);
            proof.addAll(rows);
            boolean fits = rows.stream().filter(ProofRow::met).count() >= rule.minimumMet();
            if (fits && found.isEmpty()) {
                found.add(rule.grade());
            }
        }
        List<ProofRow> vetoRows = rows(vetoClass, vetoes, figures);
        proof.addAll(vetoRows);
        if (vetoRows.stream().anyMatch(ProofRow::met)) {
            found.add(vetoClass);
        }
        return new GradeProposal(found, proof, notes(figures, found, vetoRows));
    }

    private List<ProofRow> rows(Grade grade, List<Criterion> criteria, CustomerFigures figures) {
        return criteria.stream()
                .map(c -> new ProofRow(grade, c.code(), c.figure(), c.needed(), figures.shown(c), met(c, figures)))
                .toList();
    }

    private boolean met(Criterion criterion, CustomerFigures figures) {
        return switch (criterion) {
            case Criterion.NumberAtLeast c -> {
                BigDecimal number = figures.numbers().get(c.figure());
                yield number != null && number.compareTo(c.limit()) >= 0;
            }
            case Criterion.DegreeAtLeast c -> {
                String had = figures.degrees().get(c.figure());
                yield had != null && rank(c.figure(), had) <= rank(c.figure(), c.degree());
            }
            case Criterion.DegreeAtMost c -> {
                String had = figures.degrees().get(c.figure());
                yield had != null && rank(c.figure(), had) >= rank(c.figure(), c.degree());
            }
            case Criterion.Flag c -> figures.flags().getOrDefault(c.figure(), false);
        };
    }

    private int rank(String figure, String degree) {
        int rank = degrees(figure).indexOf(degree);
        if (rank < 0) {
            throw new IllegalArgumentException("The figure " + figure + " knows no degree " + degree);
        }
        return rank;
    }

    private List<String> degrees(String figure) {
        return ordinals.stream().filter(o -> o.figure().equals(figure)).findFirst().map(Ordinal::degrees).orElse(List.of());
    }

    private List<Sentence> notes(CustomerFigures figures, List<Grade> found, List<ProofRow> vetoRows) {
        List<Sentence> notes = new ArrayList<>();
        if (found.isEmpty()) {
            notes.add(new Sentence("customer.grading.noClassFits"));
        }
        if (found.size() > 1) {
            List<String> hits = vetoRows.stream().filter(ProofRow::met).map(ProofRow::criterion).toList();
            notes.add(new Sentence("customer.grading.conflict",
                    found.getFirst().sentence(), vetoClass.sentence(), String.join(", ", hits)));
        }
        BigDecimal sales = figures.numbers().get(salesFigure);
        if (sales != null && sales.signum() < 0) {
            notes.add(new Sentence("customer.grading.negativeSales", sales.toPlainString()));
        }
        BigDecimal months = figures.numbers().get(partnerMonthsFigure);
        if (months != null && months.compareTo(BigDecimal.valueOf(windowMonths)) < 0) {
            notes.add(new Sentence("customer.grading.newCustomer", months.toPlainString(), windowMonths));
        }
        return notes;
    }

    /** Each sentence says what keeps these rules from being approved. */
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>();
        Set<Grade> seen = EnumSet.noneOf(Grade.class);
        Grade last = null;
        for (ClassRule rule : classes) {
            if (!seen.add(rule.grade()) || last != null && !last.betterThan(rule.grade())
                    || !rule.grade().isClassified() || !rule.grade().betterThan(vetoClass)) {
                found.add(new Sentence("customer.grading.classOrder", rule.grade().sentence()));
            }
            if (rule.minimumMet() < 1 || rule.minimumMet() > rule.criteria().size()) {
                found.add(new Sentence("customer.grading.minimum",
                        rule.grade().sentence(), rule.minimumMet(), rule.criteria().size()));
            }
            last = rule.grade();
        }
        classes.forEach(rule -> rule.criteria().forEach(c -> unknownDegree(c, found)));
        vetoes.forEach(c -> unknownDegree(c, found));
        risingLimits(found);
        return found;
    }

    private void unknownDegree(Criterion criterion, List<Sentence> found) {
        boolean known = switch (criterion) {
            case Criterion.DegreeAtLeast c -> degrees(c.figure()).contains(c.degree());
            case Criterion.DegreeAtMost c -> degrees(c.figure()).contains(c.degree());
            case Criterion.NumberAtLeast _, Criterion.Flag _ -> true;
        };
        if (!known) {
            found.add(new Sentence("customer.grading.unknownDegree", criterion.code(), criterion.needed()));
        }
    }

    /** A lower class that needs more of the same figure than a better one contradicts the "at least". */
    private void risingLimits(List<Sentence> found) {
        Map<String, BigDecimal> lowest = new HashMap<>();
        for (ClassRule rule : classes) {
            for (Criterion criterion : rule.criteria()) {
                if (criterion instanceof Criterion.NumberAtLeast number) {
                    BigDecimal before = lowest.put(number.figure(), number.limit());
                    if (before != null && number.limit().compareTo(before) > 0) {
                        found.add(new Sentence("customer.grading.limitRises", rule.grade().sentence(), number.code()));
                    }
                }
            }
        }
    }
}
