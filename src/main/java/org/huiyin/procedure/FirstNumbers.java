package org.huiyin.procedure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.OwnNumbers;
import org.huiyin.organization.PresetNumbers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The form numbers and prefixes of a preset for the wizard, and a preset with a company's own in their place (decisions.md D37). */
@Component
class FirstNumbers implements PresetNumbers {

    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,7}");
    private static final int LONGEST = 40;

    private final Presets presets;

    FirstNumbers(Presets presets) {
        this.presets = presets;
    }

    @Override
    public List<Form> forms(String preset) {
        return presets.content(preset).root().path("forms").valueStream()
                .map(form -> new Form(text(form, "code"), ProfileContent.JSON.treeToValue(form.path("name"), Label.class), text(form, "number"), text(form, "revision")))
                .toList();
    }

    @Override
    public List<Prefix> prefixes(String preset) {
        return presets.content(preset).root().path("prefixes").properties().stream()
                .map(entry -> new Prefix(entry.getKey(), new Sentence("procedure.setting.prefixes." + entry.getKey()), entry.getValue().asString("")))
                .toList();
    }

    private static String text(JsonNode form, String name) {
        return form.path(name).asString("");
    }

    /** Two forms under one number are allowed, since procedures print such things; two kinds of documents under one prefix are not. */
    @Override
    public Map<String, Sentence> problems(String preset, OwnNumbers own) {
        Map<String, Sentence> found = new LinkedHashMap<>();
        own.forms().forEach((code, form) -> {
            if (form.number().isBlank() || form.number().length() > LONGEST) {
                found.put("form_" + code, new Sentence("procedure.first.number", LONGEST));
            }
            if (form.revision().isBlank() || form.revision().length() > LONGEST) {
                found.put("revision_" + code, new Sentence("procedure.first.revision", LONGEST));
            }
        });
        Map<String, String> used = new HashMap<>();
        for (var prefix : prefixes(preset)) {
            var mine = own.prefixes().getOrDefault(prefix.kind(), prefix.prefix());
            var before = used.putIfAbsent(mine, prefix.kind());
            if (!PREFIX.matcher(mine).matches()) {
                found.put("prefix_" + prefix.kind(), new Sentence("procedure.check.prefix", mine));
            } else if (before != null) {
                found.put("prefix_" + prefix.kind(), new Sentence("procedure.check.prefixTwice", mine, new Sentence("procedure.setting.prefixes." + before)));
            }
        }
        return found;
    }

    /** The preset's document with the company's own numbers. */
    ProfileContent content(String preset, OwnNumbers own) {
        var content = presets.content(preset);
        if (own.equals(OwnNumbers.NONE)) {
            return content;
        }
        var copy = content.copy();
        copy.path("forms").forEach(form -> {
            var mine = own.forms().get(text(form, "code"));
            if (mine != null) {
                ((ObjectNode) form).put("number", mine.number()).put("revision", mine.revision());
            }
        });
        own.prefixes().forEach((kind, prefix) -> {
            if (copy.path("prefixes").has(kind)) {
                ((ObjectNode) copy.path("prefixes")).put(kind, prefix);
            }
        });
        return new ProfileContent(copy);
    }
}
