package org.huiyin.procedure.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.procedure.Clause;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileDifference;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.procedure.SettingCatalogue;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The procedure as its readers see it: clauses with settings and evidence, versions, forms. */
@Controller
class ProcedurePages {

    private final Procedures procedures;
    private final ProfileDrafts drafts;
    private final ProfileDifference difference;
    private final SettingCatalogue catalogue;
    private final ClauseBook book;
    private final SettingWordsMaker words;
    private final People people;

    ProcedurePages(Procedures procedures, ProfileDrafts drafts, ProfileDifference difference, SettingCatalogue catalogue,
            ClauseBook book, SettingWordsMaker words, People people) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.difference = difference;
        this.catalogue = catalogue;
        this.book = book;
        this.words = words;
        this.people = people;
    }

    @GetMapping("/c/{company}/procedure")
    ModelAndView list(Actor actor, Page page, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String only) {
        return show(actor, page, null, q, only);
    }

    @GetMapping("/c/{company}/procedure/clauses/{number}")
    ModelAndView clause(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String only) {
        return show(actor, page, number, q, only);
    }

    private ModelAndView show(Actor actor, Page page, @Nullable String number, String q, String only) {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.inForce();
        List<ClauseRow> all = book.rows(version);
        List<ClauseRow> rows = all.stream()
                .filter(row -> q.isBlank() || row.mentions(q.strip(), page))
                .filter(row -> !only.equals("missing") || row.state() == ClauseRow.State.MISSING)
                .toList();
        ClauseRow chosen = choose(number, all, rows);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("version", version);
        model.put("groups", groups(version, rows, page));
        model.put("all", all);
        model.put("panel", chosen == null ? null : panel(version, chosen, all, page));
        model.put("filtered", !q.isBlank() || !only.isEmpty());
        model.put("draft", drafts.current().orElse(null));
        model.put("names", people.names());
        return new ModelAndView("procedure/show", model);
    }

    private static @Nullable ClauseRow choose(@Nullable String number, List<ClauseRow> all, List<ClauseRow> rows) {
        if (number == null) {
            return rows.stream().filter(row -> row.state() == ClauseRow.State.MISSING).findFirst()
                    .or(() -> rows.stream().filter(row -> !row.clause().settings().isEmpty()).findFirst())
                    .or(() -> rows.stream().findFirst())
                    .orElse(null);
        }
        return all.stream().filter(row -> row.clause().number().equals(number)).findFirst().orElseThrow(NotFound::new);
    }

    private Map<String, List<ClauseRow>> groups(ProfileVersion version, List<ClauseRow> rows, Page page) {
        Map<String, Label> chapters = book.chapters(version);
        Map<String, List<ClauseRow>> groups = new LinkedHashMap<>();
        for (ClauseRow row : rows) {
            Label title = chapters.get(row.clause().group());
            String name = title == null ? row.clause().group() : row.clause().group() + " " + title.in(page.locale());
            groups.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private ClausePanel panel(ProfileVersion version, ClauseRow row, List<ClauseRow> all, Page page) {
        Clause clause = row.clause();
        int at = all.indexOf(row);
        return new ClausePanel(row, settings(version, catalogue.beside(clause, version.content()), page),
                clause.standards().stream().map(reference -> ClauseBook.standard(version, reference)).toList(),
                version.forms().stream().filter(form -> clause.forms().contains(form.code())).toList(),
                at > 0 ? all.get(at - 1).clause().number() : null,
                at < all.size() - 1 ? all.get(at + 1).clause().number() : null);
    }

    private List<ClausePanel.SettingLine> settings(ProfileVersion version, List<org.huiyin.procedure.Setting> settings, Page page) {
        SettingWords say = words.of(page, version.content());
        return settings.stream().map(setting -> {
            var value = version.content().at(setting.path());
            return new ClausePanel.SettingLine(setting.path(), say.name(setting), say.lines(setting, value),
                    version.assumed(setting.path()), value.isNull(), setting.editor());
        }).toList();
    }

    @GetMapping("/c/{company}/procedure/settings")
    ModelAndView settings(Actor actor, Page page, @RequestParam(defaultValue = "") String q) {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.inForce();
        Map<String, List<ClausePanel.SettingLine>> sections = new LinkedHashMap<>();
        for (ClausePanel.SettingLine line : settings(version, catalogue.of(version.content()), page)) {
            if (q.isBlank() || (line.name() + " " + String.join(" ", line.values())).toLowerCase(java.util.Locale.ROOT)
                    .contains(q.strip().toLowerCase(java.util.Locale.ROOT))) {
                sections.computeIfAbsent(line.path().split("\\.", 2)[0], s -> new ArrayList<>()).add(line);
            }
        }
        return new ModelAndView("procedure/settings", Map.of("version", version, "sections", sections,
                "findings", drafts.check(version.content())));
    }

    @GetMapping("/c/{company}/procedure/versions")
    ModelAndView versions(Actor actor) {
        actor.mustHave("profile.read");
        return new ModelAndView("procedure/versions", Map.of("versions", procedures.versions(), "inForce", procedures.inForce(),
                "names", people.names()));
    }

    @GetMapping({"/c/{company}/procedure/versions.xlsx", "/c/{company}/procedure/versions.csv"})
    void versionsFile(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("profile.read");
        var names = people.names();
        var columns = List.of("profile", "revision", "effective", "change", "drafted", "approved").stream().map(column -> page.t("procedure.column." + column)).toList();
        file.send(page.t("procedure.versions"), "", columns, sheet -> procedures.versions().forEach(version -> sheet.row(version.number(),
                version.document() + " " + version.revision(), version.effectiveFrom(),
                version.origin() == ProfileVersion.Origin.PRESET ? page.t("procedure.adopted", version.preset()) : version.changeNote(),
                names.get(version.draftedBy()), names.get(version.approvedBy()) + " " + page.moment(version.approvedAt()))));
    }

    /** A version with what it changed against the one before, or against another that is named. */
    @GetMapping("/c/{company}/procedure/versions/{number}")
    ModelAndView version(Actor actor, Page page, @PathVariable int number, @RequestParam(required = false) @Nullable Integer against) {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.byNumber(number);
        int other = against == null ? number - 1 : against;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("version", version);
        model.put("names", people.names());
        model.put("versions", procedures.versions());
        model.put("other", other < 1 ? null : procedures.byNumber(other));
        model.put("changes", other < 1 ? List.of() : ChangeLine.of(difference.between(procedures.byNumber(other).content(), version.content()),
                words.of(page, procedures.byNumber(other).content()), words.of(page, version.content()), version));
        return new ModelAndView("procedure/version", model);
    }

    @GetMapping("/c/{company}/forms")
    ModelAndView forms(Actor actor) {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.inForce();
        List<FormEntry> forms = version.forms();
        Map<String, Long> used = forms.stream().collect(java.util.stream.Collectors.groupingBy(FormEntry::number, java.util.stream.Collectors.counting()));
        Map<String, String> prefixes = new java.util.TreeMap<>();
        version.section("prefixes").properties().forEach(entry -> prefixes.put(entry.getKey(), entry.getValue().asString("")));
        return new ModelAndView("procedure/forms", Map.of("version", version, "forms", forms, "used", used, "prefixes", prefixes));
    }
}
