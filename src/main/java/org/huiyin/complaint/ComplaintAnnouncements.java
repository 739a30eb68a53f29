package org.huiyin.complaint;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.huiyin.records.AttachmentAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the module tells those below it: its kinds of notices, events for programs, who may see its files. */
@Configuration(proxyBeanMethods = false)
class ComplaintAnnouncements {

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
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return "complaint.request";
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may("complaint.read") && Boolean.TRUE.equals(transaction.execute(s -> requests.sees(actor, subject)));
            }

            @Override
            public boolean mayAdd(Actor actor, UUID subject) {
                return Boolean.TRUE.equals(transaction.execute(s -> requests.mayAnswer(actor, subject)));
            }
        };
    }

    @Bean
    AttachmentAccess inspectionFiles() {
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return "inspection";
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may("complaint.read");
            }

            @Override
            public boolean mayAdd(Actor actor, UUID subject) {
                return actor.may("complaint.import");
            }
        };
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
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return "complaint";
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may("complaint.read") && seen(actor, subject);
            }

            @Override
            public boolean mayAdd(Actor actor, UUID subject) {
                return actor.may("complaint.record") && (actor.id().equals(PersonId.SYSTEM) || seen(actor, subject));
            }

            private boolean seen(Actor actor, UUID subject) {
                return Boolean.TRUE.equals(transaction.execute(s -> store.find(new ComplaintId(subject)).filter(k -> complaints.sees(actor, k)).isPresent()));
            }
        };
    }

    @Bean
    AttachmentAccess complaintImportFiles() {
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return Imports.SUBJECT;
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may(Imports.RIGHT);
            }
        };
    }
}
