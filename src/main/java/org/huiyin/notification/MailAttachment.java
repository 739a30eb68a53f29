package org.huiyin.notification;

/** A file that goes with a mail. */
public record MailAttachment(String name, String mediaType, byte[] content) {}
