package org.huiyin.campaign.answers;

/** How the answers of a round stand; every figure is printed with the result (003/4.5.3). */
public record AnswerCounts(int received, int valid, int doubtful, int confirmed, int invalid, int late, int staff) {

    /** What enters the result. */
    public int counted() {
        return valid + confirmed;
    }
}
