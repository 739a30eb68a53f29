package org.huiyin.complaint;

import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.huiyin.records.AttachmentAccess;
import org.huiyin.records.AttachmentAccess.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the module tells those below it: its kinds of notices, events for programs, who may see its files. */
@Configuration(proxyBeanMethods = false)
class ComplaintAnnouncements {

    private static final String READ = "complaint.read";

    @Bean
    NoteKind complaintNoticeKind() {
        return new NoteKind("complaint", new Sentence("complaint.notice.kind"), true);
    }

    @Bean
    NoteKind safetyNoticeKind() {
        return new NoteKind("complaint.safety", new Sentence("complaint.notice.safety"), true);
    }

    @Bean
    NoteKind requestNoticeKind() {
        return new NoteKind("complaint.request", new Sentence("complaint.notice.request"), true);
    }

    @Bean
    AttachmentAccess requestFiles(Requests requests, TransactionTemplate transaction) {
        return AttachmentAccess.of("complaint.request", transaction, Rule.right(READ).and(requests::sees), requests::mayAnswer);
    }

    @Bean
    AttachmentAccess inspectionFiles(TransactionTemplate transaction) {
        return AttachmentAccess.of("inspection", transaction, Rule.right(READ), Rule.right(Imports.RIGHT));
    }

    @Bean
    WebhookEvent complaintTakenEvent() {
        return new WebhookEvent(ComplaintHooks.TAKEN, new Sentence("complaint.event.taken"));
    }

    @Bean
    WebhookEvent complaintFactEvent() {
        return new WebhookEvent(ComplaintHooks.FACT, new Sentence("complaint.event.fact"));
    }

    @Bean
    AttachmentAccess complaintFiles(ComplaintStore store, Complaints complaints, TransactionTemplate transaction) {
        Rule seen = (actor, id) -> store.find(new ComplaintId(id)).filter(k -> complaints.sees(actor, k)).isPresent();
        Rule itself = (actor, id) -> actor.id().equals(PersonId.SYSTEM);
        return AttachmentAccess.of("complaint", transaction, Rule.right(READ).and(seen), Rule.right("complaint.record").and(itself.or(seen)));
    }

    @Bean
    AttachmentAccess complaintImportFiles(TransactionTemplate transaction) {
        return AttachmentAccess.of(Imports.SUBJECT, transaction, Rule.right(Imports.RIGHT));
    }
}
