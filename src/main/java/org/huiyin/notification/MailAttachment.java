package org.huiyin.notification;

/** A file that goes with a mail. */
@SuppressWarnings("ArrayRecordComponent")
public record MailAttachment(String name, String mediaType, byte[] content) {}
