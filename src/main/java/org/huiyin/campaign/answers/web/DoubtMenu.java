package org.huiyin.campaign.answers.web;

import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

/** Doubtful answers in the menu, for those who may read answers. */
@Component
class DoubtMenu implements MenuEntry {

    @Override
    public Group group() {
        return Group.ASK;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String icon() {
        return "flag";
    }

    @Override
    public String label() {
        return "campaign.answer.doubts";
    }

    @Override
    public String path() {
        return "doubts";
    }

    @Override
    public boolean covers(String page) {
        return MenuEntry.super.covers(page) || page.matches("rounds/[^/]+/answers\\b.*");
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("answer.read");
    }
}
