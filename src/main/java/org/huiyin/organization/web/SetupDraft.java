package org.huiyin.organization.web;

import java.io.Serializable;

/** What has been told to the wizard so far; the session keeps it until the last step. Never holds a password. */
public record SetupDraft(String name, String slug, String language, String preset) implements Serializable {

    static final SetupDraft EMPTY = new SetupDraft("", "", "", "");

    SetupDraft company(String name, String slug, String language) {
        return new SetupDraft(name, slug, language, preset);
    }

    SetupDraft preset(String code) {
        return new SetupDraft(name, slug, language, code);
    }

    boolean companyTold() {
        return !slug.isEmpty();
    }
}
