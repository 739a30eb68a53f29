package org.huiyin.notification;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** A mail has gone out, failed, or become uncertain; published inside the transaction that notes it. */
public record MailStateChanged(UUID mail, SubjectRef about, MailState state, @Nullable String reason) {}
