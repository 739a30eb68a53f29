package org.huiyin.survey.web;

import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

/** "Questionnaires and scoring" in the menu. */
@Component
class SurveyDesk implements MenuEntry {

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
        return "forms";
    }

    @Override
    public String label() {
        return "survey.menu";
    }

    @Override
    public String path() {
        return "questionnaires";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("profile.read");
    }
}
