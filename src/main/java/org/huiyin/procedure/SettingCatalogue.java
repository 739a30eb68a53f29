package org.huiyin.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;

/** Every setting that a profile can have, in the order of the procedure. */
@Service
public class SettingCatalogue {

    private static final Pattern CLAUSE_WORDS = Pattern.compile("clauses/[^/]{1,40}/(title|text|note)");

    private final List<Setting> settings;

    SettingCatalogue() {
        try (var file = new ClassPathResource("procedure/settings.json").getInputStream()) {
            settings = List.copyOf(ProfileContent.JSON.readValue(file, new TypeReference<List<Setting>>() {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All settings for which the profile has a place. */
    public List<Setting> of(ProfileContent content) {
        return settings.stream().filter(setting -> !ProfilePath.get(content.root(), setting.path()).isMissingNode()).toList();
    }

    /** The setting with the path; a clause's words count as settings. */
    public Optional<Setting> find(String path) {
        if (CLAUSE_WORDS.matcher(path).matches()) {
            return Optional.of(Setting.words(path));
        }
        return settings.stream().filter(setting -> setting.path().equals(path)).findFirst();
    }

    /** The settings that stand beside a clause: those it names, and those below a path it names. */
    public List<Setting> beside(Clause clause, ProfileContent content) {
        List<Setting> beside = new ArrayList<>();
        for (String named : clause.settings()) {
            of(content).stream()
                    .filter(setting -> setting.path().equals(named) || setting.path().startsWith(named + "."))
                    .filter(setting -> !beside.contains(setting))
                    .forEach(beside::add);
        }
        return beside;
    }

    /** The settings that no clause names, in their order. */
    public List<Setting> unnamed(ProfileVersion version) {
        return of(version.content()).stream().filter(setting -> version.clauseOf(setting.path()).isEmpty()).toList();
    }
}
