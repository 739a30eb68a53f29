package org.huiyin.customer.grading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/**
 * One line of the grade table, about one figure of the customer, read as "at least" so that a better figure never counts
 * for less (001/5.4.2.1e, decision D11); a veto of the lowest class reads "at most".
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Criterion.NumberAtLeast.class, name = "NUMBER_AT_LEAST"),
    @JsonSubTypes.Type(value = Criterion.DegreeAtLeast.class, name = "DEGREE_AT_LEAST"),
    @JsonSubTypes.Type(value = Criterion.DegreeAtMost.class, name = "DEGREE_AT_MOST"),
    @JsonSubTypes.Type(value = Criterion.Flag.class, name = "FLAG")
})
public sealed interface Criterion {

    String code();

    /** The figure of the customer that this criterion looks at. */
    String figure();

    /** What is needed, as a plain figure or code. */
    String needed();

    /** A sum of money or a number of months that must be reached; the unit is the figure's own. */
    record NumberAtLeast(String code, String figure, BigDecimal limit) implements Criterion {
        @Override
        public String needed() {
            return limit.toPlainString();
        }
    }

    /** A degree of an ordinal figure that must be reached. */
    record DegreeAtLeast(String code, String figure, String degree) implements Criterion {
        @Override
        public String needed() {
            return degree;
        }
    }

    /** A degree of an ordinal figure at which, or below which, the criterion holds. */
    record DegreeAtMost(String code, String figure, String degree) implements Criterion {
        @Override
        public String needed() {
            return degree;
        }
    }

    /** A yes that must be given. */
    record Flag(String code, String figure) implements Criterion {
        @Override
        public String needed() {
            return "true";
        }
    }
}
