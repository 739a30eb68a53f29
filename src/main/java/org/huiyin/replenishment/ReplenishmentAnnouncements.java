package org.huiyin.replenishment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.notification.WebhookEvent;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.SectionChecker;
import org.huiyin.records.AttachmentAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return ReplenishmentId.SUBJECT;
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may(Replenishments.READ)
                        && Boolean.TRUE.equals(transaction.execute(s -> register.seen(actor, new ReplenishmentId(subject), procedures.today())));
            }

            @Override
            public boolean mayAdd(Actor actor, UUID subject) {
                return (actor.may("replenish.propose") || actor.may("replenish.work")) && mayRead(actor, subject);
            }
        };
    }

    @Bean
    EvidenceSource replenishmentEvidence(JdbcClient sql, TransactionTemplate transaction, Procedures procedures) {
        return () -> transaction.execute(status -> {
            int late = count(sql, RegisterStore.OPEN + " and coalesce(r.shipped_on, '" + procedures.today() + "') > coalesce(r.wanted_by, r.scheduled_for)");
            return Map.of("replenishment.order", List.of(
                    new EvidenceLine(new Sentence("replenishment.evidence.orders"), "replenishments", count(sql, "true"), false),
                    new EvidenceLine(new Sentence("replenishment.evidence.top"), "replenishments?top=1", count(sql, "top_too and approved_on is not null"), false),
                    new EvidenceLine(new Sentence("replenishment.evidence.late"), "replenishments?late=1&open=1", late, late > 0)));
        });
    }

    private static int count(JdbcClient sql, String where) {
        return sql.sql("select count(*) from replenishment.replenishment r where " + where).query(Integer.class).single();
    }

    @Bean
    SectionChecker replenishmentChecker() {
        var json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        return new SectionChecker() {
            @Override
            public String section() {
                return "replenishment";
            }

            @Override
            public List<Sentence> check(JsonNode section, JsonNode wholeProfile) {
                return json.treeToValue(section, ReplenishmentSection.class).contradictions();
            }
        };
    }
}
