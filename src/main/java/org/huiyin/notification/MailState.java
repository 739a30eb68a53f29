package org.huiyin.notification;

/** Where a mail stands; a mail cannot be sent exactly once, so a crash in the middle leaves it UNCERTAIN (wiring.md). */
public enum MailState {
    /** Stored, waiting for its turn, a mail server or the next try. */
    QUEUED,
    /** Claimed by one instance. */
    SENDING,
    /** Taken over by the mail server. */
    SENT,
    /** Nobody knows whether it went out; only a person may send it again. */
    UNCERTAIN,
    /** Refused for good, with the mail server's reason. */
    FAILED
}
