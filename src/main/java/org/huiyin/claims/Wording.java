package org.huiyin.claims;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** One wording of a notice, kept for ever. */
public record Wording(int wording, NoticeText text, String currency, PersonId by, Instant at) {}
