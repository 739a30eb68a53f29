package org.huiyin.replenishment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.SectionChecker;
import org.huiyin.records.AttachmentAccess;
import org.huiyin.records.AttachmentAccess.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the module tells those below it: its notices, its event for programs, its files, what proves its clause, what contradicts itself. */
@Configuration(proxyBeanMethods = false)
class ReplenishmentAnnouncements {

    @Bean
    NoteKind replenishmentNotes() {
        return new NoteKind(ReplenishmentId.SUBJECT, new Sentence("replenishment.notice.kind"), true);
    }

    @Bean
    WebhookEvent replenishmentChanged() {
        return new WebhookEvent(Callers.CHANGED, new Sentence("replenishment.event.changed"));
    }

    /** The order of the customer, the delivery note, the receipt. */
    @Bean
    AttachmentAccess replenishmentFiles(RegisterStore register, Procedures procedures, TransactionTemplate transaction) {
        var reads = Rule.right(Replenishments.READ).and((actor, id) -> register.seen(actor, new ReplenishmentId(id), procedures.today()));
        return AttachmentAccess.of(ReplenishmentId.SUBJECT, transaction, reads, Rule.right("replenish.propose").or(Rule.right("replenish.work")).and(reads));
    }

    @Bean
    EvidenceSource replenishmentEvidence(JdbcClient sql, TransactionTemplate transaction, Procedures procedures) {
        return () -> transaction.execute(status -> {
            var today = procedures.today();
            int late = count(sql, RegisterStore.OPEN + " and " + RegisterStore.LATE, today);
            int owed = count(sql, RegisterStore.OUTSTANDING, today);
            return Map.of("replenishment.order", List.of(
                    new EvidenceLine(new Sentence("replenishment.evidence.orders"), "replenishments", count(sql, "true", today), false),
                    new EvidenceLine(new Sentence("replenishment.evidence.top"), "replenishments?top=1", count(sql, "top_too and approved_on is not null", today), false),
                    new EvidenceLine(new Sentence("replenishment.evidence.released"), "replenishments?outstanding=1", owed, owed > 0),
                    new EvidenceLine(new Sentence("replenishment.evidence.late"), "replenishments?late=1&open=1", late, late > 0)));
        });
    }

    private static int count(JdbcClient sql, String where, LocalDate today) {
        return sql.sql("select count(*) from replenishment.replenishment r where cast(:today as date) is not null and " + where).param("today", today).query(Integer.class).single();
    }

    @Bean
    SectionChecker replenishmentChecker() {
        return SectionChecker.of("replenishment", ReplenishmentSection.class, ReplenishmentSection::contradictions);
    }
}
