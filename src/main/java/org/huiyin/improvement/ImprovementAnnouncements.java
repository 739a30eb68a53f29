package org.huiyin.improvement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.SectionChecker;
import org.huiyin.records.AttachmentAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the module tells those below it: its kind of notices, who may see its files, what proves its clauses, what contradicts itself. */
@Configuration(proxyBeanMethods = false)
class ImprovementAnnouncements {

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
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return "measure";
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may("action.read") && Boolean.TRUE.equals(transaction.execute(
                        s -> store.ofMeasure(subject).filter(a -> actions.sees(actor, a)).isPresent()));
            }
        };
    }

    @Bean
    AttachmentAccess actionFiles(ActionStore store, Actions actions, TransactionTemplate transaction) {
        return new AttachmentAccess() {
            @Override
            public String subjectType() {
                return "action";
            }

            @Override
            public boolean mayRead(Actor actor, UUID subject) {
                return actor.may("action.read") && Boolean.TRUE.equals(transaction.execute(
                        s -> store.find(new ActionId(subject)).filter(a -> actions.sees(actor, a)).isPresent()));
            }
        };
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
        return new SectionChecker() {
            @Override
            public String section() {
                return "verification";
            }

            @Override
            public List<Sentence> check(JsonNode section, JsonNode wholeProfile) {
                return Checks.verification(section);
            }
        };
    }

    /** Reads a section as its record. */
    private static final class Checks {

        private static final tools.jackson.databind.json.JsonMapper JSON = tools.jackson.databind.json.JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

        static List<Sentence> verification(JsonNode section) {
            return JSON.treeToValue(section, Verification.class).contradictions();
        }
    }
}
