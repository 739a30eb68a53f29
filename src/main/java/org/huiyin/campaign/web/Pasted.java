package org.huiyin.campaign.web;

import org.huiyin.campaign.Respondent;

/** A text that somebody pastes into a chat with the contact. */
public record Pasted(Respondent row, String text) {}
