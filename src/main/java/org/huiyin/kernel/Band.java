package org.huiyin.kernel;

/** A band of scores such as "B, satisfied": its code never stands alone before a person (001/5.4.5); rank 0 is the best. */
public record Band(String code, int rank, Label label) implements Comparable<Band> {

    public Band {
        if (code.isBlank() || rank < 0) {
            throw new IllegalArgumentException("A band needs a code and a rank from 0: " + code + " " + rank);
        }
    }

    /** The better band comes first. */
    @Override
    public int compareTo(Band other) {
        return Integer.compare(rank, other.rank);
    }
}
