package org.huiyin.organization.web;

import java.util.Arrays;
import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;

/** A part of the settings; who may not see it does not find it. */
public enum Section {
    PEOPLE("people", "users", "people.edit"),
    DEPARTMENTS("departments", "building", "people.edit"),
    ROLES("roles", "id-badge-2", "people.edit"),
    DELEGATIONS("delegations", "switch-horizontal", ""),
    CALENDAR("calendar", "calendar", ""),
    TOKENS("tokens", "key", ""),
    COMPANY("company", "building-factory-2", "settings.edit");

    private final String path;
    private final String icon;
    private final String right;

    Section(String path, String icon, String right) {
        this.path = path;
        this.icon = icon;
        this.right = right;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /** The auditor reads every part, and everybody the parts that need no right. */
    public boolean seenBy(Actor actor) {
        return right.isEmpty() || actor.may(right) || actor.may("audit.read");
    }

    void open(Actor actor) {
        if (!seenBy(actor)) {
            throw new NotFound();
        }
    }

    static List<Section> seen(Actor actor) {
        return Arrays.stream(values()).filter(section -> section.seenBy(actor)).toList();
    }
}
