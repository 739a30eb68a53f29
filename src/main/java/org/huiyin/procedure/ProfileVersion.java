package org.huiyin.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import tools.jackson.databind.JsonNode;

/**
 * An approved version of the procedure profile with the day from which it holds (000/H1, 002/H); whatever is made under
 * it keeps its identity, so that later versions never change earlier results (T-PROFILE).
 *
 * @param origin whether it was adopted as a preset on founding or came from a draft
 */
public record ProfileVersion(
        UUID id,
        int number,
        String preset,
        Origin origin,
        LocalDate effectiveFrom,
        String changeNote,
        PersonId draftedBy,
        PersonId approvedBy,
        Instant approvedAt,
        String contentHash,
        ProfileContent content) {

    /** Where a version comes from. */
    public enum Origin {
        PRESET,
        DRAFT
    }

    /** A section as the record of the module that uses it. */
    public <T> T section(String name, Class<T> type) {
        return content.section(name, type);
    }

    public JsonNode section(String name) {
        return content.section(name);
    }

    /** The number of the company's procedure document, such as QP-12. */
    public String document() {
        return content.root().path("identity").path("document").asString("");
    }

    /** The revision of the procedure document, such as A/0. */
    public String revision() {
        return content.root().path("identity").path("revision").asString("");
    }

    public FormEntry form(String code) {
        return forms().stream().filter(form -> form.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The profile registers no form " + code));
    }

    /** The number that stands on the printed form, such as QP-12-07. */
    public String formNumber(String code) {
        return form(code).number();
    }

    public String formRevision(String code) {
        return form(code).revision();
    }

    public List<FormEntry> forms() {
        return List.of(content.section("forms", FormEntry[].class));
    }

    /** The prefix of document numbers of a kind, such as DC for rounds. */
    public String prefix(String kind) {
        String prefix = content.root().path("prefixes").path(kind).asString("");
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("The profile has no prefix for " + kind);
        }
        return prefix;
    }

    public List<Clause> clauses() {
        return List.of(content.section("clauses", Clause[].class));
    }

    /** The clause with the number. */
    public Optional<Clause> clause(String number) {
        return clauses().stream().filter(clause -> clause.number().equals(number)).findFirst();
    }

    /** The number of the clause beside which the setting stands; empty where no clause names it. */
    public String clauseOf(String settingPath) {
        String path = settingPath;
        while (true) {
            String wanted = path;
            var found = clauses().stream().filter(clause -> clause.settings().contains(wanted)).findFirst();
            if (found.isPresent()) {
                return found.get().number();
            }
            int dot = path.lastIndexOf('.');
            if (dot < 0) {
                return "";
            }
            path = path.substring(0, dot);
        }
    }

    /** The numbers of the clauses that speak of a matter, such as "complaint.notOurs", in the order of the procedure. */
    public List<String> clausesFor(String matter) {
        return Matters.clauses(this, matter);
    }

    /** The number of the first clause that speaks of the matter; empty where the procedure does not. */
    public String clauseFor(String matter) {
        return clausesFor(matter).stream().findFirst().orElse("");
    }

    /** Whether the procedure itself does not say this figure, so that ours stands in and should be confirmed. */
    public boolean assumed(String settingPath) {
        for (JsonNode path : content.root().path("assumed")) {
            String text = path.asString("");
            if (settingPath.equals(text) || settingPath.startsWith(text + ".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part of the software is switched on. */
    public boolean module(String name) {
        return content.root().path("modules").path(name).asBoolean(false);
    }
}
