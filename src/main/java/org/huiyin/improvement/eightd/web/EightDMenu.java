package org.huiyin.improvement.eightd.web;

import java.util.Optional;
import org.huiyin.improvement.eightd.EightDFilter;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

/** 8Ds beside the complaints, with the late ones or the open ones; a line of its own where there are no complaints. */
@Component
class EightDMenu implements MenuEntry {

    private final EightDs eightDs;

    EightDMenu(EightDs eightDs) {
        this.eightDs = eightDs;
    }

    @Override
    public Group group() {
        return Group.LISTEN;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String icon() {
        return "clipboard-check";
    }

    @Override
    public String label() {
        return "improvement.eightd.all";
    }

    @Override
    public String path() {
        return "eightds";
    }

    @Override
    public String under() {
        return "complaints";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("action.read");
    }

    @Override
    public Optional<Badge> badge(SignedIn.Person person) {
        long late = eightDs.count(person.actor(), EightDFilter.late());
        return late > 0 ? Badge.late(late) : Badge.count(eightDs.count(person.actor(), EightDFilter.open()));
    }
}
