package org.huiyin.campaign.web;

import org.huiyin.campaign.RoundView;

/** A round in the list with what came of it. */
public record RoundLine(RoundView round, int asked, int sent, int answered) {}
