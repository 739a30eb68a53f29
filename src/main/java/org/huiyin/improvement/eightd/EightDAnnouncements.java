package org.huiyin.improvement.eightd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.organization.People;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.SectionChecker;
import org.huiyin.records.AttachmentAccess;
import org.huiyin.records.AttachmentAccess.Rule;
import org.huiyin.voice.ClockRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What 8Ds tell the modules below: their notices, who sees their files, what approvers read, what proves the clauses, what contradicts itself. */
@Configuration(proxyBeanMethods = false)
class EightDAnnouncements {

    @Bean
    NoteKind eightDNoticeKind() {
        return new NoteKind("eightd", new Sentence("improvement.eightd.notice.kind"), true);
    }

    @Bean
    AttachmentAccess eightDStepFiles(EightDStore store, EightDs eightDs, TransactionTemplate transaction) {
        return files("eightdStep", store::ofStep, eightDs, transaction);
    }

    @Bean
    AttachmentAccess eightDMeetingFiles(MeetingStore store, EightDs eightDs, TransactionTemplate transaction) {
        return files("eightdMeeting", store::ofMeeting, eightDs, transaction);
    }

    private static AttachmentAccess files(String type, Function<UUID, Optional<EightDId>> of, EightDs eightDs, TransactionTemplate transaction) {
        var reads = Rule.right(EightDs.READ).and((actor, id) -> of.apply(id).map(eightDs::get).filter(e -> eightDs.sees(actor, e)).isPresent());
        return AttachmentAccess.of(type, transaction, reads, Rule.right(EightDs.WORK).and(reads));
    }

    @Bean
    ApprovalContent eightDForApprovers(EightDs eightDs, EightDSteps steps, People people, TransactionTemplate transaction) {
        return new ApprovalContent() {
            @Override
            public String subjectType() {
                return "eightd";
            }

            @Override
            public List<Line> lines(Actor actor, UUID subject) {
                return java.util.Objects.requireNonNull(transaction.execute(s -> Lines.of(eightDs.get(new EightDId(subject)), eightDs, steps, people)));
            }
        };
    }

    /** What an approver reads before she signs. */
    private static final class Lines {

        static List<ApprovalContent.Line> of(EightDView eightD, EightDs eightDs, EightDSteps steps, People people) {
            var content = steps.content(eightD);
            var lines = new ArrayList<ApprovalContent.Line>();
            line(lines, "improvement.eightd.col.customer", eightD.customerName() == null ? "" : eightD.customerName(), false);
            line(lines, "improvement.eightd.col.sources", String.join("、", eightDs.sourceLines(eightD).stream().map(EightDSource.SourceLine::number).toList()), false);
            line(lines, "improvement.eightd.col.leader", eightD.leader() == null ? "" : people.names().getOrDefault(eightD.leader(), ""), false);
            line(lines, "improvement.eightd.step.d2", content.problem().words(), true);
            content.roots().forEach(root -> lines.add(new ApprovalContent.Line(new Sentence(root.cell().key()), said(root.words()), true)));
            content.measures().forEach(m -> line(lines, "improvement.eightd.measure", m.words() + (m.due() == null ? "" : " · " + m.due()), false));
            steps.hints(eightD).values().forEach(hints -> hints.forEach(hint -> lines.add(new ApprovalContent.Line(new Sentence("improvement.eightd.hint"), hint.what(), false))));
            return lines;
        }

        private static void line(List<ApprovalContent.Line> lines, String key, String value, boolean strong) {
            if (!value.isEmpty()) {
                lines.add(new ApprovalContent.Line(new Sentence(key), said(value), strong));
            }
        }

        private static Sentence said(String words) {
            return new Sentence("web.verbatim", words);
        }
    }

    @Bean
    EvidenceSource eightDEvidence(JdbcClient sql, TransactionTemplate transaction) {
        return () -> java.util.Objects.requireNonNull(transaction.execute(status -> Map.of(
                "complaint.stubborn", List.of(line("improvement.eightd.evidence.stubborn", count(sql, "improvement.eightd where stubborn"))),
                "complaint.major", List.of(line("improvement.eightd.evidence.meetings", count(sql, "improvement.eightd_meeting")),
                        line("improvement.eightd.evidence.contained", count(sql, "improvement.eightd_step_end where step = 'D3'"))),
                "complaint.measures", List.of(line("improvement.eightd.evidence.causes", count(sql, "improvement.eightd_step_end where step = 'D4'")),
                        line("improvement.eightd.evidence.closed", count(sql, "improvement.eightd where standing = 'CLOSED'"))))));
    }

    private static EvidenceLine line(String key, int count) {
        return new EvidenceLine(new Sentence(key), "eightds", count, false);
    }

    private static int count(JdbcClient sql, String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }

    @Bean
    SectionChecker stagesChecker() {
        return new SectionChecker() {
            @Override
            public String section() {
                return "complaint";
            }

            @Override
            public List<Sentence> check(JsonNode section, JsonNode wholeProfile) {
                return StageChecks.of(section);
            }
        };
    }

    /** Places there must be, and a later stage cannot fall due before an earlier one. */
    private static final class StageChecks {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        static List<Sentence> of(JsonNode complaint) {
            List<Sentence> found = new ArrayList<>();
            if (complaint.path("places").isEmpty()) {
                found.add(new Sentence("improvement.eightd.check.places"));
            }
            long last = 0;
            String lastStep = "";
            for (EightDStep step : EightDStep.values()) {
                JsonNode rule = complaint.path("stages").path(step.name());
                if (rule.isObject()) {
                    long hours = hours(JSON.treeToValue(rule, ClockRule.class));
                    if (hours < last) {
                        found.add(new Sentence("improvement.eightd.check.stages", step.name(), lastStep));
                    }
                    last = hours;
                    lastStep = step.name();
                }
            }
            return found;
        }

        /** How long a clock runs at least, in hours of the day. */
        private static long hours(ClockRule rule) {
            return switch (rule.unit()) {
                case SAME_DAY -> 8;
                case CLOCK_HOUR -> rule.amount();
                case BUSINESS_HOUR -> (rule.amount() - 1L) / 8 * 24 + rule.amount();
                case WORKING_DAY, CALENDAR_DAY -> 24L * rule.amount();
            };
        }
    }
}
