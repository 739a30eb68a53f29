package org.huiyin.campaign;

/**
 * What a run of sending did.
 *
 * @param mails mails on their way
 * @param tasks calls and visits that somebody has to make now
 * @param byHand texts to be pasted and letters to be printed, which count as sent once somebody says so
 * @param skipped contacts who have left or want no more questionnaires
 */
public record Sent(int mails, int tasks, int byHand, int skipped) {

    public int all() {
        return mails + tasks + byHand + skipped;
    }
}
