package org.huiyin.returns;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.huiyin.records.AttachmentAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the module tells those below it: its kind of notices, its event for programs, who may see its files. */
@Configuration(proxyBeanMethods = false)
class ReturnAnnouncements {

    @Bean
    NoteKind returnNoticeKind() {
        return new NoteKind(ReturnId.TYPE, new Sentence("returns.notice.kind"), true);
    }

    @Bean
    WebhookEvent returnStageEvent() {
        return new WebhookEvent(ReturnHooks.STAGE, new Sentence("returns.event.stage"));
    }

    @Bean
    AttachmentAccess returnFiles(ReturnStore store, Handling handling, TransactionTemplate transaction) {
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return ReturnId.TYPE;
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may("return.read") && seen(actor, subject);
            }

            @Override
            public boolean mayAdd(Actor actor, UUID subject) {
                return (actor.may("return.record") || actor.may("return.work") || actor.may("return.judge")) && seen(actor, subject);
            }

            private boolean seen(Actor actor, UUID subject) {
                return Boolean.TRUE.equals(transaction.execute(s -> store.find(new ReturnId(subject)).filter(r -> handling.sees(actor, r)).isPresent()));
            }
        };
    }
}
