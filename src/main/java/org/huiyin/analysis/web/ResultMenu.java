package org.huiyin.analysis.web;

import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

/** Results in the menu, for those who may read them. */
@Component
class ResultMenu implements MenuEntry {

    @Override
    public Group group() {
        return Group.ASK;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String icon() {
        return "chart-bar";
    }

    @Override
    public String label() {
        return "analysis.results";
    }

    @Override
    public String path() {
        return "results";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("result.read");
    }
}
