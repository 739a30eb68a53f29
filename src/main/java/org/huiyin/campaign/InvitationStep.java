package org.huiyin.campaign;

import java.time.Instant;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Something that happened to an invitation, as its history shows it. */
public record InvitationStep(Sentence what, String detail, @Nullable String by, Instant at) {}
