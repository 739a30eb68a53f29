package org.huiyin.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What proves a clause is found by what the procedure in force calls it, not by one company's numbers. */
@HuiyinTest
class EvidenceTest {

    @Autowired Cast cast;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals approvals;
    @Autowired Evidence evidence;
    @Autowired List<EvidenceSource> sources;

    private Map<String, String> keys() {
        return evidence.all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                e -> e.getValue().stream().map(line -> line.what().key()).sorted().collect(Collectors.joining(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P000", "P001", "P002", "P003", "P004", "BLANK"})
    void evidence_stands_only_at_clauses_that_the_procedure_has(String preset) {
        cast.company(preset).run(() -> {
            var numbers = procedures.inForce().clauses().stream().map(org.huiyin.procedure.Clause::number).toList();
            assertThat(numbers).containsAll(evidence.all().keySet());
            assertThat(evidence.all().values()).allSatisfy(lines -> assertThat(lines).doesNotHaveDuplicates());
            assertThat(sources).allSatisfy(source -> assertThat(source.evidence().keySet()).allMatch(Matters::known));
        });
    }

    @ParameterizedTest
    @CsvSource({
            "P001, 5.2.2.2 complaint.evidence.notOurs;"
                    + "5.2.2.4 improvement.eightd.evidence.meetings;"
                    + "5.3.3 returns.evidence.counts;"
                    + "5.3.4 replenishment.evidence.orders;"
                    + "5.3.5 returns.evidence.tellings;"
                    + "3.4 returns.evidence.instructions",
            "P000, 5-8 complaint.evidence.fromSurvey;"
                    + "5-11 improvement.evidence.told;"
                    + "5-2 voice.evidence.voices",
            "P002, 3.3 complaint.evidence.answered;"
                    + "3.3 improvement.eightd.evidence.meetings;"
                    + "5.5.1 improvement.evidence.plans;"
                    + "5.1.2 survey.evidence.scoring",
            "P003, 6.1 improvement.evidence.proposed;"
                    + "6.2 improvement.evidence.told",
            "P004, 4.2 complaint.evidence.notOurs;"
                    + "5.2 complaint.evidence.answered;"
                    + "5.2 returns.evidence.analyses;"
                    + "5.2 replenishment.evidence.orders;"
                    + "5.3 improvement.eightd.evidence.causes;"
                    + "5.3 returns.evidence.reworks;"
                    + "5.4 complaint.evidence.requests;"
                    + "5.5 complaint.evidence.purchased;"
                    + "5.6 complaint.evidence.selfMade;"
                    + "5.9 claims.evidence.claims;"
                    + "5.10 claims.evidence.notices;"
                    + "5.12 improvement.evidence.causes;"
                    + "5.13 improvement.evidence.verified",
            "BLANK, 4 complaint.evidence.taken;"
                    + "3 improvement.eightd.evidence.meetings"})
    void each_procedure_shows_what_its_clauses_ask_for(String preset, String wanted) {
        cast.company(preset).run(() -> {
            var shown = keys();
            for (String one : wanted.split(";")) {
                var clause = one.substring(0, one.indexOf(' '));
                assertThat(shown.getOrDefault(clause, "").split(" ")).as(clause).contains(one.substring(clause.length() + 1));
            }
        });
    }

    @Test
    @Clause({"001/5.2.2.2", "000/H1"})
    void a_company_that_renumbers_its_clauses_takes_the_evidence_along() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var before = keys();
            var document = procedures.inForce().content().copy();
            ProfilePath.set(document, "identity.revision", tools.jackson.databind.node.StringNode.valueOf("B/0"));
            document.path("clauses").forEach(clause -> ((ObjectNode) clause).put("number", "7." + clause.path("number").asString()));
            var today = procedures.today();
            var draft = drafts.bring(troupe.qualityHead(), new ProfileContent(document));
            var submission = drafts.submit(troupe.qualityHead(), draft.id(), draft.version(), today, "条款重新编号");
            approvals.approve(troupe.generalManager(), submission.id(), today, "");
            var after = keys();
            assertThat(after).hasSameSizeAs(before);
            before.forEach((number, lines) -> assertThat(after).containsEntry("7." + number, lines));
            assertThat(procedures.inForce().clauseFor("complaint.notOurs")).isEqualTo("7.5.2.2.2");
        });
    }

    @Test
    void a_profile_that_names_no_matters_is_read_by_the_settings_beside_its_clauses() {
        cast.company("P001").run(() -> {
            var old = procedures.inForce().content().copy();
            old.path("clauses").forEach(clause -> ((ObjectNode) clause).remove("matters"));
            var now = procedures.inForce();
            var version = new ProfileVersion(now.id(), 1, now.preset(), now.origin(), now.effectiveFrom(), "", now.draftedBy(), now.approvedBy(), now.approvedAt(), "", new ProfileContent(old));
            assertThat(version.clauseFor("complaint.notOurs")).isEqualTo("5.2.2.2");
            assertThat(version.clauseFor("complaint.measures")).isEqualTo("5.2.2.5");
            assertThat(version.clauseFor("return.counted")).isEqualTo("5.3.3");
            assertThat(version.clauseFor("notice.kept")).isEmpty();
        });
    }

    @Test
    void a_matter_that_nobody_knows_is_refused_by_name() {
        cast.company("P004").run(() -> {
            var document = procedures.inForce().content().copy();
            ((ObjectNode) document.path("clauses").path(0)).putArray("matters").add("complaint.noturs");
            assertThat(drafts.check(new ProfileContent(document))).anySatisfy(finding -> {
                assertThat(finding.sentence().key()).isEqualTo("procedure.check.matter");
                assertThat(finding.sentence().args()).contains("4.2", "complaint.noturs");
            });
        });
    }

    /** Clause numbers are one company's own; code and templates name matters, and only such as there are. */
    @Test
    void neither_code_nor_templates_know_clause_numbers() throws IOException {
        var named = Pattern.compile("(?:clauseFor|clausesFor|page\\.matter)\\(\"([^\"]+)\"\\)");
        var numbered = Pattern.compile("tag\\.clause\\(page, \"|clause\\(\"\\d");
        try (var files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(jte|java)") && !f.endsWith("design.jte") && !f.endsWith("DesignPage.java")).toList()) {
                var text = Files.readString(file);
                assertThat(named.matcher(text).results().map(m -> m.group(1))).as(file.toString()).allMatch(Matters::known);
                assertThat(numbered.matcher(text).find()).as(file.toString()).isFalse();
            }
        }
    }
}
