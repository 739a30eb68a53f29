package org.huiyin.customer;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.customer.grading.ProofRow;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a run proposes for a customer, with its proof rows.
 *
 * @param classes the proposed class; two when a person must decide; none when nothing fits
 * @param decided what a person decided
 */
public record GradingLineView(
        CustomerId customer,
        String code,
        String name,
        @Nullable BigDecimal sales,
        Grade before,
        List<Grade> classes,
        List<ProofRow> proof,
        List<Sentence> notes,
        @Nullable Grade decided,
        @Nullable String reason) {

    public boolean conflict() {
        return classes.size() > 1;
    }

    /** The class that a confirmation would give. */
    public Grade result() {
        return decided != null ? decided : classes.size() == 1 ? classes.getFirst() : Grade.UNCLASSIFIED;
    }

    /** How many of the class's criteria are met, of how many. */
    public long met(Grade grade) {
        return proof.stream().filter(row -> row.grade() == grade && row.met()).count();
    }

    public long of(Grade grade) {
        return proof.stream().filter(row -> row.grade() == grade).count();
    }
}
