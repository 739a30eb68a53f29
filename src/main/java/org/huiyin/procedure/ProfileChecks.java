package org.huiyin.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.organization.RoleView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds where a profile contradicts itself: setting by setting, across settings, and by the modules that use a section. */
@Component
class ProfileChecks {

    private final SettingCatalogue catalogue;
    private final List<SectionChecker> checkers;
    private final People people;

    ProfileChecks(SettingCatalogue catalogue, List<SectionChecker> checkers, People people) {
        this.catalogue = catalogue;
        this.checkers = checkers;
        this.people = people;
    }

    List<Sentence> check(Setting setting, JsonNode value, ProfileContent profile) {
        return new SettingCheck(profile, roleCodes()).check(setting, value);
    }

    /** Refusals first, then warnings. */
    List<Finding> check(ProfileContent profile) {
        List<Finding> found = new ArrayList<>();
        settings(profile, found);
        sections(profile, found);
        survey(profile.root().path("survey"), found);
        improvement(profile.root().path("improvement"), found);
        prefixes(profile.root().path("prefixes"), found);
        clauses(profile, found);
        forms(profile, found);
        open(profile, found);
        holders(profile, found);
        found.sort(java.util.Comparator.comparing(finding -> !finding.refuses()));
        return found;
    }

    private void settings(ProfileContent profile, List<Finding> found) {
        var check = new SettingCheck(profile, roleCodes());
        for (Setting setting : catalogue.of(profile)) {
            check.check(setting, profile.at(setting.path()))
                    .forEach(sentence -> found.add(new Finding(setting.path(), sentence, true)));
        }
    }

    /** The modules above look only at sections that are sound by themselves. */
    private void sections(ProfileContent profile, List<Finding> found) {
        Set<String> broken = new HashSet<>();
        found.forEach(finding -> broken.add(section(finding.path())));
        for (SectionChecker checker : checkers) {
            if (!broken.contains(checker.section())) {
                checker.check(profile.section(checker.section()), profile.copy())
                        .forEach(sentence -> found.add(new Finding(checker.section(), sentence, true)));
            }
        }
    }

    private static String section(String path) {
        int end = path.indexOf('.');
        return end < 0 ? path : path.substring(0, end);
    }

    private static void survey(JsonNode survey, List<Finding> found) {
        int back = survey.path("returnDays").asInt(0);
        for (JsonNode day : survey.path("reminderDays")) {
            if (day.asInt() >= back) {
                found.add(Finding.refusal("survey.reminderDays", "procedure.check.reminderLate", day.asInt(), back));
            }
        }
        if (survey.path("linkDays").isNumber() && survey.path("linkDays").asInt() < back) {
            found.add(Finding.refusal("survey.linkDays", "procedure.check.linkShort", survey.path("linkDays").asInt(), back));
        }
        if (survey.path("rolling").asBoolean(false) && !survey.path("rollingEveryMonths").isNumber()) {
            found.add(Finding.refusal("survey.rollingEveryMonths", "procedure.check.rolling"));
        }
    }

    private static void improvement(JsonNode improvement, List<Finding> found) {
        int effect = improvement.path("effectDays").asInt(0);
        int maximum = improvement.path("effectMaximumDays").asInt(Integer.MAX_VALUE);
        if (effect > maximum) {
            found.add(Finding.refusal("improvement.effectDays", "procedure.check.effect", effect, maximum));
        }
    }

    private static void prefixes(JsonNode prefixes, List<Finding> found) {
        Map<String, String> used = new HashMap<>();
        prefixes.properties().forEach(entry -> {
            String before = used.put(entry.getValue().asString(""), entry.getKey());
            if (before != null) {
                found.add(Finding.refusal("prefixes." + entry.getKey(), "procedure.check.prefixTwice", entry.getValue().asString(""),
                        new Sentence("procedure.setting.prefixes." + before)));
            }
        });
    }

    private static void clauses(ProfileContent profile, List<Finding> found) {
        Set<String> numbers = new HashSet<>();
        for (JsonNode clause : profile.root().path("clauses")) {
            String number = clause.path("number").asString("");
            if (!numbers.add(number)) {
                found.add(Finding.refusal("clauses", "procedure.check.clauseTwice", number));
            }
            clause.path("matters").valueStream().map(matter -> matter.asString("")).filter(matter -> !Matters.known(matter))
                    .forEach(matter -> found.add(Finding.refusal("clauses", "procedure.check.matter", number, matter)));
        }
    }

    /** Two forms with one number: said aloud, since procedures print such things, but not forbidden (001/7). */
    private static void forms(ProfileContent profile, List<Finding> found) {
        Map<String, JsonNode> used = new HashMap<>();
        for (JsonNode form : profile.root().path("forms")) {
            JsonNode before = used.putIfAbsent(form.path("number").asString(""), form);
            if (before != null) {
                found.add(Finding.warning("forms", "procedure.check.formTwice", form.path("number").asString(""),
                        name(before), name(form)));
            }
        }
    }

    private static Label name(JsonNode form) {
        return ProfileContent.JSON.treeToValue(form.path("name"), Label.class);
    }

    /** What an auditor will ask and the profile leaves open (ISO9001:2015/9.1.2). */
    private static void open(ProfileContent profile, List<Finding> found) {
        for (String path : List.of("analysis.target", "analysis.minimumReturn")) {
            if (profile.at(path).isNull()) {
                found.add(Finding.warning(path, "procedure.check.open", new Sentence("procedure.setting." + path)));
            }
        }
    }

    private void holders(ProfileContent profile, List<Finding> found) {
        Set<String> wanted = new LinkedHashSet<>();
        profile.root().path("approvals").forEach(route -> route.forEach(step -> {
            Set<String> asked = new TreeSet<>();
            step.path("roles").forEach(role -> asked.add(role.asString("")));
            if (!asked.isEmpty() && asked.stream().allMatch(role -> people.holders(role).isEmpty())) {
                wanted.addAll(asked);
            }
        }));
        var names = new HashMap<String, String>();
        people.roles().forEach(role -> names.put(role.code(), role.name()));
        wanted.stream().flatMap(role -> java.util.Optional.ofNullable(names.get(role)).stream())
                .forEach(name -> found.add(Finding.warning("approvals", "procedure.check.nobody", name)));
    }

    private Set<String> roleCodes() {
        return people.roles().stream().map(RoleView::code).collect(java.util.stream.Collectors.toSet());
    }
}
