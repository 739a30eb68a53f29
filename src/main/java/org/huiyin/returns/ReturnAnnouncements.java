package org.huiyin.returns;

import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.huiyin.records.AttachmentAccess;
import org.huiyin.records.AttachmentAccess.Rule;
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
        Rule seen = (actor, id) -> store.find(new ReturnId(id)).filter(r -> handling.sees(actor, r)).isPresent();
        return AttachmentAccess.of(ReturnId.TYPE, transaction, Rule.right("return.read").and(seen),
                Rule.right("return.record").or(Rule.right("return.work")).or(Rule.right("return.judge")).and(seen));
    }
}
