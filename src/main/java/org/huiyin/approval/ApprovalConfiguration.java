package org.huiyin.approval;

import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    /** Nobody should be the last to hear that she holds others up: by mail at once. */
    @Bean
    NoteKind approvalNotes() {
        return new NoteKind("approval", new Sentence("approval.notes"), true);
    }

    @Bean
    WebhookEvent approvalRequested() {
        return new WebhookEvent(Callers.REQUESTED, new Sentence("approval.event.requested"));
    }

    @Bean
    WebhookEvent approvalDecided() {
        return new WebhookEvent(Callers.DECIDED, new Sentence("approval.event.decided"));
    }
}
