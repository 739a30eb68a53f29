package org.huiyin.procedure.web;

import java.util.List;
import org.huiyin.procedure.ProfileDifference;
import org.huiyin.procedure.ProfileVersion;

/** A difference in words: where, what it was, what it is. */
public record ChangeLine(String path, String clause, String name, List<String> before, List<String> after) {

    static List<ChangeLine> of(List<ProfileDifference.Change> changes, SettingWords before, SettingWords after, ProfileVersion version) {
        return changes.stream().map(change -> new ChangeLine(change.setting().path(), clause(change, version), after.name(change.setting()),
                before.lines(change.setting(), change.before()), after.lines(change.setting(), change.after()))).toList();
    }

    private static String clause(ProfileDifference.Change change, ProfileVersion version) {
        String path = change.setting().path();
        return path.startsWith("clauses/") ? path.split("/", -1)[1] : version.clauseOf(path);
    }
}
