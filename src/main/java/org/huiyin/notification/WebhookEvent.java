package org.huiyin.notification;

import org.huiyin.kernel.Sentence;

/** An event that webhooks can be told of; the module that emits it announces it by a bean. */
public record WebhookEvent(String code, Sentence label) {}
