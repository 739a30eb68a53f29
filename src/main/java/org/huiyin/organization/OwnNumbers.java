package org.huiyin.organization;

import java.util.Map;

/**
 * The form numbers and document prefixes that a company has printed on its papers for years (decisions.md D37); what is
 * left out stays as the preset has it.
 *
 * @param forms by the code of the form
 * @param prefixes by the kind of document
 */
public record OwnNumbers(Map<String, Form> forms, Map<String, String> prefixes) {

    public static final OwnNumbers NONE = new OwnNumbers(Map.of(), Map.of());

    /** Number and revision of a form. */
    public record Form(String number, String revision) {}

    public OwnNumbers {
        forms = Map.copyOf(forms);
        prefixes = Map.copyOf(prefixes);
    }
}
