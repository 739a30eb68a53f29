package org.huiyin.campaign.answers.web;

import java.time.LocalDate;
import org.huiyin.campaign.answers.FormContent;
import org.jspecify.annotations.Nullable;

/** An entry form as it was typed, to be drawn again when it is refused. */
public record EntryForm(FormContent content, String channel, @Nullable String interviewer, String formRevision, @Nullable LocalDate receivedOn) {}
