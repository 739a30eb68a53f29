package org.huiyin.procedure.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Label;
import org.huiyin.procedure.Clause;
import org.huiyin.procedure.Evidence;
import org.huiyin.procedure.ProfileVersion;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The clauses of a version with their evidence, chapter by chapter. */
@Component
class ClauseBook {

    /** The parts that this edition of the software carries; the others have their clauses and settings ready. */
    private static final Set<String> HERE = Set.of("survey", "grading", "profile", "complaint", "returns", "claims", "notices");

    private final Evidence evidence;
    private final JsonMapper json;

    ClauseBook(Evidence evidence, JsonMapper json) {
        this.evidence = evidence;
        this.json = json;
    }

    List<ClauseRow> rows(ProfileVersion version) {
        var lines = evidence.all();
        return version.clauses().stream().map(clause -> row(clause, version, lines.getOrDefault(clause.number(), List.of()))).toList();
    }

    private static ClauseRow row(Clause clause, ProfileVersion version, List<org.huiyin.procedure.EvidenceLine> lines) {
        String part = clause.part();
        boolean on = part == null || part.equals("profile") || version.module(part);
        return ClauseRow.of(clause, lines, on, part == null || HERE.contains(part));
    }

    Map<String, Label> chapters(ProfileVersion version) {
        var node = version.section("groups");
        return node.isMissingNode() ? Map.of() : json.convertValue(node, new TypeReference<Map<String, Label>>() {});
    }

    /** "ISO9001/9.1.2" as "ISO 9001:2015 9.1.2": the edition is data of the profile. */
    static String standard(ProfileVersion version, String reference) {
        int stroke = reference.indexOf('/');
        var standard = version.section("standards").path(reference.substring(0, Math.max(0, stroke)));
        return standard.isMissingNode() ? reference
                : standard.path("name").asString("") + ":" + standard.path("edition").asString("") + " " + reference.substring(stroke + 1);
    }
}
