package org.huiyin.improvement;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
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

/** What the module tells those below it: its kind of notices, who may see its files, what proves its clauses, what contradicts itself. */
@Configuration(proxyBeanMethods = false)
class ImprovementAnnouncements {

    private static final String READ = "action.read";

    @Bean
    NoteKind actionNoticeKind() {
        return new NoteKind("action", new Sentence("improvement.notice.kind"), true);
    }

    @Bean
    NoteKind effectNoticeKind() {
        return new NoteKind("effect", new Sentence("improvement.effect.kind"), true);
    }

    @Bean
    AttachmentAccess measureFiles(ActionStore store, Actions actions, TransactionTemplate transaction) {
        return AttachmentAccess.of("measure", transaction,
                Rule.right(READ).and((actor, id) -> store.ofMeasure(id).filter(a -> actions.sees(actor, a)).isPresent()));
    }

    @Bean
    AttachmentAccess actionFiles(ActionStore store, Actions actions, TransactionTemplate transaction) {
        return AttachmentAccess.of("action", transaction,
                Rule.right(READ).and((actor, id) -> store.find(new ActionId(id)).filter(a -> actions.sees(actor, a)).isPresent()));
    }

    @Bean
    EvidenceSource improvementEvidence(JdbcClient sql, TransactionTemplate transaction, Procedures procedures) {
        return () -> transaction.execute(status -> Map.ofEntries(
                Map.entry("action.proposed", List.of(line("improvement.evidence.proposed", "actions?origin=SURVEY", count(sql, "improvement.action where 'SURVEY' = any(origins)"), false))),
                Map.entry("action.cause", List.of(line("improvement.evidence.causes", "actions", steps(sql, "SURVEY", "CAUSE_FOUND"), false),
                        late(count(sql, "improvement.action where state not in ('CLOSED', 'VOIDED') and due < '" + procedures.today() + "'")))),
                Map.entry("action.verified", List.of(line("improvement.evidence.verified", "actions", steps(sql, "SURVEY", "VERIFIED"), false))),
                Map.entry("action.plan", List.of(line("improvement.evidence.plans", "actions/plans", count(sql, "improvement.plan"), false))),
                Map.entry("action.told", List.of(line("improvement.evidence.told", "actions", count(sql, "improvement.step where kind = 'TOLD'"), false))),
                Map.entry("action.agenda", List.of(line("improvement.evidence.agenda", "actions/agenda", count(sql, "improvement.agenda_decision"), false))),
                Map.entry("complaint.measures", List.of(
                        line("improvement.evidence.ofComplaints", "actions?origin=COMPLAINT", count(sql, "improvement.action where 'COMPLAINT' = any(origins)"), false))),
                Map.entry("complaint.effect", List.of(
                        line("improvement.evidence.ofComplaintsVerified", "actions?origin=COMPLAINT", steps(sql, "COMPLAINT", "VERIFIED"), false)))));
    }

    private static EvidenceLine late(int n) {
        return line("improvement.evidence.late", "actions?late=1", n, n > 0);
    }

    private static EvidenceLine line(String key, String path, int count, boolean missing) {
        return new EvidenceLine(new Sentence(key), path, count, missing);
    }

    private static int steps(JdbcClient sql, String origin, String kind) {
        return count(sql, "improvement.step s join improvement.action a on a.company_id = s.company_id and a.id = s.action_id where '" + origin
                + "' = any(a.origins) and s.kind = '" + kind + "'");
    }

    private static int count(JdbcClient sql, String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }

    @Bean
    SectionChecker verificationChecker() {
        return SectionChecker.of("verification", Verification.class, Verification::contradictions);
    }
}
