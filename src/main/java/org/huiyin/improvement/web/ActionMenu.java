package org.huiyin.improvement.web;

import java.util.Optional;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.Actions;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

/** Corrective and preventive actions in the menu, with the late ones or the open ones. */
@Component
class ActionMenu implements MenuEntry {

    private final Actions actions;

    ActionMenu(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Group group() {
        return Group.KEEP;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String icon() {
        return "tool";
    }

    @Override
    public String label() {
        return "improvement.actions";
    }

    @Override
    public String path() {
        return "actions";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("action.read");
    }

    @Override
    public Optional<Badge> badge(SignedIn.Person person) {
        long late = actions.count(person.actor(), new ActionFilter("", null, true, true, null, null, null, null, null, 1, 1));
        return late > 0 ? Badge.late(late) : Badge.count(actions.count(person.actor(), ActionFilter.open()));
    }
}
