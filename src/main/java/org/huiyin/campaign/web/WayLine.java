package org.huiyin.campaign.web;

import org.huiyin.campaign.Channel;

/** What went out and came back by one way. */
public record WayLine(Channel way, int sent, int answered) {

    public double share() {
        return sent == 0 ? 0 : (double) answered / sent;
    }
}
