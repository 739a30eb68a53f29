package org.huiyin.campaign;

/** How far the mails of a round have come; uncertain ones are shown and never repeated by themselves. */
public record Progress(int mails, int sent, int failed, int uncertain) {

    public int open() {
        return mails - sent - failed - uncertain;
    }

    public boolean running() {
        return open() > 0;
    }

    public double share() {
        return mails == 0 ? 1 : (double) (mails - open()) / mails;
    }
}
