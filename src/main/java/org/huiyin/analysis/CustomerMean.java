package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;

/** The score of one customer: the weighted mean of his valid contacts, before any index over customers (decision D13). */
public record CustomerMean(Score score, int contacts) {

    /** A valid contact's score with his weight; weights are relative and never below 0. */
    public record ContactScore(Score score, BigDecimal weight) {

        public ContactScore {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("A contact weighs no less than nothing: " + weight);
            }
        }
    }

    /**
     * Brings the contacts of one customer together; where all of them weigh nothing they count alike. A customer without a
     * valid contact has no mean and is refused.
     */
    public static CustomerMean of(List<ContactScore> contacts) {
        if (contacts.isEmpty()) {
            throw new IllegalArgumentException("A mean needs a valid contact");
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (ContactScore contact : contacts) {
            sum = sum.add(contact.score().value().multiply(contact.weight()));
            weights = weights.add(contact.weight());
        }
        return weights.signum() == 0
                ? of(contacts.stream().map(contact -> new ContactScore(contact.score(), BigDecimal.ONE)).toList())
                : new CustomerMean(new Score(sum.divide(weights, Decimals.EXACT)), contacts.size());
    }
}
