package org.huiyin.organization;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;

/** Tells the wizard which numbers a procedure starts with; provided by the module that keeps procedures. */
public interface PresetNumbers {

    /** A form with its number and revision. */
    record Form(String code, Label name, String number, String revision) {}

    /** A kind of document with the letters before its number. */
    record Prefix(String kind, Sentence name, String prefix) {}

    List<Form> forms(String preset);

    List<Prefix> prefixes(String preset);

    /** What is wrong with a company's own numbers, by field: form_CODE, revision_CODE, prefix_KIND. */
    Map<String, Sentence> problems(String preset, OwnNumbers own);
}
