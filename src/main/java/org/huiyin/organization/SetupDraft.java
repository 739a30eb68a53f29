package org.huiyin.organization;

import java.util.Map;

/** What has been told to the wizard so far; kept on the server until the last step, so that it can be resumed. Never holds a password. */
public record SetupDraft(String name, String slug, String language, String preset, Map<String, String> roleNames, OwnNumbers numbers) {

    public static final SetupDraft EMPTY = new SetupDraft("", "", "", "", Map.of(), OwnNumbers.NONE);

    public SetupDraft {
        roleNames = Map.copyOf(roleNames);
    }

    public SetupDraft company(String name, String slug, String language) {
        return new SetupDraft(name, slug, language, preset, roleNames, numbers);
    }

    /** Another procedure has other forms; numbers typed for the one before do not fit it. */
    public SetupDraft preset(String code) {
        return new SetupDraft(name, slug, language, code, roleNames, code.equals(preset) ? numbers : OwnNumbers.NONE);
    }

    public SetupDraft roleNames(Map<String, String> names) {
        return new SetupDraft(name, slug, language, preset, names, numbers);
    }

    public SetupDraft numbers(OwnNumbers own) {
        return new SetupDraft(name, slug, language, preset, roleNames, own);
    }

    public boolean companyTold() {
        return !slug.isEmpty();
    }
}
